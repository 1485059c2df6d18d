import { defaultRules } from '../customer/rules.js'
import type { CustomerField } from '../customer/customer.js'
import { deletionBlockerRows as deletion, mergeBlockerRows as merge } from './blockers.js'
import type { Policy } from './policy.js'

/** What a customer may change on their own account page; the rest is the shop's (E-2, C-10). */
const customerEditable = [
  'firstName',
  'lastName',
  'email',
  'phone',
  'locale',
  'addresses',
  'defaultAddressId',
  'billingDetails',
  'defaultBillingDetailsId',
] as const satisfies readonly CustomerField[]

const staffEditable = [
  ...customerEditable,
  'note',
  'tags',
  'account',
  'priceLevel',
  'source',
  'taxExempt',
  'taxExemptions',
  'metafields',
] as const satisfies readonly CustomerField[]

/** The newest edition, and the default: what the others do not state, they take from here. */
const shopify: Policy = {
  name: 'shopify',
  mergeBlockers: Object.values(merge),
  deletionBlockers: [deletion.pendingRedaction, deletion.scheduledGiftCard, deletion.subscriptionHistory],
  ...defaultRules,
  consent: 'either',
  identity: { email: 'per-shop', phone: 'unique', ignore: [] },
  registration: 'when-email-confirmed',
  linkHours: { invitation: 30 * 24, 'password-reset': 24 },
  paymentLink: { recipient: 'customer' },
  editable: { staff: staffEditable, customer: customerEditable },
  erasure: { requestFirst: true, retentionDays: 0, businessMetafields: [] },
}

/**
 * The shipped policies. Editions differ where they contradict one another (`MB-*`, `D-*`), nowhere else.
 *
 * @example
 * ```ts @import.meta.vitest
 * expect(policies.shopify.mergeBlockers).toHaveLength(9)
 * ```
 */
export const policies = {
  shopify,
  'shopify-fi': {
    ...shopify,
    name: 'shopify-fi',
    mergeBlockers: [
      merge.subscriptionHistory,
      merge.companyContact,
      merge.deleted,
      merge.redacted,
      merge.inProgress,
      merge.dataRequest,
    ],
    deletionBlockers: [...shopify.deletionBlockers, deletion.orderHistory],
  },
  'shopify-nb': {
    ...shopify,
    name: 'shopify-nb',
    deletionBlockers: [deletion.pendingRedaction, deletion.activeSubscription, deletion.orderHistory],
  },
  'shopify-nl': {
    ...shopify,
    name: 'shopify-nl',
    deletionBlockers: [deletion.orderHistory],
    paymentLink: { recipient: 'chosen' },
  },
  shopelo: {
    ...shopify,
    name: 'shopelo',
    erasure: { ...shopify.erasure, requestFirst: false },
  },
} as const satisfies Record<string, Policy>

/** The name of a shipped policy. */
export type PolicyName = keyof typeof policies
