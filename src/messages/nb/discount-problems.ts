import type { DiscountProblemCode } from '../../messaging/groups/discount.js'
import type { Message } from '../../outcome/message.js'

/** Why somebody is not entitled to a discount, in Norwegian. */
export const nbDiscountProblems: Readonly<Record<DiscountProblemCode, Message>> = {
  'discount.customer-gone': 'Kunden finnes ikke lenger.',
  'discount.dates-invalid': 'Rabatten {discount} har en dato som ikke er noen dato.',
  'discount.not-begun': 'Rabatten {discount} gjelder ikke ennå.',
  'discount.ended': 'Rabatten {discount} er over.',
  'discount.not-member': 'Kunden hører ikke til segmentet for rabatten {discount}.',
  'discount.usage-unknown': 'Ingen vet hvor ofte rabatten {discount} er brukt.',
  'discount.used-up': 'Rabatten {discount} er brukt så ofte som den kan.',
  'discount.used-by-customer': 'Kunden har brukt rabatten {discount} så ofte som de kan.',
}
