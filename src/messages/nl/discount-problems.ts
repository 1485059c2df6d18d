import type { DiscountProblemCode } from '../../messaging/groups/discount.js'
import type { Message } from '../../outcome/message.js'

/** Why somebody is not entitled to a discount, in Dutch. */
export const nlDiscountProblems: Readonly<Record<DiscountProblemCode, Message>> = {
  'discount.customer-gone': 'De klant is er niet meer.',
  'discount.dates-invalid': 'De korting {discount} heeft een datum die geen datum is.',
  'discount.not-begun': 'De korting {discount} geldt nog niet.',
  'discount.ended': 'De korting {discount} is afgelopen.',
  'discount.not-member': 'De klant hoort niet bij het segment van de korting {discount}.',
  'discount.usage-unknown': 'Het is niet bekend hoe vaak de korting {discount} is gebruikt.',
  'discount.used-up': 'De korting {discount} is zo vaak gebruikt als mag.',
  'discount.used-by-customer': 'De klant heeft de korting {discount} zo vaak gebruikt als mag.',
}
