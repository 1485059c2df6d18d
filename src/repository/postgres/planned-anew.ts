import type { Tables } from './tables.js'

interface Plan {
  /** the text that is sent */
  readonly text: string
  uses: number
  /** how many uses it is good for */
  readonly lasts: number
}

const plans = new WeakMap<Tables, Map<string, Plan>>()

/**
 * The text to send for a statement that comes again and again: after 4 uses, 16, 64 and so on one that differs in a comment, so that
 * whoever prepares it by its text has it planned anew. What was planned while tables were almost empty reads them whole, and
 * nobody else would notice before the server counts their rows, after a minute or never.
 */
export function plannedAnew(tables: Tables, statement: string): string {
  const known = plans.get(tables) ?? new Map<string, Plan>()
  plans.set(tables, known)
  const plan = current(statement, known.get(statement))
  known.set(statement, plan)
  plan.uses++
  return plan.text
}

function current(statement: string, plan: Plan | undefined): Plan {
  if (plan === undefined) return { text: statement, uses: 0, lasts: FIRST }
  if (plan.uses < plan.lasts) return plan
  return { text: `${statement}\n-- used ${plan.lasts} times`, uses: plan.uses, lasts: plan.lasts * FIRST }
}

const FIRST = 4
