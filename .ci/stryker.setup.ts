import { configureGlobal } from 'fast-check'

/** A mutant that survives twenty cases of a property would survive a hundred, nearly always, and waits for a fifth of them. */
configureGlobal({ numRuns: 20 })
