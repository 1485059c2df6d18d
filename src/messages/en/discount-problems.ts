import type { DiscountProblemCode } from '../../messaging/groups/discount.js'
import type { Message } from '../../outcome/message.js'

/** Why somebody is not entitled to a discount, in English. */
export const enDiscountProblems: Readonly<Record<DiscountProblemCode, Message>> = {
  'discount.customer-gone': 'The customer is no longer there.',
  'discount.dates-invalid': 'The discount {discount} has a date that is none.',
  'discount.not-begun': 'The discount {discount} does not hold yet.',
  'discount.ended': 'The discount {discount} has ended.',
  'discount.not-member': 'The customer does not belong to the segment of the discount {discount}.',
  'discount.usage-unknown': 'Nobody can tell how often the discount {discount} has been used.',
  'discount.used-up': 'The discount {discount} has been used as often as it may be.',
  'discount.used-by-customer': 'The customer has used the discount {discount} as often as they may.',
}
