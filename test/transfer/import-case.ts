import type { CustomerRow, ImportKnown, ImportOptions, ImportPlan, RowInput } from 'clientele/csv'
import { planImport } from 'clientele/csv'
import { parsePhone } from 'clientele/phone'
import { buildContext, type ContextOverrides } from 'clientele/testing'
import type { Customer } from '../../src/customer/customer.js'

/** Rows of these inputs, numbered from 2 as in a file. */
export function rowsOf(...inputs: readonly RowInput[]): CustomerRow[] {
  return inputs.map((input, index) => ({
    row: index + 2,
    id: null,
    input,
    totals: { spent: null, orders: null },
    unknown: [],
    problems: [],
    warnings: [],
  }))
}

export const nobodyKnown: ImportKnown = { existing: [], suppressed: { emails: [], phones: [] } }

export interface ImportCase {
  readonly known?: Partial<ImportKnown>
  readonly options?: ImportOptions
  readonly context?: ContextOverrides
}

/** Plans the import of rows with the full numbering plans. */
export function planned(
  rows: readonly CustomerRow[],
  { known, options, context }: ImportCase = {},
): ImportPlan {
  const whole = buildContext({ parsePhone, ...context })
  const outcome = planImport(rows, { ...nobodyKnown, ...known }, whole, options)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return outcome.value
}

/** How each row ended, with the codes of why: `['created']`, `['skipped', 'import.exists']`. */
export function endsOf({ rows }: ImportPlan): string[][] {
  return rows.map(({ status, problems }) => [status, ...problems.map(({ code }) => code)])
}

/** The customers that a plan writes. */
export function writtenBy({ changeSet }: ImportPlan): Customer[] {
  return changeSet.changes.flatMap((change) => (change.type === 'put' ? [change.customer] : []))
}

/** The codes of a plan's warnings. */
export function warningCodes({ warnings }: ImportPlan): string[] {
  return warnings.map(({ code }) => code)
}
