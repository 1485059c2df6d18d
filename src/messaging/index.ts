export type { AccessProblemCode } from './access/access-problem.js'
export { accessLinkProblems, type FollowedLink } from './access/access-links.js'
export type { AccessWish } from './access/access-wish.js'
export { type AccessPlan, type AccessSubject, planAccountAccess } from './access/plan-account-access.js'
export { holdsCardNumber } from './payment/card-number.js'
export type {
  PaymentListing,
  PaymentMethod,
  PaymentMethodKind,
  PaymentRecipient,
} from './payment/payment-method.js'
export type { PaymentAnswer, PaymentResult } from './payment/payment-outcome.js'
export type { PaymentProblemCode } from './payment/payment-problem.js'
export type {
  PaymentLinkWish,
  PaymentReplacementWish,
  PaymentRevocationWish,
} from './payment/payment-wish.js'
export type { ReadPaymentWishes } from './payment/payment-wish.schema.js'
export {
  planPaymentMethodLink,
  planPaymentMethodReplacement,
  planPaymentMethodRevocation,
} from './payment/plan-payment-method.js'
export type { PaymentPlan, PaymentSubject } from './payment/plan-payment-request.js'
export { emailOf, eventWarnings } from './email-state.js'
export { planEmail } from './plan-email.js'
export { planEmailCopy } from './plan-email-copy.js'
export { planEmailRetry } from './plan-email-retry.js'
export { recipientProblems } from './recipient.js'

export type { MessagingProblemCode, RecipientProblemCode } from './email-problem.js'
export type { SentEmail } from './email-state.js'
export type { EmailCopyWish, EmailData, EmailTemplate, EmailWish } from './email-wish.js'
export type { EmailContext, EmailPlan } from './plan-email.js'
export type { EmailCopyPlan } from './plan-email-copy.js'
export type { EmailRetryPlan } from './plan-email-retry.js'
export type { DiscountProblemCode, DiscountUsage, SegmentDiscount } from './groups/discount.js'
export { type DiscountTerms, discountProblems, entitledDiscounts } from './groups/entitled-discounts.js'
