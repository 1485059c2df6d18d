import type { MilitaryRule } from '../address/military-rule.js'
import type { EmailKeyOptions } from '../contact/email.js'
import type { CustomerField } from '../customer/customer.js'
import type { Limits } from '../limits/limits.js'
import type { Message } from '../outcome/message.js'
import type { Blocker } from './blocker.js'
import type { RegistrationRule } from './registration-rule.js'

/** Which records may share an email or a phone, because shops disagree. */
export interface IdentityRule {
  readonly email: 'per-shop' | 'per-account-type' | 'not-unique'
  readonly phone: 'unique' | 'not-unique'
  /** emails that identify nobody, as patterns in which `*` stands for any text: `*@marketplace.example` */
  readonly ignore: readonly string[]
  /**
   * what two emails may differ in and still be one mailbox: `{ ignoreTags: true }`; nothing unless given (C-6). A store that
   * finds people by email must be told of it too, as `createMemoryRepository` is by its option `identity`.
   */
  readonly emailKey?: EmailKeyOptions | undefined
}

/** What a link that leads to an account is for: to open it, or to set a new password (E-7). */
export type AccessLinkKind = 'invitation' | 'password-reset'

/** Whose consent wins in a merge (M-6): anybody's yes, the strictest word, or that of the contact which is kept. */
export type ConsentRule = 'either' | 'most-restrictive' | 'follows-contact'

/**
 * Everything in which shops and platform editions differ, as data. A policy survives JSON, and nothing in the library
 * asks for its name.
 */
export interface Policy {
  readonly name: string
  readonly mergeBlockers: readonly Blocker[]
  readonly deletionBlockers: readonly Blocker[]
  readonly limits: Limits
  readonly consent: ConsentRule
  readonly identity: IdentityRule
  readonly registration: RegistrationRule
  readonly military: MilitaryRule
  /** how many hours a link holds that leads to an account; a new one voids the old */
  readonly linkHours: Readonly<Record<AccessLinkKind, number>>
  /** to whom a link to update a payment method goes (P-1): to the customer's own email, or to an address that staff choose */
  readonly paymentLink: { readonly recipient: 'customer' | 'chosen' }
  /** what each kind of actor may edit; `system` may edit everything */
  readonly editable: {
    readonly staff: readonly CustomerField[]
    readonly customer: readonly CustomerField[]
  }
  readonly erasure: {
    /** whether personal data is erased only after a request (G-1), or at once on confirmation (G-2) */
    readonly requestFirst: boolean
    /** days after the last order during which nothing is erased; a deletion goes by `deletionBlockers` alone */
    readonly retentionDays: number
    /** metafields that are business data and stay; all others are personal */
    readonly businessMetafields: readonly string[]
  }
  /** texts of the host's own codes, by language (BCP 47) and code */
  readonly messages?: { readonly [language: string]: { readonly [code: string]: Message } }
}
