import type { CustomerRecord } from '../../customer/record.js'
import { emailKey } from '../../contact/email.js'
import { foldsTo } from '../compile/folds-to.js'
import type { Attribute, AttributeFamily, AttributeOf } from './catalog.js'

/** Whether the login of an account is closed (C-8). */
const blocked: AttributeOf<CustomerRecord, 'boolean'> = {
  name: 'blocked',
  type: 'boolean',
  read: (record) => record.customer.account.blocked,
}

/** Whether the customer gets the newsletter: is subscribed by email, nothing less. */
const newsletter: AttributeOf<CustomerRecord, 'boolean'> = {
  name: 'newsletter',
  type: 'boolean',
  read: (record) => record.customer.emailMarketingConsent.state === 'SUBSCRIBED',
}

/**
 * What follows the `@`, in the lower case by which emails compare. The query's side counts as typed, as the reference says, so
 * `'Example.com'` is nobody's.
 */
const customerEmailDomain: AttributeOf<CustomerRecord, 'text'> = {
  name: 'customer_email_domain',
  type: 'text',
  hints: ['email', 'customer_email'],
  read: ({ customer: { email } }) => (email === null ? null : domainOf(emailKey(email))),
}

function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1)
}

/** The language of the locale, ISO 639-1: `pl` of `pl-PL`. Nobody's where the customer has no locale of their own. */
const customerLanguage: AttributeOf<CustomerRecord, 'text'> = {
  name: 'customer_language',
  type: 'text',
  read: ({ customer: { locale } }) => (locale === null ? null : languageOf(locale)),
}

function languageOf(locale: string): string {
  const [language] = locale.split(/[-_]/, 1)
  return String(language).toLowerCase()
}

/** Where the customer came from (C-9). */
const source: AttributeOf<CustomerRecord, 'text'> = {
  name: 'source',
  type: 'text',
  read: (record) => record.customer.source,
}

/** Tags in any case (E-3, S-4). That a tag is nobody's is no error. */
const customerTags: AttributeOf<CustomerRecord, 'list'> = {
  name: 'customer_tags',
  type: 'list',
  hints: ['tag'],
  folded: true,
  read: (record) => record.customer.tags,
  chainedLeaves: {
    CONTAINS: (then, tag) => (record) => hasTag(record.customer.tags, tag) && (then === null || then(record)),
    'NOT CONTAINS': (then, tag) => (record) =>
      !hasTag(record.customer.tags, tag) && (then === null || then(record)),
  },
}

function hasTag(tags: readonly string[], folded: string): boolean {
  for (const tag of tags) if (foldsTo(tag, folded)) return true
  return false
}

/** The host's own data. Both spellings of the prefix are met. */
const metafields: AttributeFamily<CustomerRecord> = {
  name: 'metafields',
  type: 'any',
  prefixes: ['metafields.', 'customer.metafields.'],
  read: ({ customer }, key) =>
    Object.hasOwn(customer.metafields, key) ? customer.metafields[key] : undefined,
}

/** Who the customer is to the shop. */
export const personAttributes: readonly Attribute<CustomerRecord>[] = [
  blocked,
  customerEmailDomain,
  customerLanguage,
  customerTags,
  metafields,
  newsletter,
  source,
]
