import type { SelectedCustomers } from '../../bulk/bulk-selection.js'
import type { CustomerRecord } from '../../customer/record.js'
import { emailOf, emailWarnings } from '../../messaging/email-state.js'
import type { EmailData } from '../../messaging/email-wish.js'
import { readEmailData } from '../../messaging/email-wish.schema.js'
import { planDraftedEmail, type EmailDraft, type EmailPlan } from '../../messaging/plan-email.js'
import { refusal, success, type Outcome } from '../../outcome/outcome.js'
import type { Problem } from '../../outcome/problem.js'
import type { Context } from '../../plan/context.js'
import type { EmailEffect } from '../../plan/effect.js'
import type { RequestDigest } from '../../plan/request.js'
import type { EmailState } from '../../timeline/email-step.js'
import type { TimelineEntry } from '../../timeline/entry.js'
import type { MessageId } from '../../timeline/stored-email.js'
import type { CustomerId } from '../../value/id.js'
import type { CampaignRow, CampaignStatus } from './campaign-report.js'
import type { Mailer } from './mailer.js'
import type { CallerOptions, ServicePorts } from '../ports.js'
import { attemptNow, fateOf } from './run-email.js'
import { run } from '../run.js'
import { loadAgain } from '../finding/selected-customers.js'

/** What is the same for every customer of a campaign. */
export interface Campaign<Tx> {
  readonly ports: ServicePorts<Tx>
  readonly mailer: Mailer
  readonly key: string
  readonly request: RequestDigest
  readonly draft: EmailDraft
  readonly selected: SelectedCustomers
  readonly personal: ((record: CustomerRecord) => EmailData) | undefined
  readonly actor: Pick<CallerOptions<Tx>, 'actor'>
}

const statuses: { readonly [State in EmailState]: CampaignStatus } = {
  sent: 'sent',
  failed: 'failed',
  unknown: 'unknown',
  recorded: 'waiting',
  sending: 'waiting',
}

/** How a customer ended, and whether this call has tried to send them something: then, not sent is the mail service's failure. */
export interface CampaignStep {
  readonly row: CampaignRow
  readonly isTried: boolean
}

/**
 * Writes to one customer, once for each campaign: what was recorded before, under any id that was merged into theirs, is not written
 * again, but sent if it was not. Refused only where the store does not answer.
 */
export async function campaignStep<Tx>(
  campaign: Campaign<Tx>,
  record: CustomerRecord,
): Promise<Outcome<CampaignStep>> {
  const { ports } = campaign
  const { id } = record.customer
  const timeline = (await ports.repository.timeline?.(id)) ?? []
  const earlier = timeline.flatMap((entry) => writtenEarlier(entry, campaign.key))[0]
  if (earlier === undefined) return writeTo(campaign, record)
  const state = emailOf(timeline, earlier.message)?.state
  if (state !== 'recorded' && state !== 'sending')
    return untried({ id, status: 'already', message: earlier.message, problems: [] })
  const row = await sendTo(campaign, id, effectOf(earlier.customer, earlier.message, earlier.key))
  // one that is on its way is somebody else's, or was lost with them
  return success({ row, isTried: state === 'recorded' })
}

/** An email of the campaign that stands on the timeline, with the key under which it was written: its event is named by it. */
function writtenEarlier(
  { id, customer, event }: TimelineEntry,
  key: string,
): { readonly customer: CustomerId; readonly message: MessageId; readonly key: string }[] {
  if (event.kind !== 'email-recorded' || event.campaign !== key) return []
  return [{ customer, message: event.message, key: id.slice(0, -'/event/1'.length) }]
}

function effectOf(customer: CustomerId, message: MessageId, key: string): EmailEffect {
  return { id: `${key}/effect/1`, type: 'email', customer, message, attempt: 1 }
}

async function writeTo<Tx>(campaign: Campaign<Tx>, record: CustomerRecord): Promise<Outcome<CampaignStep>> {
  const { ports, request, actor } = campaign
  const { id } = record.customer
  const key = `${campaign.key}/customer/${id}`
  const done = await run(
    ports,
    {
      request: () => request,
      plan: (context, refused) => planFor(campaign, record, context, refused !== null),
    },
    { ...actor, key },
  )
  if (!done.ok) return refusedStep(id, done.problems)
  const message = done.value.receipt.summary['message'] as MessageId
  return success({ row: await sendTo(campaign, id, effectOf(id, message, key)), isTried: true })
}

/** On the record as it was listed, and after a refusal as it is then, if it is still in the segment. */
async function planFor<Tx>(
  campaign: Campaign<Tx>,
  listed: CustomerRecord,
  context: Context,
  isAgain: boolean,
): Promise<Outcome<EmailPlan>> {
  const { draft, personal, key, request } = campaign
  const current = isAgain ? await stillMember(campaign, listed.customer.id) : success(listed)
  if (!current.ok) return current
  const more = readEmailData(personal?.(current.value) ?? {})
  if (!more.ok) return more
  const origin = { campaign: key }
  const planned = planDraftedEmail(current.value, draft, context, { more: more.value, origin })
  if (!planned.ok) return planned
  const plan = planned.value
  return success({ ...plan, changeSet: { ...plan.changeSet, request } })
}

async function stillMember<Tx>(
  { ports, selected }: Campaign<Tx>,
  id: CustomerId,
): Promise<Outcome<CustomerRecord>> {
  const { records, absent } = await loadAgain(ports, selected, [id], {})
  const [record] = records
  if (record !== undefined) return success(record)
  const [first, ...rest] = absent.flatMap(({ problems }) => problems)
  return refusal(first as Problem, ...rest)
}

async function sendTo<Tx>(
  { ports, mailer }: Campaign<Tx>,
  id: CustomerId,
  effect: EmailEffect,
): Promise<CampaignRow> {
  await attemptNow(ports, mailer, effect)
  const fate = await fateOf(ports, { ...effect, customer: id }, {})
  return { id, status: statuses[fate.state], message: fate.message, problems: emailWarnings(fate) }
}

/** What means that nothing can be done for anybody; everything else concerns one. */
const FATAL: ReadonlySet<string> = new Set(['commit.outcome-unknown', 'commit.key-reused'])

function refusedStep(id: CustomerId, problems: readonly [Problem, ...Problem[]]): Outcome<CampaignStep> {
  if (problems.some(({ code }) => FATAL.has(code))) return { ok: false, problems }
  return untried({ id, status: 'skipped', message: null, problems })
}

function untried(row: CampaignRow): Outcome<CampaignStep> {
  return success({ row, isTried: false })
}
