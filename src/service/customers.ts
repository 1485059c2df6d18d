import type { BulkAction } from '../bulk/bulk-action.js'
import type { BulkSelection } from '../bulk/bulk-selection.js'
import type { CustomerInput } from '../customer/customer-input.js'
import type { CustomerRecord } from '../customer/record.js'
import type { DeletionPlan } from '../deletion/plan-deletion.js'
import type { CandidateQuery } from '../merge/candidates/candidate-query.js'
import type { DistinctPlan } from '../duplicates/plan-distinct.js'
import type { MergePlan } from '../merge/merge-plan.js'
import type { MergeChoices } from '../merge/merge-wish.js'
import type { Outcome } from '../outcome/outcome.js'
import type { Plan } from '../plan/plan.js'
import type { ConsentPlan } from '../profile/consent/plan-consent-change.js'
import type { EditPlan } from '../profile/edit/plan-edit.js'
import type { Activity } from '../profile/activity/activity.js'
import type { ActivityPlan } from '../profile/activity/plan-activity.js'
import type {
  CommentPlan,
  CommentRemovalPlan,
  CommentRemovalWish,
  CommentWish,
} from '../profile/plan-comment.js'
import type { CreatePlan } from '../profile/plan-create.js'
import type { DuplicateMatch } from '../duplicates/find-matches.js'
import type { CallOptions } from '../repository/call-options.js'
import type { RecordPage } from '../repository/port.js'
import type { Segment } from '../segment/segment.js'
import type { NamedSegments } from '../segment/watch/segment-index.js'
import type { CsvWriteOptions } from '../transfer/csv-write.js'
import type { CsvSource } from '../transfer/csv-sheet.stream.js'
import type { TimelinePage, TimelinePosition } from '../timeline/timeline-page.js'
import type { CustomerId } from '../value/id.js'
import type { AccountCalls } from './account/account-calls.js'
import type { AuditOptions, IdentityReport } from './finding/audit-identities.js'
import type { TimeSpan } from './segments/due-segment-changes.js'
import type { DuplicatesOfOptions } from './finding/duplicates-of.js'
import type { ExportReport, SaveFile } from './files/export-customers.js'
import type { FindWish } from './finding/find-wish.js'
import type { ImportCallOptions } from './files/import-customers.js'
import type { ImportReport } from './files/import-report.js'
import type { PaymentCalls } from './account/payment-calls.js'
import type { PersonalDataCalls } from './account/personal-data.js'
import type { CallerOptions, Confirmation } from './ports.js'
import type { CampaignCalls } from './email/run-campaign.js'
import type { EmailCalls } from './email/run-email.js'
import type { BulkCallOptions, BulkReport } from './bulk/run-bulk.js'
import type { Done } from './run.js'
import type { SegmentCalls } from './segments/segment-calls.js'
import type { SegmentChange } from './segments/segment-listener.js'
import type { ConsentCall, EditCall } from './run-edit.js'

/** Who is merged, and what is chosen for the merged profile. */
export interface MergeCall extends MergeChoices {
  /** two or more (M-10) */
  readonly ids: readonly CustomerId[]
}

/** What is exported, and how it is written. */
export interface ExportCallOptions<Tx> extends CallerOptions<Tx>, CsvWriteOptions {
  /** whom to export; all unless given */
  readonly segment?: Segment | undefined
}

/**
 * Everything that needs a store: load → plan → commit → effects. Each `runX` does it in one call. What is asked for may come from a
 * form, and is refused where it is none (`shape.*`, at `[0]` or at its name); options come from the program, so a call throws, a
 * programmer's error, where they are no object or their `actor` or `signal` is none.
 */
