import { readSelection } from '../../bulk/bulk-selection.js'
import type { CustomerRecord } from '../../customer/record.js'
import { draftEmail } from '../../messaging/plan-email.js'
import type { EmailData, EmailWish } from '../../messaging/email-wish.js'
import { invariant } from '../../outcome/invariant.js'
import type { JsonValue } from '../../outcome/json.js'
import { success, type Outcome } from '../../outcome/outcome.js'
import type { ChangeSet } from '../../plan/change-set.js'
import { requestOf, type RequestDigest } from '../../plan/request.js'
import type { CancelSignal } from '../../repository/call-options.js'
import type { Cursor } from '../../repository/page-cursor.js'
import type { Segment } from '../../segment/segment.js'
import type { Actor } from '../../value/actor.js'
import { emptyReport, withRows, type CampaignReport, type CampaignRow } from './campaign-report.js'
import { campaignStep, type Campaign, type CampaignStep } from './campaign-row.js'
import { keyProblems } from '../key-problems.js'
import type { ServicePorts } from '../ports.js'
import { readyToSend } from './run-email.js'
import { nextChunk, sourceOf } from '../finding/selected-customers.js'
import { send } from '../send.js'

/** What a campaign says: marketing unless it says otherwise. */
export type CampaignWish = Omit<EmailWish, 'copyToSelf'>

/** How a campaign is carried out. */
export interface CampaignCallOptions {
  /** who wishes it; `system` unless given */
  readonly actor?: Actor
  /** names the campaign: nobody gets it twice under one key. Without one, a campaign whose process ends cannot be gone on with */
  readonly key?: string
  /** comes between two emails; the report says where to go on */
  readonly signal?: CancelSignal | undefined
  /** customers that are read at once: about 250 unless given */
  readonly batchSize?: number
  /** emails that are on their way at once: 1 unless given */
  readonly parallel?: number
  /** so many in a row that could not be sent, or of which nobody can tell, end it: 25 unless given */
  readonly maxFailures?: number
  /** what is different for each customer: a code of their own, a link; who gets something unfit is left out (`shape.*`) */
  readonly personal?: (record: CustomerRecord) => EmailData
  /** is told what the campaign has come to so far, after each batch */
  readonly onProgress?: (report: CampaignReport) => void
  /** is told what became of each customer */
  readonly onRow?: (row: CampaignRow) => void
  /** the `next` of a report: where to go on, under its `key` */
  readonly resumeFrom?: Cursor | null
}

/** The calls about emails to many. */
export interface CampaignCalls {
  /**
   * Writes to the members of a segment (T-2, S-3), one after the other and in constant memory: only to those who may be written to;
   * everybody else is counted, and named with the reasons. Each email is recorded before it is sent. Under one `key` nobody gets it
   * twice, however often it is stopped, resumed or repeated, before and after a merge.
   *
   * Refused before anybody is looked at for what is wrong with the segment (`segment.*`) or the email (`planEmail`), for another
   * email or segment under the same key (`commit.key-reused`), without a mailer (`messaging.no-mailer`), and by a store whose
   * timelines cannot be read (`capability.no-timeline`).
   */
  runCampaign(
    segment: Segment,
    wish: CampaignWish,
    options?: CampaignCallOptions,
  ): Promise<Outcome<CampaignReport>>
}

const BATCH = 250
const FAILURES = 25

/** Ties the call to a store. */
export function campaignCalls<Tx>(ports: ServicePorts<Tx>): CampaignCalls {
  return { runCampaign: (segment, wish, options = {}) => runCampaign(ports, segment, wish, options) }
}

