import { emailKey } from '../../contact/email.js'
import { isAllowed } from '../../plan/blocked-by.js'
import { factValue } from '../../customer/facts.js'
import type { CustomerRecord } from '../../customer/record.js'
import type { JsonValue } from '../../outcome/json.js'
import { problem, type Problem } from '../../outcome/problem.js'
import type { Guard } from '../../plan/change.js'
import { mailboxOf } from '../../plan/claims.js'
import type { Context } from '../../plan/context.js'
import type { PaymentRequest } from '../../timeline/event.js'
import type { PaymentListing, PaymentMethod } from './payment-method.js'
import type { PaymentProblemCode } from './payment-problem.js'

/** All parts that a wish about a payment method can have. */
export interface PaymentParts {
  readonly method: string
  readonly from: string | null
  readonly to: string | null
  readonly replacement: string | null
}

/** Of whom and of what something is asked. */
export interface PaymentGround {
  readonly record: Pick<CustomerRecord, 'customer' | 'facts'>
  readonly listing: PaymentListing
  readonly method: PaymentMethod
  readonly parts: PaymentParts
  readonly context: Context
}

interface PaymentRule {
  readonly request: PaymentRequest
  readonly code: PaymentProblemCode
  readonly path: readonly string[]
  readonly refuses: (ground: PaymentGround) => boolean
  readonly params?: (ground: PaymentGround) => { readonly [name: string]: JsonValue }
}

/** What the record says where nobody can tell which subscriptions a method pays: none at all is none of this one either. */
const noSubscription = { fact: 'subscriptionContracts', oneOf: ['never', 'past'] } as const

/** Why something is not done with a method that is there, a row a reason. */
const rules: readonly PaymentRule[] = [
  {
    request: 'link',
    code: 'payment.unknown-sender',
    path: ['from'],
    refuses: ({ parts, context }) => parts.from !== null && senderOf(parts.from, context) === null,
  },
  {
    request: 'link',
    code: 'payment.recipient-fixed',
    path: ['to'],
    refuses: ({ parts, context }) => parts.to !== null && !isChosen(context),
  },
  {
    request: 'link',
    code: 'payment.unknown-recipient',
    path: ['to'],
    refuses: ({ parts, listing, context }) =>
      parts.to !== null && isChosen(context) && !listing.recipients.some(({ id }) => id === parts.to),
  },
  {
    request: 'link',
    code: 'payment.no-recipient',
    path: ['to'],
    refuses: ({ parts, record, context }) =>
      parts.to === null && mailboxOf(record.customer, context.policy.identity) === null,
  },
  {
    request: 'replacement',
    code: 'payment.not-replaceable',
    path: ['method'],
    refuses: ({ method }) => !method.replaceable,
  },
  {
    request: 'revocation',
    code: 'payment.not-revocable',
    path: ['method'],
    refuses: ({ method }) => !method.revocable,
  },
  {
    request: 'revocation',
    code: 'payment.in-use',
    path: ['method'],
    refuses: ({ method }) => Number(method.activeSubscriptions) > 0,
    params: ({ method }) => ({ subscriptions: method.activeSubscriptions }),
  },
  {
    request: 'revocation',
    code: 'payment.use-unknown',
    path: ['method'],
    refuses: ({ method, record }) =>
      method.activeSubscriptions === 'unknown' &&
      !isAllowed(factValue(record.facts, noSubscription.fact), noSubscription.oneOf),
  },
]

/** What is against a request, all at once. */
export function paymentProblems(request: PaymentRequest, ground: PaymentGround): Problem[] {
  return rules
    .filter((rule) => rule.request === request && rule.refuses(ground))
    .map(({ code, path, params }) => problem(code, path, params?.(ground)))
}

/** What the host's tables must still say at the commit, where nobody can tell what the method itself pays (P-3). */
export function paymentGuards(
  request: PaymentRequest,
  { record, method }: Pick<PaymentGround, 'record' | 'method'>,
): Guard[] {
  const isAsked = request === 'revocation' && method.activeSubscriptions === 'unknown'
  return isAsked ? [{ id: record.customer.id, ...noSubscription }] : []
}

/** The sender of the shop with this email, as the host lists it (P-1). */
export function senderOf(from: string, { shop: { senders = [] } }: Context): string | null {
  return senders.find(({ email }) => emailKey(email) === emailKey(from))?.email ?? null
}

function isChosen({ policy }: Context): boolean {
  return policy.paymentLink.recipient === 'chosen'
}
