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
export {
  type MilitaryProblem,
  militaryAddressProblems,
} from './address/military/military-address-problems.js'
export type { MilitaryAsk, MilitaryProblemCode } from './address/military/military-problem.js'
export {
  type MilitaryRepair,
  type MilitaryRepairCode,
  type RepairedMilitaryAddress,
  repairMilitaryAddress,
} from './address/military/repair-military-address.js'
export type { TaxIdChecker, TaxIdVerdict } from './address/tax-id.js'
export type { MilitaryLevel, MilitaryRule } from './address/military-rule.js'
export {
  type BulkAction,
  type BulkActionType,
  type BulkPlan,
  type BulkProblemCode,
  type BulkRow,
  type BulkSelection,
  type BulkStatus,
  type BulkTally,
  planBulk,
} from './bulk/index.js'
export type { Consent, ConsentState, OptInLevel } from './contact/consent.js'
export type { Channel, ConsentWord } from './contact/consent-transitions.js'
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
export {
  type CustomerDetail,
  customerDetail,
  type DetailSources,
  type ListedOrder,
  type MarkedDefault,
} from './customer/customer-detail.js'
export type { ConsentInput, CustomerInput } from './customer/customer-input.js'
export type { CustomerProblem, CustomerProblemCode } from './customer/customer-problem.js'
export { customerProblems, customerWarnings } from './customer/customer-problems.js'
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
export { type CustomerDate, type CustomerListRow, customerRow } from './customer/list-row.js'
export { matchesSearch } from './customer/matches-search.js'
export { parseCustomer } from './customer/parse-customer.js'
export type { CustomerRecord } from './customer/record.js'
export {
  compareRecords,
  type Sort,
  type SortedRecord,
  type SortKey,
  type SortPlace,
  type SortValue,
  sortKeys,
  sortValue,
} from './customer/record-sort.js'
export type { CustomerRules } from './customer/rules.js'
export {
  noStatistics,
  type PredictedSpendTier,
  type ProductSubscriberStatus,
  type RfmGroup,
  type Statistics,
} from './customer/statistics.js'
export { type StaffView, staffView } from './customer/staff-view.js'
export { type StorefrontView, storefrontView } from './customer/storefront-view.js'
export { normalizeTags } from './customer/tags.js'
export { deletionBlockers } from './deletion/deletion-blockers.js'
export { type DeletionPlan, planDeletion } from './deletion/plan-deletion.js'
export { type LimitName, type Limits, limits } from './limits/limits.js'
export type { CandidateQuery, CandidateWord } from './merge/candidates/candidate-query.js'
export { isMergeCandidate } from './merge/candidates/is-merge-candidate.js'
export { type CandidateSearch, searchMergeCandidates } from './merge/candidates/search-merge-candidates.js'
export { forecastStatistics } from './merge/forecast.js'
export type { AccessProblemCode } from './messaging/access/access-problem.js'
export type { AccessWish } from './messaging/access/access-wish.js'
export type { AccessPlan } from './messaging/access/plan-account-access.js'
export type {
  PaymentListing,
  PaymentMethod,
  PaymentMethodKind,
  PaymentRecipient,
} from './messaging/payment/payment-method.js'
export type { PaymentAnswer, PaymentResult } from './messaging/payment/payment-outcome.js'
export type { PaymentProblemCode } from './messaging/payment/payment-problem.js'
export type {
  PaymentLinkWish,
  PaymentReplacementWish,
  PaymentRevocationWish,
} from './messaging/payment/payment-wish.js'
export type { ReadPaymentWishes } from './messaging/payment/payment-wish.schema.js'
export type { PaymentPlan } from './messaging/payment/plan-payment-request.js'
export { mergeBlockers } from './merge/merge-blockers.js'
export { mergedFacts } from './merge/merged-facts.js'
export type { MergePlan } from './merge/merge-plan.js'
export type { MergeProblemCode } from './merge/merge-problem.js'
export type { KeepField, MergeChoices, MergeKeep, MergeRequest } from './merge/merge-wish.js'
export type { MergedField } from './merge/merged-field.js'
export { planMerge } from './merge/plan-merge.js'
export type { SurvivorRule } from './merge/survivor.js'
export {
  type MergePreviewFormat,
  type MergePreviewOptions,
  renderMergePreview,
} from './merge/preview/render-merge-preview.js'
export type {
  EmailContext,
  EmailCopyPlan,
  EmailCopyWish,
  EmailData,
  EmailPlan,
  EmailRetryPlan,
  EmailTemplate,
  EmailWish,
  MessagingProblemCode,
  RecipientProblemCode,
  SentEmail,
} from './messaging/index.js'
export { explainProblem, type ProblemMessages } from './outcome/explain-problem.js'
export type { JsonValue } from './outcome/json.js'
export type { Message, PluralMessage } from './outcome/message.js'
export type { Outcome, Refusal, Success } from './outcome/outcome.js'
export type { Problem, ProblemParams, ProblemPath } from './outcome/problem.js'
export type { ShapeProblemCode } from './outcome/shape-problems.schema.js'
export { type StandardIssue, toStandardIssues } from './outcome/standard-issues.js'
export type { AccessLink, AccountAction, AccountEffect } from './plan/account-change.js'
export type { Change, Guard } from './plan/change.js'
export type { ChangeSet, Expectation, Receipt, Summary } from './plan/change-set.js'
export { type Claim, claimsOf } from './plan/claims.js'
export type { CommitProblemCode } from './plan/commit-problem.js'
export type { Context, Shop } from './plan/context.js'
export type { Delivery, Effect, EmailEffect, ReassignEffect, RedactEffect } from './plan/effect.js'
export type { RelationFate } from './plan/follow-relations.js'
export type { Person } from './plan/person.js'
export type { NoWish, Plan } from './plan/plan.js'
export type { PaymentMethodEffect } from './plan/payment-method-effect.js'
export type { RecordProblemCode } from './plan/settled-record.js'
export type { CapabilityProblemCode } from './plan/not-stored.js'
export type { NoticeEffect, NoticeSubject } from './plan/notice-effect.js'
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
export type { AccessLinkKind, ConsentRule, IdentityRule, Policy } from './policy/policy.js'
export {
  type ErasureFate,
  type ErasureRow,
  type ErasureTerms,
  erasureTable,
} from './privacy/erasure-table.js'
export {
  exportPersonalData,
  type PersonalData,
  type PersonalEvent,
  type RelatedData,
} from './privacy/personal-data.js'
export { personalDataSchema } from './privacy/personal-data.schema.js'
export type {
  PersonalDataLabel,
  PersonalDataLanguage,
  PersonalDataMessages,
} from './privacy/personal-data-messages.js'
export { planDataRequest, planDataRequestCompletion } from './privacy/plan-data-request.js'
export {
  type ErasedField,
  planRedaction,
  type RedactionPlan,
  type RedactionStage,
} from './privacy/plan-redaction.js'
export { planRedactionCancellation } from './privacy/plan-redaction-cancellation.js'
export { planRedactionRequest } from './privacy/plan-redaction-request.js'
export type { PrivacyProblemCode } from './privacy/privacy-problem.js'
export {
  type PersonalDataFormat,
  type PersonalDataOptions,
  renderPersonalData,
} from './privacy/render-personal-data.js'
export type { PrivacyStatePlan, PrivacyStatePlanner, PrivacySubject } from './privacy/state-plan.js'
export type { RegistrationRule } from './policy/registration-rule.js'
export type { ConsentChange, ConsentProblemCode } from './profile/consent/consent-change.js'
export { type ConsentPlan, planConsentChange } from './profile/consent/plan-consent-change.js'
export { rebaseConsentChange } from './profile/consent/rebase-consent-change.js'
export type {
  AddressEdit,
  BillingDetailsEdit,
  BookEdit,
  CustomerEdit,
  EditField,
  NoteAddition,
  TagsEdit,
} from './profile/edit/customer-edit.js'
export type { EditProblemCode } from './profile/edit/edit-problem.js'
export { type EditConflict, editConflicts } from './profile/edit/edit-conflicts.js'
export { type EditPlan, planEdit } from './profile/edit/plan-edit.js'
export { rebaseEdit } from './profile/edit/rebase-edit.js'
export type {
  AbandonedCheckout,
  Activity,
  ActivityPerson,
  ActivityType,
  GivenConsent,
  GivenConsents,
  OrderActivity,
  Registration,
  SignUp,
} from './profile/activity/activity.js'
export type { ActivityProblemCode } from './profile/activity/activity-problem.js'
export {
  type ActivityIdentities,
  type ActivityPlan,
  type ActivitySubject,
  activityIdentities,
  planActivity,
} from './profile/activity/plan-activity.js'
export type { ActivityStatus } from './profile/activity/settle-activity.js'
export {
  type CommentPlan,
  type CommentProblemCode,
  type CommentRemovalPlan,
  type CommentRemovalWish,
  type CommentSubject,
  type CommentWish,
  planComment,
  planCommentRemoval,
} from './profile/plan-comment.js'
export { type CreatePlan, planCreate } from './profile/plan-create.js'
export type { Capabilities } from './repository/capabilities.js'
export type { CallOptions, CancelSignal } from './repository/call-options.js'
export type { MemberPage, MembershipChange, Memberships } from './repository/memberships.js'
export { type Cursor, cursorAfter, type FindProblemCode, readCursor } from './repository/page-cursor.js'
export type {
  CommitProblem,
  CustomerRepository,
  DistinctPair,
  Identities,
  IdentityMatches,
  Loaded,
  RecordPage,
} from './repository/port.js'
export type { Moment, RecordFilter, RecordQuery } from './repository/query.js'
export type {
  SavedSegment,
  SavedSegmentProblem,
  SavedSegmentProblemCode,
  SavedSegments,
  SegmentWish,
} from './repository/saved-segments.js'
export { type LoadProblemCode, presentRecords } from './repository/present-records.js'
export type { AccountCalls } from './service/account/account-calls.js'
export type { AuditedConflict, AuditOptions, IdentityReport } from './service/finding/audit-identities.js'
export { createCustomers } from './service/create-customers.js'
export type { Customers, ExportCallOptions, MergeCall } from './service/customers.js'
export type { CampaignReport, CampaignRow, CampaignStatus } from './service/email/campaign-report.js'
export type {
  EmailMessage,
  MailFailure,
  Mailer,
  MailResult,
} from './service/email/mailer.js'
export type { CampaignCallOptions, CampaignCalls, CampaignWish } from './service/email/run-campaign.js'
export type { EmailCallOptions, EmailCalls, EmailDone } from './service/email/run-email.js'
export type { BulkCallOptions, BulkReport } from './service/bulk/run-bulk.js'
export type { DuplicatesOfOptions } from './service/finding/duplicates-of.js'
export type { FindWish } from './service/finding/find-wish.js'
export type {
  BuiltInSegment,
  ListedSegment,
  MembersWish,
  SaveSegmentWish,
  SegmentCallProblemCode,
  SegmentCalls,
} from './service/segments/segment-calls.js'
export type { SelectionSource } from './service/finding/selected-customers.js'
export type { ExportReport, SaveFile } from './service/files/export-customers.js'
export type { ImportCallOptions } from './service/files/import-customers.js'
export type { ImportProgress, ImportReport } from './service/files/import-report.js'
export type { PaymentCalls, PaymentDone } from './service/account/payment-calls.js'
export type { PaymentMethods } from './service/account/payment-methods.js'
export type { PersonalDataCalls } from './service/account/personal-data.js'
export type { CallerOptions, Confirmation, CustomersPorts, FailedCall } from './service/ports.js'
export type { ConsentCall, EditCall } from './service/run-edit.js'
export type { TimeSpan } from './service/segments/due-segment-changes.js'
export type { Done } from './service/run.js'
export type { SegmentChange, SegmentListener } from './service/segments/segment-listener.js'
export { describeEvent, type EventLanguage } from './timeline/describe-event.js'
export type { EmailState } from './timeline/email-step.js'
export type { TimelineEntry } from './timeline/entry.js'
export type {
  AccountEventKind,
  EventDetails,
  PaymentRequest,
  PrivacyEventKind,
  TimelineEvent,
  TimelineEventKind,
} from './timeline/event.js'
export type {
  EmailDiscount,
  EmailFailure,
  EmailPurpose,
  MessageId,
  StoredEmail,
} from './timeline/stored-email.js'
export { type TimelinePage, type TimelinePosition, timelinePage } from './timeline/timeline-page.js'
export type { Actor } from './value/actor.js'
export { compareCodePoints } from './value/code-point-order.js'
export type { CountryCode } from './value/country.js'
export type { AddressId, CustomerId, EffectId, EventId, Revision, SegmentId } from './value/id.js'
export type { CalendarDate, Instant } from './value/instant.js'
export type { Mailbox } from './value/mailbox.js'
export { decimalAmount, type Money, minorUnits } from './value/money.js'
export { foldText } from './value/text.js'
export type { TextProblemCode } from './value/text-problems.js'
