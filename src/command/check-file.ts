import { countries } from '../address/countries/countries.js'
import type { MilitaryLevel } from '../address/military-rule.js'
import { parsePhone } from '../contact/phone-parser.js'
import type { Problem } from '../outcome/problem.js'
import type { Context } from '../plan/context.js'
import { noRelations } from '../plan/store-traits.js'
import { definePolicy } from '../policy/define-policy.js'
import { policies } from '../policy/policies.js'
import { draftRows, type Candidate } from '../transfer/candidate.js'
import type { SheetOptions, SheetRow } from '../transfer/csv-rows.js'
import { readSheet, type CsvSource } from '../transfer/csv-sheet.stream.js'
import { twinFinder } from '../transfer/row-twins.js'

/** A row of a file with all that was found about it. */
export interface CheckedRow {
  readonly sheet: SheetRow
  readonly candidate: Candidate
  /** why an import would refuse it, or the post return it */
  readonly problems: readonly Problem[]
  /** that its person stands in the file before */
  readonly twins: readonly Problem[]
  readonly warnings: readonly Problem[]
}

/** What the rows of a file are judged by. */
export interface CheckTerms extends Pick<SheetOptions, 'format' | 'onHeader'> {
  readonly country: string | null
  readonly level: MilitaryLevel
}

/** A country that is none, so that a phone without one is asked about and not guessed at. */
const NOWHERE = 'ZZ'

/** Goes through a file, batch by batch, as an import would, and finds what it would refuse, and who stands in it twice. */
export async function* checkFile(
  source: CsvSource,
  { format, onHeader, ...terms }: CheckTerms,
): AsyncGenerator<readonly CheckedRow[], void, undefined> {
  const context = contextOf(terms)
  const twinsOf = twinFinder()
  for await (const batch of readSheet(source, { format, onHeader })) {
    const drafts = draftRows(
      batch.map(({ row }) => row),
      context,
    )
    yield batch.map((sheet, index) => {
      const candidate = drafts[index] as Candidate
      const { problems, warnings } = candidate
      return { sheet, candidate, problems, twins: twinsOf(candidate), warnings }
    })
  }
}

function contextOf({ country, level }: Pick<CheckTerms, 'country' | 'level'>): Context {
  const military = { level, severity: 'refuse' } as const
  return {
    now: '1970-01-01T00:00:00.000Z',
    policy: definePolicy(policies.shopify, { name: 'check', military }),
    shop: { timeZone: 'UTC', currency: 'XXX', country: country ?? NOWHERE, locale: 'en' },
    actor: { type: 'system', id: null },
    key: 'check',
    store: { statistics: 'projected', relations: noRelations, notStored: [] },
    parsePhone,
    countries,
  }
}