export interface Customers<Tx = never>
  extends AccountCalls<Tx>,
    CampaignCalls,
    EmailCalls<Tx>,
    PaymentCalls<Tx>,
    PersonalDataCalls<Tx> {
  /**
   * One page of those whom a query and a search find, sorted (L-2, L-4a, R-2). What the store cannot answer is found by reading
   * everybody, with the warning `capability.fallback` (`params.method`).
   *
   * Codes: `shape.*`, `segment.*` (the path begins with `where`), `segment.history-needed` (`params.readers`),
   * `find.page-too-large` (`params.limit`), `find.cursor-invalid`.
   */
  find(wish?: FindWish, options?: CallOptions<Tx>): Promise<Outcome<RecordPage>>
  /** How many a query and a search find; codes and warnings of `find`. */
  count(wish?: Pick<FindWish, 'where' | 'search'>, options?: CallOptions<Tx>): Promise<Outcome<number>>
  /** Saved segments, and who is in them (S-1, S-2). */
  readonly segments: SegmentCalls<Tx>
  /**
   * Profiles that are the same person as a customer, or may be, the strongest first. A store that keeps no keys of duplicates is
   * read through, with the warning `capability.fallback` (`params.method`). Codes: `shape.*`, `load.*`.
   */
  duplicatesOf(id: CustomerId, options?: DuplicatesOfOptions<Tx>): Promise<Outcome<readonly DuplicateMatch[]>>
  /** Adds a customer by hand (C-4). */
  runCreate(wish: CustomerInput, options?: CallerOptions<Tx>): Promise<Outcome<Done<CreatePlan>>>
  /** The living profiles that a search for another one of the same person finds (M-8), in constant memory. */
  mergeCandidates(query: CandidateQuery, options?: CallOptions<Tx>): AsyncIterable<CustomerRecord>
  /** Takes in what a customer did (C-1 to C-3); its id is the key, so that what is delivered twice counts once. */
  runActivity(
    activity: Activity,
    options?: Omit<CallerOptions<Tx>, 'key'>,
  ): Promise<Outcome<Done<ActivityPlan>>>
  /**
   * One page of a customer's timeline, newest first (T-3), comments that were taken back left out. Codes: `shape.*`,
   * `capability.no-timeline`, and `load.*` where there is nothing to show because there is no such customer.
   */
  timeline(
    id: CustomerId,
    position?: TimelinePosition,
    options?: CallOptions<Tx>,
  ): Promise<Outcome<TimelinePage>>
  /** Puts a comment by staff on a customer's timeline. */
  runComment(
    id: CustomerId,
    wish: CommentWish,
    options?: CallerOptions<Tx>,
  ): Promise<Outcome<Done<CommentPlan>>>
  /** Takes a comment on a customer's timeline back, for its author. */
  runCommentRemoval(
    id: CustomerId,
    wish: CommentRemovalWish,
    options?: CallerOptions<Tx>,
  ): Promise<Outcome<Done<CommentRemovalPlan>>>
  /** Loads a profile and plans an edit (E-1), to be looked at; does nothing. */
  planEdit(wish: EditCall, options?: CallerOptions<Tx>): Promise<Outcome<EditPlan>>
  /** Edits a profile (E-1 to E-5), and overwrites nothing that somebody else has changed since it was `seen`. */
  runEdit(wish: EditCall, options?: CallerOptions<Tx>): Promise<Outcome<Done<EditPlan>>>
  /** Takes down what a customer says about marketing in one channel (E-6). */
  runConsentChange(wish: ConsentCall, options?: CallerOptions<Tx>): Promise<Outcome<Done<ConsentPlan>>>
  /** Loads the profiles and plans their merge, to be looked at; does nothing. */
  planMerge(wish: MergeCall, options?: CallerOptions<Tx>): Promise<Outcome<MergePlan>>
  /** Merges profiles (M-1), once `confirmed` (M-2b). */
  runMerge(wish: MergeCall, options?: CallerOptions<Tx> & Confirmation): Promise<Outcome<Done<MergePlan>>>
  /** Loads a profile and plans its deletion, to be looked at; does nothing. */
  planDeletion(id: CustomerId, options?: CallerOptions<Tx>): Promise<Outcome<DeletionPlan>>
  /** Deletes a profile and the personal data in it (D-6), once `confirmed`. */
  runDeletion(
    id: CustomerId,
    options?: CallerOptions<Tx> & Confirmation,
  ): Promise<Outcome<Done<DeletionPlan>>>
  /**
   * Goes through a selection and plans one action for each (B-1 to B-4), to be looked at; does nothing. What only a commit can
   * tell, such as a contact that is another's, is not foreseen.
   */
  planBulk(
    selection: BulkSelection,
    action: BulkAction,
    options?: BulkCallOptions<Tx>,
  ): Promise<Outcome<BulkReport>>
  /** Does one thing to many customers (B-1 to B-4); a deletion once `confirmed`, for those who can be deleted. */
  runBulk(
    selection: BulkSelection,
    action: BulkAction,
    options?: BulkCallOptions<Tx> & Confirmation,
  ): Promise<Outcome<BulkReport>>
  /** Records that profiles are not the same person, so that they are never offered as duplicates again. */
  runDistinct(ids: readonly CustomerId[], options?: CallerOptions<Tx>): Promise<Outcome<Done<DistinctPlan>>>
  /** What stands in the way of unique emails and phones in the store, with the merges that would clear it. */
  auditIdentities(options?: AuditOptions<Tx>): Promise<IdentityReport>
  /** Commits a plan as it was shown; if the world has changed since, it is refused, and so is what is no plan (`shape.*`). */
  commit<P extends Plan<unknown>>(
    plan: P,
    options?: CallOptions<Tx> & Confirmation,
  ): Promise<Outcome<Done<P>>>
  /**
   * The members of a segment, one after the other, in constant memory (S-2). Throws at once, a programmer's error, for a segment that
   * needs a reader of `related` or another segment that the ports do not bring: `segmentRequirements` tells before.
   */
  members(segment: Segment, options?: CallOptions<Tx>): AsyncIterable<CustomerRecord>
  /**
   * Whom time alone has brought into segments or out of them between two moments (S-2): ask when the shop's day has changed. What a
   * commit changes, the port `segmentListener` is told. Throws at once, a programmer's error, as `members` does.
   */
  dueSegmentChanges(
    segments: NamedSegments,
    span: TimeSpan,
    options?: CallOptions<Tx>,
  ): AsyncIterable<SegmentChange>
  /** Imports a file of customers (C-5); every row is accounted for. */
  importCustomers(source: CsvSource, options?: ImportCallOptions<Tx>): Promise<Outcome<ImportReport>>
  /**
   * Writes a segment of the customers, or all of them, as a file that `save` takes away; the actor is sent the link (L-5).
   */
  exportCustomers(save: SaveFile, options?: ExportCallOptions<Tx>): Promise<Outcome<ExportReport>>
  /**
   * Hands what waits in the outbox to the host's `deliver`, oldest first, and emails to the mailer, those too that were left when a
   * process ended; gives how many were delivered. Call it when the shop starts, and every few minutes.
   */
  deliverEffects(options?: CallOptions<Tx>): Promise<number>
}
