import { configureGlobal } from 'fast-check'
import { inject } from 'vitest'

/** A mutant that survives twenty cases of a property, or half a second of them, would survive a hundred, nearly always. */
configureGlobal({ numRuns: 20, interruptAfterTimeLimit: 500 })

/** What the runner keeps of a change: the thread outlives it, so a file must not load with the change before. */
const kept = globalThis[inject('globalNamespace')]
if (inject('mutantActivation') !== 'static') kept.activeMutant = undefined
kept.hitCount = undefined
kept.mutantCoverage = undefined
