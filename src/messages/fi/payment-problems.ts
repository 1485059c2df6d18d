import type { PaymentProblemCode } from '../../messaging/payment/payment-problem.js'
import type { Message } from '../../outcome/message.js'

/** Why nothing is done with a payment method, in Finnish. */
export const fiPaymentProblems: Readonly<Record<PaymentProblemCode, Message>> = {
  'payment.not-configured':
    'Maksupalvelua ei ole kytketty. Anna sellainen createCustomers-funktiolle porttina {port}.',
  'payment.not-allowed': 'Tämä ei ole sallittu tälle tekijälle: {actor}.',
  'payment.card-number': 'Mikään tässä ei saa sisältää kortin numeroa.',
  'payment.unknown-method': 'Asiakkaalla ei ole tällaista maksutapaa.',
  'payment.not-replaceable': 'Tätä maksutapaa ei voi korvata täällä. Lähetä asiakkaalle linkki.',
  'payment.not-revocable': 'Tätä maksutapaa ei voi poistaa.',
  'payment.in-use': {
    by: 'subscriptions',
    one: 'Tällä maksutavalla maksetaan voimassa oleva tilaus.',
    other: 'Tällä maksutavalla maksetaan {subscriptions} voimassa olevaa tilausta.',
  },
  'payment.use-unknown': 'Ei tiedetä, maksetaanko tällä maksutavalla voimassa oleva tilaus.',
  'payment.unknown-sender': 'Kauppa ei lähetä sähköpostia tästä osoitteesta.',
  'payment.unknown-recipient': 'Linkkiä ei voi lähettää tähän osoitteeseen.',
  'payment.recipient-fixed': 'Linkki lähetetään profiilin sähköpostiin eikä muualle.',
  'payment.no-recipient': 'Ei ole sähköpostiosoitetta, johon linkin voisi lähettää.',
}
