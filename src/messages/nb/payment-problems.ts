import type { PaymentProblemCode } from '../../messaging/payment/payment-problem.js'
import type { Message } from '../../outcome/message.js'

/** Why nothing is done with a payment method, in Norwegian. */
export const nbPaymentProblems: Readonly<Record<PaymentProblemCode, Message>> = {
  'payment.not-configured': 'Ingen betalingstjeneste er koblet til. Gi createCustomers en som porten {port}.',
  'payment.not-allowed': 'Dette er det ikke {actor} som gjør.',
  'payment.card-number': 'Ingenting her kan inneholde nummeret på et kort.',
  'payment.unknown-method': 'Kunden har ingen slik betalingsmåte.',
  'payment.not-replaceable': 'Denne betalingsmåten kan ikke erstattes herfra. Send kunden en lenke.',
  'payment.not-revocable': 'Denne betalingsmåten kan ikke fjernes.',
  'payment.in-use': {
    by: 'subscriptions',
    one: 'Et aktivt abonnement betales med denne betalingsmåten.',
    other: '{subscriptions} aktive abonnementer betales med denne betalingsmåten.',
  },
  'payment.use-unknown': 'Ingen vet om et aktivt abonnement betales med denne betalingsmåten.',
  'payment.unknown-sender': 'Butikken sender ikke e-post fra denne adressen.',
  'payment.unknown-recipient': 'Lenken kan ikke sendes til denne adressen.',
  'payment.recipient-fixed': 'Lenken går til e-posten i profilen og ingen andre steder.',
  'payment.no-recipient': 'Det finnes ingen e-postadresse som lenken kan sendes til.',
}
