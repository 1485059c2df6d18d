import type { JsonValue } from '../outcome/json.js'
import type { CustomerId, Revision } from '../value/id.js'
import type { Change, Guard } from './change.js'
import type { Effect } from './effect.js'
import type { RequestDigest } from './request.js'

/** What the plan relied on: the revision it read, or that there was no such record. */
export interface Expectation {
  readonly id: CustomerId
  readonly revision: Revision | 'absent'
}

/** What the host may show or log of a change set: ids, counts and codes, no personal data. */
export type Summary = { readonly [name: string]: JsonValue }

/** One atomic write, or a refusal. Plain JSON: it can be stored and sent before it is committed. */
export interface ChangeSet {
  /** the same key is carried out once; another request under it is refused */
  readonly key: string
  readonly request: RequestDigest
  /** absent where no confirmation is needed, `false` as planned, `true` once a person has said so (M-2b) */
  readonly confirmed?: boolean
  readonly expects: readonly Expectation[]
  readonly guards: readonly Guard[]
  readonly changes: readonly Change[]
  readonly outbox: readonly Effect[]
  readonly summary: Summary
}

/** What a commit did. Holds no personal data. */
export interface Receipt {
  /** the new revision of each record that lives on, by its real id */
  readonly revisions: { readonly [id: CustomerId]: Revision }
  /** what the store made of `new:1`, `new:2` … */
  readonly ids: { readonly [newId: string]: string }
  readonly summary: Summary
  /** whether the key had been carried out before */
  readonly replayed: boolean
}
