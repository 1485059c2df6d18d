import type { DiscountProblemCode } from '../../messaging/groups/discount.js'
import type { Message } from '../../outcome/message.js'

/** Why somebody is not entitled to a discount, in Finnish. */
export const fiDiscountProblems: Readonly<Record<DiscountProblemCode, Message>> = {
  'discount.customer-gone': 'Asiakasta ei enää ole.',
  'discount.dates-invalid': 'Alennuksessa {discount} on päivämäärä, joka ei ole päivämäärä.',
  'discount.not-begun': 'Alennus {discount} ei ole vielä voimassa.',
  'discount.ended': 'Alennus {discount} on päättynyt.',
  'discount.not-member': 'Asiakas ei kuulu alennuksen {discount} segmenttiin.',
  'discount.usage-unknown': 'Ei tiedetä, kuinka usein alennusta {discount} on käytetty.',
  'discount.used-up': 'Alennusta {discount} on käytetty niin usein kuin saa.',
  'discount.used-by-customer': 'Asiakas on käyttänyt alennusta {discount} niin usein kuin saa.',
}
