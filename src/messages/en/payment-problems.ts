import type { PaymentProblemCode } from '../../messaging/payment/payment-problem.js'
import type { Message } from '../../outcome/message.js'

/** Why nothing is done with a payment method, in English. */
export const enPaymentProblems: Readonly<Record<PaymentProblemCode, Message>> = {
  'payment.not-configured': 'No payment provider is connected. Give createCustomers one as the port {port}.',
  'payment.not-allowed': 'This is not for {actor} to do.',
  'payment.card-number': 'Nothing here may hold the number of a card.',
  'payment.unknown-method': 'The customer has no such payment method.',
  'payment.not-replaceable': 'This payment method cannot be replaced from here. Send the customer a link.',
  'payment.not-revocable': 'This payment method cannot be removed.',
  'payment.in-use': {
    by: 'subscriptions',
    one: 'An active subscription is paid with this payment method.',
    other: '{subscriptions} active subscriptions are paid with this payment method.',
  },
  'payment.use-unknown': 'Nobody can tell whether an active subscription is paid with this payment method.',
  'payment.unknown-sender': 'The shop does not send emails from this address.',
  'payment.unknown-recipient': 'The link cannot be sent to this address.',
  'payment.recipient-fixed': 'The link goes to the email of the profile, and nowhere else.',
  'payment.no-recipient': 'There is no email that the link could be sent to.',
}
