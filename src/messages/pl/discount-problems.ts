import type { DiscountProblemCode } from '../../messaging/groups/discount.js'
import type { Message } from '../../outcome/message.js'

/** Why somebody is not entitled to a discount, in Polish. */
export const plDiscountProblems: Readonly<Record<DiscountProblemCode, Message>> = {
  'discount.customer-gone': 'Tego klienta już nie ma.',
  'discount.dates-invalid': 'Rabat {discount} ma datę, która nie jest datą.',
  'discount.not-begun': 'Rabat {discount} jeszcze nie obowiązuje.',
  'discount.ended': 'Rabat {discount} się skończył.',
  'discount.not-member': 'Klient nie należy do segmentu rabatu {discount}.',
  'discount.usage-unknown': 'Nie wiadomo, ile razy użyto rabatu {discount}.',
  'discount.used-up': 'Rabatu {discount} użyto tyle razy, ile wolno.',
  'discount.used-by-customer': 'Klient użył rabatu {discount} tyle razy, ile mu wolno.',
}