async function runCampaign<Tx>(
  ports: ServicePorts<Tx>,
  segment: Segment,
  wish: CampaignWish,
  options: CampaignCallOptions,
): Promise<Outcome<CampaignReport>> {
  const {
    actor,
    batchSize = BATCH,
    parallel = 1,
    maxFailures = FAILURES,
    resumeFrom = null,
    personal,
  } = options
  for (const count of [batchSize, parallel, maxFailures])
    invariant(Number.isInteger(count) && count >= 1, 'a campaign counts in whole numbers from 1 on')
  // under a new key everybody who was written to before would be written to again
  invariant(resumeFrom === null || options.key !== undefined, 'a campaign is resumed under its own key')
  const ready = readyToSend(ports)
  if (!ready.ok) return ready
  const context = ports.contextOf(options.key === undefined ? {} : { key: options.key })
  const selected = readSelection({ type: 'segment', segment }, context, ports.sources)
  const draft = draftEmail({ ...wish, purpose: wish?.purpose ?? 'marketing' }, context)
  const unkept = keyProblems(context.key)
  if (!selected.ok || !draft.ok || unkept.length > 0) {
    const [first, ...rest] = [
      ...unkept,
      ...[selected, draft].flatMap((part) => (part.ok ? [] : part.problems)),
    ]
    return { ok: false, problems: [first as NonNullable<typeof first>, ...rest] }
  }
  const request = requestOf('campaign', [], { wish, segment } as unknown as JsonValue)
  const begun = await send(ports, beginning(context.key, request), {})
  if (!begun.ok) return begun
  const campaign: Campaign<Tx> = {
    ports,
    mailer: ready.value,
    key: context.key,
    request,
    draft: draft.value,
    selected: selected.value,
    personal,
    actor: actor === undefined ? {} : { actor },
  }
  return batchByBatch(
    campaign,
    emptyReport(context.key, resumeFrom, await sourceOf(ports, selected.value, {})),
    options,
  )
}

/** Says under the key what the campaign is, so that another one under the same key is refused before it reaches half of the people. */
function beginning(key: string, request: RequestDigest): ChangeSet {
  const summary = { planner: 'campaign' }
  return { key, request, expects: [], guards: [], changes: [], outbox: [], summary }
}

async function batchByBatch<Tx>(
  campaign: Campaign<Tx>,
  start: CampaignReport,
  options: CampaignCallOptions,
): Promise<Outcome<CampaignReport>> {
  const { ports, selected } = campaign
  const { batchSize: size = BATCH, signal, onProgress, maxFailures = FAILURES } = options
  const row = failureBudget(maxFailures)
  for (let report = start; ; ) {
    if (signal?.aborted === true) return success({ ...report, stopped: 'cancelled' })
    const from = { after: report.next, size, signal }
    const chunk = await nextChunk(ports, { selected, source: report.source }, from, {})
    if (!chunk.ok) return chunk
    const { records, next } = chunk.value
    const ended = await batch(campaign, records, report, row, options)
    if (!ended.ok) return ended
    report = ended.value
    if (report.stopped === null) report = { ...report, next, isDone: next === null }
    onProgress?.(report)
    if (report.isDone || report.stopped !== null) return success(report)
  }
}

/** Counts those in a row that could not be sent, by this call. */
interface FailureBudget {
  readonly count: (steps: readonly CampaignStep[]) => void
  readonly isSpent: () => boolean
}

function failureBudget(limit: number): FailureBudget {
  let failures = 0
  return {
    count: (steps) => {
      for (const { row, isTried } of steps)
        if (row.status === 'sent') failures = 0
        else if (isTried) failures++
    },
    isSpent: () => failures >= limit,
  }
}

/** Writes to some, a few at once; stops between two emails, and then the batch is the place to go on from. */
async function batch<Tx>(
  campaign: Campaign<Tx>,
  records: readonly CustomerRecord[],
  before: CampaignReport,
  failures: FailureBudget,
  { parallel = 1, signal, onRow }: CampaignCallOptions,
): Promise<Outcome<CampaignReport>> {
  let report = before
  for (let from = 0; from < records.length; from += parallel) {
    if (signal?.aborted === true) return success({ ...report, stopped: 'cancelled' })
    if (failures.isSpent()) return success({ ...report, stopped: 'failures' })
    const ended = await Promise.all(
      records.slice(from, from + parallel).map((record) => campaignStep(campaign, record)),
    )
    const steps = ended.flatMap((one) => (one.ok ? [one.value] : []))
    failures.count(steps)
    const rows = steps.map(({ row }) => row)
    report = withRows(report, rows)
    for (const row of rows) onRow?.(row)
    const refused = ended.find((one) => !one.ok)
    if (refused !== undefined && !refused.ok) return refused
  }
  return success(report)
}
