import type { BillingDetails } from '../address/address.js'
import type { Consent } from '../contact/consent.js'
import type { Account } from '../customer/account.js'
import type { CustomerField } from '../customer/customer.js'
import type { Facts, RedactionRequest } from '../customer/facts.js'
import type { Statistics } from '../customer/statistics.js'
import type { Message } from '../outcome/message.js'
import type { Person } from '../plan/person.js'
import type { RelationKind } from '../plan/store-traits.js'
import type { TimelineEvent } from '../timeline/event.js'
import type { EmailDiscount, StoredEmail } from '../timeline/stored-email.js'
import type { Actor } from '../value/actor.js'
import type { PersonalData, PersonalEvent } from './personal-data.js'

type NamesOf<Part> = Part extends unknown ? keyof Part & string : never

/** Every name in an export that is not the host's own; one without a label does not compile. */
export type PersonalDataLabel =
  | Exclude<keyof PersonalData, 'format' | 'version' | 'asOf'>
  | CustomerField
  | NamesOf<BillingDetails | Consent | Account>
  | keyof Statistics
  | keyof Facts
  | keyof RedactionRequest
  | keyof Person
  | NamesOf<PersonalEvent | TimelineEvent | Actor | StoredEmail | EmailDiscount>
  | RelationKind

/** The words of an export in one language. */
export interface PersonalDataMessages {
  /** with `{customer}`, the id */
  readonly title: Message
  /** with `{asOf}` */
  readonly asOf: Message
  readonly labels: Readonly<Record<PersonalDataLabel, string>>
  readonly words: Readonly<Record<'yes' | 'no' | 'none', string>>
}

/** A language's texts, as far as an export needs them. */
export interface PersonalDataLanguage {
  /** BCP 47 */
  readonly language: string
  readonly personalData: PersonalDataMessages
}
