import type { EmailKey } from '../contact/email.js'
import type { E164 } from '../contact/phone.js'
import type { CustomerRecord } from '../customer/record.js'
import type { Problem } from '../outcome/problem.js'
import type { Claim } from '../plan/claims.js'
import type { Plan } from '../plan/plan.js'
import type { CustomerId } from '../value/id.js'
import type { CustomerRow } from './customer-row.js'

/** How a row of a file ends: exactly one of these. */
export type ImportStatus = 'created' | 'updated' | 'unchanged' | 'skipped' | 'refused'

/** What became of one row. */
export interface ImportedRow {
  readonly row: number
  readonly status: ImportStatus
  /** the record it made (`new:1` until the store numbers it), changed or met; `null` where there is none */
  readonly id: CustomerId | null
  /** why it was refused or skipped; otherwise empty */
  readonly problems: readonly Problem[]
  readonly warnings: readonly Problem[]
}

/** How many rows ended how. The five add up to the rows of the chunk. */
export type ImportTally = { readonly [Status in ImportStatus]: number }

/**
 * By what a row and a customer are the same person: the email, and the phone where one side has no email; one of them alone;
 * or the id that the file gives, which must be known then: nobody is made by it.
 */
export type ImportMatch = 'email-or-phone' | 'email' | 'phone' | 'id'

/** How the rows of a file are taken over. */
export interface ImportOptions {
  /** whether a row may change a customer who is there; a blank cell keeps what is kept. `false` unless given */
  readonly overwrite?: boolean | undefined
  /** whether a blank cell keeps what is kept, or clears it; which cells a file can clear `readCustomerCsv` says. `keep` unless given */
  readonly blank?: 'keep' | 'clear' | undefined
  /** by what a person is recognised: see `ImportMatch`; `email-or-phone` unless given */
  readonly match?: ImportMatch | undefined
  /** tags that every customer of the file gets, beside those of the row */
  readonly tags?: readonly string[] | undefined
  /** where the consents of the file were given; without one, no consent is taken over (`null` unless given) */
  readonly consentSource?: string | null | undefined
}

/** What is known of the people in a chunk; `identitiesOf` says what to ask the store for. */
export interface ImportKnown {
  /** the living records that hold any email or phone of the rows, or where `match` is `id` one of their ids */
  readonly existing: readonly CustomerRecord[]
  /** which of the emails and phones belong to erased people */
  readonly suppressed: RowIdentities
  /** identities that the store refused when the chunk was planned before */
  readonly refused?: readonly Claim[] | undefined
  /** by id, in which row an earlier chunk of the same file wrote a record; a `Map` is one */
  readonly earlier?: { get(id: CustomerId): number | undefined } | undefined
}

/** Emails by their canonical key, phones in E.164. */
export interface RowIdentities {
  readonly emails: readonly EmailKey[]
  readonly phones: readonly E164[]
}

/** What the import of one chunk was asked for. */
export interface ImportWish {
  readonly rows: readonly CustomerRow[]
  readonly overwrite: boolean
  readonly blank: 'keep' | 'clear'
  readonly match: ImportMatch
  readonly tags: readonly string[]
  readonly consentSource: string | null
}

/** What would become of one chunk of a file: one entry a row, in order. */
export interface ImportPlan extends Plan<ImportWish> {
  readonly planner: 'import'
  readonly rows: readonly ImportedRow[]
  readonly tally: ImportTally
}
