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

/** What is chosen for the merged profile; what is left out follows the rules. */
export interface MergeChoices {
  /** which record lives on; free, unless `keep.email` names another (M-2c) */
  readonly survivor?: CustomerId | undefined
  readonly keep?: MergeKeep | undefined
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
  readonly note?: string | null
  readonly tags?: readonly string[]
}

/**
 * Leaves out what is not chosen, so that equal wishes are equal data. Total: a request is known before its wish is checked,
 * so what is no map of choices stays as it is.
 */
export function toMergeWish({ survivor, keep = {}, note, tags }: MergeChoices): MergeWish {
  return withoutUndefined({ survivor, keep: isPlainMap(keep) ? choicesOf(keep) : keep, note, tags })
}

function choicesOf(keep: object): object | undefined {
  const chosen = withoutUndefined(keep)
  return Object.keys(chosen).length === 0 ? undefined : chosen
}

function withoutUndefined(map: object): object {
  return Object.fromEntries(Object.entries(map).filter(([, value]) => value !== undefined))
}
