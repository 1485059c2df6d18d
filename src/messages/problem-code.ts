import type { AddressBookProblemCode } from '../address/address-book.js'
import type { AddressProblemCode } from '../address/address-problems.js'
import type { EmailProblemCode } from '../contact/email.js'
import type { PhoneProblemCode } from '../contact/phone.js'
import type { CustomerProblemCode } from '../customer/customer-problems.js'
import type { DeletionProblemCode } from '../deletion/plan-deletion.js'
import type { MergeProblemCode } from '../merge/merge-problem.js'
import type { ShapeProblemCode } from '../outcome/shape-problems.schema.js'
import type { CommitProblemCode } from '../plan/commit-problem.js'
import type { DraftProblemCode } from '../profile/draft-customer.js'
import type { LoadProblemCode } from '../repository/present-records.js'
import type { SegmentProblemCode } from '../segment/segment-problem.js'
import type { SegmentSqlProblemCode } from '../segment/sql/sql-problem.js'
import type { CsvProblemCode, ImportProblemCode } from '../transfer/transfer-problem.js'

/** Every code of the library: a language without a text for one of them does not compile. */
export type ProblemCode =
  | AddressBookProblemCode
  | AddressProblemCode
  | CommitProblemCode
  | CsvProblemCode
  | CustomerProblemCode
  | DeletionProblemCode
  | DraftProblemCode
  | EmailProblemCode
  | ImportProblemCode
  | LoadProblemCode
  | MergeProblemCode
  | PhoneProblemCode
  | SegmentProblemCode
  | SegmentSqlProblemCode
  | ShapeProblemCode
