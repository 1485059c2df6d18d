import { emailKey, type EmailKey } from '../contact/email.js'
import type { Customer } from '../customer/customer.js'
import type { IdentityRule } from '../policy/policy.js'
import type { Flavour } from '../value/id.js'
import { foldText } from '../value/text.js'

/** A key that only one living record may hold: `email:anna@example.com`, `email:account:…`, `phone:+48601234567`. */
export type Claim = Flavour<'Claim'>

type Contact = Pick<Customer, 'email' | 'phone' | 'account'>

const emailClaims: Record<IdentityRule['email'], (key: EmailKey, contact: Contact) => Claim | null> = {
  'per-shop': (key) => `email:${key}`,
  'per-account-type': (key, { account }) => `email:${account.type}:${key}`,
  'not-unique': () => null,
}

/**
 * The unique keys a customer holds under an identity rule. Planners put them into the change set; the store keeps them apart
 * and knows no policy. An adapter needs this only to fill a store with records that no change set brought.
 *
 * @example
 * ```ts @import.meta.vitest
 * const account = { type: 'guest', state: 'DISABLED', blocked: false } as const
 * const contact = { email: 'Anna@example.com', phone: '+48601234567', account }
 * const identity = { email: 'per-shop', phone: 'unique', ignore: [] } as const
 * expect(claimsOf(contact, identity)).toEqual(['email:anna@example.com', 'phone:+48601234567'])
 * ```
 */
export function claimsOf(contact: Contact, identity: IdentityRule): readonly Claim[] {
  return claimsWith(mailboxOf(contact, identity), contact, identity)
}

/** The same of a contact whose mailbox has been read. */
export function claimsWith(
  mailbox: EmailKey | null,
  contact: Contact,
  identity: IdentityRule,
): readonly Claim[] {
  const { phone } = contact
  const byEmail = mailbox === null ? null : emailClaims[identity.email](mailbox, contact)
  const byPhone: Claim | null = !phone || identity.phone === 'not-unique' ? null : `phone:${phone}`
  if (byEmail === null) return byPhone === null ? [] : [byPhone]
  return byPhone === null ? [byEmail] : [byEmail, byPhone]
}

/** The key of the mailbox by which a person is recognised; a placeholder identifies nobody and counts as none. */
export function mailboxOf(contact: Pick<Contact, 'email'>, rule: MailboxRule): EmailKey | null {
  return mailboxReader(rule)(contact)
}

/** Reads the mailbox of a contact. What is blank, as old tables have it where nothing is known, is nobody's. */
export type MailboxReader = (contact: Pick<Contact, 'email'>) => EmailKey | null

/** The same for many contacts: the rule is read once. */
export function mailboxReader(rule: MailboxRule): MailboxReader {
  const isPlaceholder = placeholderMatcher(rule.ignore)
  return ({ email }) => {
    if (email === null) return null
    const key = emailKey(email)
    // patterns are written for emails as people see them, tags and dots included
    if (key === '' || isPlaceholder(key)) return null
    return rule.emailKey === undefined ? key : emailKey(email, rule.emailKey)
  }
}

/** What says which emails are one mailbox, and which are nobody's. */
export type MailboxRule = Pick<IdentityRule, 'ignore' | 'emailKey'>

/** What tells whether an email identifies nobody: it matches one of the patterns, in which `*` stands for any text. */
export function placeholderMatcher(patterns: readonly string[]): (key: string) => boolean {
  // Most shops have none, and ask of every customer
  if (patterns.length === 0) return () => false
  const all = patterns.map((pattern) => foldText(pattern).split('*'))
  return (key) => all.some((parts) => matchesPattern(key, parts))
}

function matchesPattern(key: string, parts: readonly string[]): boolean {
  const last = parts.at(-1) as string
  const first = parts[0] as string
  if (parts.length === 1) return key === first
  if (!key.startsWith(first) || !key.endsWith(last)) return false
  let from = first.length
  for (const part of parts.slice(1, -1)) {
    const at = key.indexOf(part, from)
    if (at < 0) return false
    from = at + part.length
  }
  return from <= key.length - last.length
}
