import type { AddressProblemCode } from '../address/address-problems.js'
import type { BillingDetailsProblemCode } from '../address/billing-details-problems.js'
import type { EmailProblemCode } from '../contact/email.js'
import type { PhoneProblemCode } from '../contact/phone.js'
import type { Problem } from '../outcome/problem.js'
import type { TextProblemCode } from '../value/text-problems.js'

/** Why a customer is refused, apart from their contacts, texts and addresses; `customer.name-look-alike` only warns. */
export type CustomerProblemCode =
  | 'customer.nobody'
  | 'customer.too-many-tags'
  | 'customer.tag-invalid'
  | 'customer.tag-repeated'
  | 'customer.default-missing'
  | 'customer.id-repeated'
  | 'customer.price-level'
  | 'customer.locale-unknown'
  | 'customer.guest-with-login'
  | 'customer.metafield-invalid'
  | 'customer.name-look-alike'

/** What is wrong with a customer. */
export type CustomerProblem = Problem<
  | CustomerProblemCode
  | AddressProblemCode
  | BillingDetailsProblemCode
  | EmailProblemCode
  | PhoneProblemCode
  | TextProblemCode
>
