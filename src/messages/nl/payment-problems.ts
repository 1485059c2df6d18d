import type { PaymentProblemCode } from '../../messaging/payment/payment-problem.js'
import type { Message } from '../../outcome/message.js'

/** Why nothing is done with a payment method, in Dutch. */
export const nlPaymentProblems: Readonly<Record<PaymentProblemCode, Message>> = {
  'payment.not-configured':
    'Er is geen betaaldienst aangesloten. Geef die aan createCustomers mee als de port {port}.',
  'payment.not-allowed': 'Dit is niet aan {actor}.',
  'payment.card-number': 'Hier mag nergens het nummer van een kaart staan.',
  'payment.unknown-method': 'De klant heeft deze betaalmethode niet.',
  'payment.not-replaceable': 'Deze betaalmethode kan hier niet worden vervangen. Stuur de klant een link.',
  'payment.not-revocable': 'Deze betaalmethode kan niet worden verwijderd.',
  'payment.in-use': {
    by: 'subscriptions',
    one: 'Met deze betaalmethode wordt een actief abonnement betaald.',
    other: 'Met deze betaalmethode worden {subscriptions} actieve abonnementen betaald.',
  },
  'payment.use-unknown': 'Het is niet bekend of met deze betaalmethode een actief abonnement wordt betaald.',
  'payment.unknown-sender': 'De winkel verstuurt geen e-mails vanaf dit adres.',
  'payment.unknown-recipient': 'De link kan niet naar dit adres worden gestuurd.',
  'payment.recipient-fixed': 'De link gaat naar het e-mailadres van het profiel en nergens anders heen.',
  'payment.no-recipient': 'Er is geen e-mailadres waar de link heen kan.',
}
