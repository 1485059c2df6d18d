export {
  type Address,
  type AddressFields,
  type AddressInput,
  addressFieldNames,
  type BillingDetails,
  type BillingDetailsInput,
} from './address/address.js'
export {
  type AddressBook,
  type AddressBookOutcome,
  type AddressBookProblemCode,
  addAddress,
  editAddress,
  removeAddress,
  setDefaultAddress,
} from './address/address-book.js'
export { addressSchema } from './address/address.schema.js'
export {
  type AddressContext,
  type AddressProblem,
  type AddressProblemCode,
  addressProblems,
} from './address/address-problems.js'
export { billingDetailsProblems } from './address/billing-details-problems.js'
export type { Countries, Country, CountryField, Province } from './address/country.js'
export { type FormatAddressOptions, formatAddress } from './address/format-address.js'
export type { RecipientName } from './address/recipient-name.js'
export { isMilitaryMail } from './address/military/is-military-mail.js'
export { isMilitaryAddress } from './address/military/is-military-address.js'
export { militaryAddressProblems } from './address/military/military-address-problems.js'
export type { MilitaryProblemCode } from './address/military/military-problem.js'
export {
  type MilitaryRepair,
  type MilitaryRepairCode,
  repairMilitaryAddress,
} from './address/military/repair-military-address.js'
export type { TaxIdChecker, TaxIdVerdict } from './address/tax-id.js'
export type { MilitaryLevel, MilitaryRule } from './address/military-rule.js'
export type { Consent, ConsentState, OptInLevel } from './contact/consent.js'
export {
  type EmailKey,
  type EmailKeyOptions,
  type EmailProblemCode,
  emailKey,
  emailProblems,
  normalizeEmail,
} from './contact/email.js'
export type { E164, PhoneParser, PhoneProblemCode } from './contact/phone.js'
export type { Account, AccountState, GuestAccount, RegisteredAccount } from './customer/account.js'
export type { Customer, CustomerField, Metafields } from './customer/customer.js'
export { customerSchema } from './customer/customer.schema.js'
export type { ConsentInput, CustomerInput } from './customer/customer-input.js'
export {
  type CustomerProblem,
  type CustomerProblemCode,
  customerProblems,
  customerWarnings,
} from './customer/customer-problems.js'
export {
  type FactName,
  type Facts,
  type HostFacts,
  harmlessHostFacts,
  type Known,
  type LibraryFacts,
  noLibraryFacts,
  type RedactionRequest,
  unknownHostFacts,
} from './customer/facts.js'
export { parseCustomer } from './customer/parse-customer.js'
export type { CustomerRecord } from './customer/record.js'
export type { CustomerRules } from './customer/rules.js'
export { noStatistics, type Statistics } from './customer/statistics.js'
export { normalizeTags } from './customer/tags.js'
export { deletionBlockers } from './deletion/deletion-blockers.js'
export { type DeletionPlan, planDeletion } from './deletion/plan-deletion.js'
export { type LimitName, type Limits, limits } from './limits/limits.js'
export { mergeBlockers } from './merge/merge-blockers.js'
export type { MergePlan } from './merge/merge-plan.js'
export type { MergeProblemCode } from './merge/merge-problem.js'
export type { MergeChoices, MergeKeep, MergeRequest } from './merge/merge-wish.js'
export type { MergedField } from './merge/merged-field.js'
export { planMerge } from './merge/plan-merge.js'
export { type MergePreviewFormat, renderMergePreview } from './merge/preview/render-merge-preview.js'
export { explainProblem, type ProblemMessages } from './outcome/explain-problem.js'
export type { JsonValue } from './outcome/json.js'
export type { Message } from './outcome/message.js'
export type { Outcome, Refusal, Success } from './outcome/outcome.js'
export type { Problem, ProblemParams, ProblemPath } from './outcome/problem.js'
export type { Change, Guard } from './plan/change.js'
export type { ChangeSet, Expectation, Receipt, Summary } from './plan/change-set.js'
export { type Claim, claimsOf } from './plan/claims.js'
export type { CommitProblemCode } from './plan/commit-problem.js'
export type { Context, Shop } from './plan/context.js'
export type { Effect } from './plan/effect.js'
export type { NoticeEffect, NoticeSubject } from './plan/notice-effect.js'
export type { Plan } from './plan/plan.js'
export { type RequestDigest, requestOf } from './plan/request.js'
export {
  noRelations,
  type RelationKind,
  type RelationMode,
  type Relations,
  relationKinds,
  type StoreTraits,
} from './plan/store-traits.js'
export { type SuppressionKey, suppressionKey } from './plan/suppression-key.js'
export type { Touch } from './plan/touch.js'
export type { Blocker } from './policy/blocker.js'
export { definePolicy } from './policy/define-policy.js'
export { type PolicyName, policies } from './policy/policies.js'
export type { ConsentRule, IdentityRule, Policy } from './policy/policy.js'
export { type CreatePlan, planCreate } from './profile/plan-create.js'
export type { Capabilities } from './repository/capabilities.js'
export type {
  CallOptions,
  CancelSignal,
  Cursor,
  CustomerRepository,
  Identities,
  IdentityMatches,
  Loaded,
  RecordPage,
} from './repository/port.js'
export { type LoadProblemCode, presentRecords } from './repository/present-records.js'
export {
  type Confirmation,
  type Customers,
  createCustomers,
  type ExportCallOptions,
  type MergeCall,
} from './service/create-customers.js'
export type { ExportReport, SaveFile } from './service/export-customers.js'
export type { ImportCallOptions } from './service/import-customers.js'
export type { ImportProgress, ImportReport } from './service/import-report.js'
export type { CallerOptions, CustomersPorts } from './service/ports.js'
export type { Done } from './service/run.js'
export type { TimelineEvent, TimelineEventKind } from './timeline/event.js'
export type { Actor } from './value/actor.js'
export type { CountryCode } from './value/country.js'
export type { AddressId, CustomerId, EffectId, EventId, Revision } from './value/id.js'
export type { CalendarDate, Instant } from './value/instant.js'
export { decimalAmount, type Money, minorUnits } from './value/money.js'
