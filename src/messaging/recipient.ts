import { emailProblems } from '../contact/email.js'
import type { CustomerRecord } from '../customer/record.js'
import { limits } from '../limits/limits.js'
import { problem, type Problem } from '../outcome/problem.js'
import { mailboxOf } from '../plan/claims.js'
import type { Policy } from '../policy/policy.js'
import type { EmailPurpose } from '../timeline/stored-email.js'
import type { RecipientProblemCode } from './email-problem.js'
import { headerProblems } from './header-text.js'

/** One reason not to write to a customer. */
interface RecipientRule {
  readonly code: RecipientProblemCode
  /** what is at fault, as the path of the problem */
  readonly path: readonly string[]
  /** whether it holds of what belongs to an order or an account, too; all hold of marketing, and of what nobody knows */
  readonly always: boolean
  readonly blocks: (record: CustomerRecord, policy: Policy) => boolean
}

/**
 * Why a customer is not written to, a row a reason (T-1, S-3). What belongs to an order or an account reaches whoever has a
 * mailbox; marketing only those who have said yes, and nobody who is about to be forgotten or is shut out (ours).
 */
const rules: readonly RecipientRule[] = [
  {
    code: 'messaging.deleted',
    path: ['facts', 'deleted'],
    always: true,
    blocks: ({ facts }) => facts.deleted,
  },
  {
    code: 'messaging.redacted',
    path: ['facts', 'redaction'],
    always: true,
    blocks: ({ facts }) => facts.redaction === 'done',
  },
  {
    code: 'messaging.redaction-pending',
    path: ['facts', 'redaction'],
    always: false,
    blocks: ({ facts }) => facts.redaction === 'pending',
  },
  {
    code: 'messaging.no-email',
    path: ['email'],
    always: true,
    blocks: ({ customer }, { identity }) => mailboxOf(customer, { ignore: identity.ignore }) === null,
  },
  {
    code: 'messaging.email-unusable',
    path: ['email'],
    always: true,
    blocks: ({ customer: { email } }) => email !== null && !isUsable(email),
  },
  {
    code: 'messaging.blocked',
    path: ['account', 'blocked'],
    always: false,
    blocks: ({ customer }) => customer.account.blocked,
  },
  {
    code: 'messaging.not-subscribed',
    path: ['emailMarketingConsent', 'state'],
    always: false,
    blocks: ({ customer }) => customer.emailMarketingConsent.state !== 'SUBSCRIBED',
  },
]

/**
 * Why a customer may not be written to; an empty list when they may. Codes: `messaging.deleted`, `messaging.redacted`,
 * `messaging.no-email` (a placeholder counts as none), `messaging.email-unusable`; for marketing also
 * `messaging.redaction-pending`, `messaging.blocked`, `messaging.not-subscribed`.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { buildRecord } = await import('../testing/build-record.js')
 * const { policies } = await import('../policy/policies.js')
 * const record = buildRecord({ customer: { email: null } })
 * const [first] = recipientProblems(record, 'transactional', policies.shopify)
 * expect(first?.code).toBe('messaging.no-email')
 * ```
 */
export function recipientProblems(
  record: CustomerRecord,
  purpose: EmailPurpose,
  policy: Policy,
): Problem<RecipientProblemCode>[] {
  return rules
    .filter(({ always, blocks }) => (always || purpose !== 'transactional') && blocks(record, policy))
    .map(({ code, path }) => problem(code, path))
}

function isUsable(email: string): boolean {
  return emailProblems(email, limits.email).length === 0 && headerProblems(email, []).length === 0
}
