import type { EmailPurpose } from '../timeline/stored-email.js'

/**
 * What an email says. `{{customer.firstName}}` stands for the customer's first name, `{{customer.firstName | friend}}` for a friend
 * where there is none. The customer's: `firstName lastName name email company`; `{{sender.name}}`, `{{sender.email}}`,
 * `{{discounts}}` for the codes; `{{data.link}}` for what the wish brings.
 */
export interface EmailTemplate {
  readonly subject: string
  readonly text: string
  /** as a page; made of the text unless given. What stands for the customer is escaped in it */
  readonly html?: string | null | undefined
}

/** What is different for each customer. */
export interface EmailData {
  /** discounts that go with it as data (T-2) */
  readonly discounts?:
    | readonly { readonly code: string; readonly title?: string | null | undefined }[]
    | undefined
  /** what `{{data.…}}` stands for: the host's own values */
  readonly data?: { readonly [name: string]: string | number } | undefined
}

/** An email that is wanted, as data. */
export interface EmailWish extends EmailTemplate, EmailData {
  /** `'transactional'` unless given; for marketing the customer must have said yes */
  readonly purpose?: EmailPurpose | undefined
  /** the address of one of the shop's senders; the first unless given */
  readonly from?: string | undefined
  /** whether a copy goes to whoever wishes it */
  readonly copyToSelf?: boolean | undefined
}

/** To whom a copy goes. */
export interface EmailCopyWish {
  /** the customer, at the address of now; or whoever wishes it */
  readonly to: 'customer' | 'self'
}
