import type { CustomerRecord } from '../customer/record.js'
import type { CustomerId } from '../value/id.js'
import { isPlainMap } from '../value/plain-map.js'

/** What of the merged profile can be taken whole from one of the records. */
export type KeepField =
  | 'firstName'
  | 'lastName'
  | 'email'
  | 'phone'
  | 'locale'
  | 'note'
  | 'tags'
  | 'defaultAddress'
  | 'defaultBillingDetails'
  | 'emailMarketingConsent'
  | 'smsMarketingConsent'
  | 'account'
  | 'priceLevel'
  | 'source'
  | 'taxExempt'
  | 'taxExemptions'

/** From which record a field is taken, by the record's id (M-2a). */
export type MergeKeep = { readonly [Field in KeepField]?: CustomerId | undefined }

/** The contact details that can be typed in the review (M-2a). */
export type TypedField = 'firstName' | 'lastName' | 'email' | 'phone'

/** What is chosen for the merged profile; what is left out follows the rules. */
export interface MergeChoices {
  /** which record lives on; free, unless `keep.email` names another and no `email` is typed (M-2c) */
  readonly survivor?: CustomerId | undefined
  readonly keep?: MergeKeep | undefined
  /** typed in place of what the rules and `keep` would take, read as `planEdit` reads it; blanks or `null` mean none (M-2a) */
  readonly firstName?: string | null | undefined
  readonly lastName?: string | null | undefined
  readonly email?: string | null | undefined
  /** a national number is read by the country of the default address that is kept, else of the shop */
  readonly phone?: string | null | undefined
  /** the whole note, in place of the joined one and of `keep.note`; blanks or `null` mean none */
  readonly note?: string | null | undefined
  /** all the tags, in place of the united ones and of `keep.tags` */
  readonly tags?: readonly string[] | undefined
}

/** The records to become one, two or more (M-10), and what is chosen. */
export interface MergeRequest extends MergeChoices {
  readonly records: readonly CustomerRecord[]
}

/** The choices as they stand in the plan: plain JSON, with nothing undefined. */
export type MergeWish = {
  readonly survivor?: CustomerId
  readonly keep?: { readonly [Field in KeepField]?: CustomerId }
  readonly firstName?: string | null
  readonly lastName?: string | null
  readonly email?: string | null
  readonly phone?: string | null
  readonly note?: string | null
  readonly tags?: readonly string[]
}

/**
 * Leaves out what is not chosen, so that equal wishes are equal data. Total: a request is known before its wish is checked,
 * so what is no map of choices stays as it is.
 */
export function toMergeWish({
  survivor,
  keep = {},
  firstName,
  lastName,
  email,
  phone,
  note,
  tags,
}: MergeChoices): MergeWish {
  const kept = isPlainMap(keep) ? choicesOf(keep) : keep
  return withoutUndefined({ survivor, keep: kept, firstName, lastName, email, phone, note, tags })
}

/** The record whose email is kept by choice, unless another email is typed. */
export function keptEmailOf({ keep, email }: MergeWish): CustomerId | undefined {
  return email === undefined ? keep?.email : undefined
}

function choicesOf(keep: object): object | undefined {
  const chosen = withoutUndefined(keep)
  return Object.keys(chosen).length === 0 ? undefined : chosen
}

function withoutUndefined(map: object): object {
  return Object.fromEntries(Object.entries(map).filter(([, value]) => value !== undefined))
}
