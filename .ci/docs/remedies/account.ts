import type { AccessProblemCode } from '../../../src/messaging/access/access-problem.js'
import type { DiscountProblemCode } from '../../../src/messaging/groups/discount.js'
import type { PaymentProblemCode } from '../../../src/messaging/payment/payment-problem.js'
import type { Remedies } from './remedy.js'

type Code = AccessProblemCode | PaymentProblemCode | DiscountProblemCode

/** What can stand against an action on an account or a payment method, and against a discount. */
export const accountRemedies: Remedies<Code> = {
  'access.guest': {
    params: ['action'],
    cause: 'A guest has no login that could be closed or whose password could be set.',
    remedy: 'Invite the customer, and they get an account.',
  },
  'access.not-invited': {
    params: ['action'],
    cause: 'Somebody answers an invitation, and none is open.',
    remedy: 'Invite the customer (anew).',
  },
  'access.not-enabled': {
    params: ['action'],
    cause: 'A password is to be set for an account that is closed, or whose invitation was never taken.',
    remedy: 'Invite the customer instead.',
  },
  'access.enabled': {
    params: ['action'],
    cause: 'The account is in use; there is nothing to invite to and nothing to answer.',
    remedy: 'Nothing. For a forgotten password there is `reset-password`.',
  },
  'access.declined': {
    params: ['action'],
    cause: 'The customer has said no to the invitation.',
    remedy: 'Leave it at that; if they ask for an account after all, `disable` it first and invite again.',
  },
  'access.blocked': {
    params: ['action'],
    cause: 'The customer is shut out.',
    remedy: 'Lift the block first (`unblock`).',
  },
  'access.not-allowed': {
    params: ['actor'],
    cause:
      'This kind of actor may not do it: customers never invite or block, staff never open an account in the customer’s place, and the policy says who may edit accounts.',
    remedy: 'Do not offer it to them, or list `account` under `editable` of a policy of your own.',
  },
  'access.no-mailbox': {
    cause: 'The profile has no email of its own to which an invitation could go.',
    remedy: 'Ask for an email, and invite then.',
  },
  'access.link-void': {
    cause:
      'The link is not the last that was sent, was answered already, was ended by a block or a closed account, or was never sent.',
    remedy: 'Offer to send a new one.',
  },
  'access.link-expired': {
    params: ['expiresAt'],
    cause: 'More time has passed than `linkHours` of the policy allows.',
    remedy: 'Offer to send a new one.',
  },

  'payment.not-configured': {
    params: ['port'],
    cause: 'The service was made without the port that reaches the payment provider.',
    remedy: 'Pass `paymentMethods` to `createCustomers`, or do not offer the action.',
  },
  'payment.not-allowed': {
    params: ['actor'],
    cause: 'These actions are for staff and the system; customers use the provider’s own pages.',
    remedy: 'Send the customer a link (`runPaymentMethodLink`).',
  },
  'payment.card-number': {
    cause: 'Something in the wish or in the provider’s listing looks like the number of a card.',
    remedy:
      'Hand on references only, as the provider’s own form gives them; look where the number comes from.',
  },
  'payment.unknown-method': {
    cause: 'The provider lists no such payment method for the customer (now).',
    remedy: 'Load the list again.',
  },
  'payment.not-replaceable': {
    cause: 'The provider says that staff cannot replace this method, such as a wallet.',
    remedy: 'Send the customer a link instead.',
  },
  'payment.not-revocable': {
    cause: 'The provider says that this method cannot be removed.',
    remedy: 'Do not offer it for this method.',
  },
  'payment.in-use': {
    params: ['subscriptions'],
    cause: 'Active subscriptions are paid with it, and would fail.',
    remedy: 'End them, or have them paid with another method first.',
  },
  'payment.use-unknown': {
    cause:
      'The provider cannot tell whether a subscription is paid with it, and the customer may have some: unknown never means no.',
    remedy: 'Tell it in `activeSubscriptions`, or give the fact `subscriptionContracts`.',
  },
  'payment.unknown-sender': {
    cause: 'The wish names a `from` that is not among `shop.senders`.',
    remedy: 'Offer the listed senders.',
  },
  'payment.unknown-recipient': {
    cause: 'The wish names a `to` that is not among the recipients that the provider lists.',
    remedy: 'Offer those of the listing, by their ids.',
  },
  'payment.recipient-fixed': {
    cause: 'Under this policy the link goes to the email of the profile (`paymentLink.recipient`).',
    remedy: 'Leave `to` out.',
  },
  'payment.no-recipient': {
    cause: 'No recipient was chosen, and the profile has no email.',
    remedy: 'Ask for an email, or choose a recipient where the policy allows it.',
  },

  'discount.customer-gone': {
    params: ['discount'],
    cause: 'The profile was deleted or erased.',
    remedy: 'Do not grant it.',
  },
  'discount.dates-invalid': {
    params: ['discount'],
    cause: '`from` or `until` of the discount is neither a day nor a moment in UTC.',
    remedy: 'Mend the discount: `2026-12-24`, or `2026-12-24T12:00:00.000Z`.',
  },
  'discount.not-begun': {
    params: ['discount'],
    cause: 'The discount begins later.',
    remedy: 'Show from when it holds.',
  },
  'discount.ended': {
    params: ['discount'],
    cause: 'The last day of the discount is over, or its moment has come.',
    remedy: 'Take it out of what is offered.',
  },
  'discount.not-member': {
    params: ['discount'],
    cause: 'The customer is not in the segment of the discount now.',
    remedy: 'Do not grant it.',
  },
  'discount.usage-unknown': {
    params: ['discount'],
    cause: 'The discount has a limit, and `usage` does not say how often it has been used.',
    remedy: 'Count its uses and pass them; what nobody can tell is not granted.',
  },
  'discount.used-up': {
    params: ['discount'],
    cause: 'All together have used it as often as `limits.total` says.',
    remedy: 'Take it out of what is offered.',
  },
  'discount.used-by-customer': {
    params: ['discount'],
    cause: 'The customer has used it as often as `limits.perCustomer` says.',
    remedy: 'Show that to them.',
  },
}
