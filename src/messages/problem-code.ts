import type { AddressBookProblemCode } from '../address/address-book.js'
import type { AddressProblemCode } from '../address/address-problems.js'
import type { BillingDetailsProblemCode } from '../address/billing-details-problems.js'
import type { BulkProblemCode } from '../bulk/bulk-problem.js'
import type { DistinctProblemCode } from '../duplicates/plan-distinct.js'
import type { EmailProblemCode } from '../contact/email.js'
import type { PhoneProblemCode } from '../contact/phone.js'
import type { CustomerProblemCode } from '../customer/customer-problem.js'
import type { DeletionProblemCode } from '../deletion/plan-deletion.js'
import type { MergeProblemCode } from '../merge/merge-problem.js'
import type { AccessProblemCode } from '../messaging/access/access-problem.js'
import type { DiscountProblemCode } from '../messaging/groups/discount.js'
import type { PaymentProblemCode } from '../messaging/payment/payment-problem.js'
import type { MessagingProblemCode } from '../messaging/email-problem.js'
import type { ShapeProblemCode } from '../outcome/shape-problems.schema.js'
import type { CommitProblemCode } from '../plan/commit-problem.js'
import type { PrivacyProblemCode } from '../privacy/privacy-problem.js'
import type { CapabilityProblemCode } from '../plan/not-stored.js'
import type { ActivityProblemCode } from '../profile/activity/activity-problem.js'
import type { ConsentProblemCode } from '../profile/consent/consent-change.js'
import type { DraftProblemCode } from '../profile/draft-customer.js'
import type { CommentProblemCode } from '../profile/plan-comment.js'
import type { EditProblemCode } from '../profile/edit/edit-problem.js'
import type { FindProblemCode } from '../repository/page-cursor.js'
import type { SavedSegmentProblemCode } from '../repository/saved-segments.js'
import type { LoadProblemCode } from '../repository/present-records.js'
import type { SegmentCallProblemCode } from '../service/segments/segment-calls.js'
import type { SegmentProblemCode } from '../segment/segment-problem.js'
import type { SegmentSqlProblemCode } from '../segment/sql/sql-problem.js'
import type { CsvProblemCode, ImportProblemCode } from '../transfer/transfer-problem.js'

/** Every code of the library: a language without a text for one of them does not compile. */
export type ProblemCode =
  | AccessProblemCode
  | ActivityProblemCode
  | AddressBookProblemCode
  | AddressProblemCode
  | BillingDetailsProblemCode
  | BulkProblemCode
  | CapabilityProblemCode
  | CommentProblemCode
  | CommitProblemCode
  | ConsentProblemCode
  | CsvProblemCode
  | CustomerProblemCode
  | DeletionProblemCode
  | DiscountProblemCode
  | DistinctProblemCode
  | DraftProblemCode
  | EditProblemCode
  | EmailProblemCode
  | FindProblemCode
  | ImportProblemCode
  | LoadProblemCode
  | MergeProblemCode
  | PaymentProblemCode
  | MessagingProblemCode
  | PhoneProblemCode
  | PrivacyProblemCode
  | SavedSegmentProblemCode
  | SegmentCallProblemCode
  | SegmentProblemCode
  | SegmentSqlProblemCode
  | ShapeProblemCode
