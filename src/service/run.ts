import { refusal, success, type Outcome } from '../outcome/outcome.js'
import { problem, type Problem } from '../outcome/problem.js'
import type { ChangeSet, Receipt } from '../plan/change-set.js'
import type { Context } from '../plan/context.js'
import type { Plan } from '../plan/plan.js'
import type { RequestDigest } from '../plan/request.js'
import type { CommitProblem } from '../repository/port.js'
import type { CustomerId } from '../value/id.js'
import { deliverEffects } from './outbox/deliver-effects.js'
import { guardsHold } from './guards-hold.js'
import { keyProblems } from './key-problems.js'
import { knownBefore } from './outbox/known-before.js'
import type { CallerOptions, ServicePorts } from './ports.js'
import { send } from './send.js'
import { segmentTeller } from './segments/tell-segment-changes.js'

/** What a run did: the receipt, the plan (`null` when the key had been carried out before), and the real ids it concerns. */
export interface Done<P> {
  readonly receipt: Receipt
  readonly plan: P | null
  readonly subjects: readonly CustomerId[]
}

/** What is to be run: the digest by which a repeated call is recognised, and how to load and plan. */
export interface Task<P> {
  /** asked only where the key has been used before */
  request(): RequestDigest
  readonly confirmed?: boolean | undefined
  /** how often it is planned anew before giving up; as the ports say unless given */
  readonly attempts?: number
  /** loads and plans; `refused` is what became of the plan before, where there was one */
  plan(context: Context, refused: RefusedPlan<P> | null): Promise<Outcome<P>>
}

/** A plan that the store refused because the world had changed. */
export interface RefusedPlan<P> {
  readonly plan: P
  readonly problems: readonly Problem[]
}

/** The refusals that mean "the world has changed since": worth another look, with a bound. */
const REPLANNED: ReadonlySet<string> = new Set([
  'commit.stale',
  'commit.fact-changed',
  'commit.identity-taken',
])

/** Load → plan → commit → effects. A plan made on what is no longer true is made again; a repeated key is answered as it was. */
export async function run<P extends Plan<unknown>, Tx>(
  ports: ServicePorts<Tx>,
  task: Task<P>,
  options: CallerOptions<Tx>,
): Promise<Outcome<Done<P>>> {
  const context = ports.contextOf(options)
  const [unkept] = keyProblems(context.key)
  if (unkept !== undefined) return refusal(unkept)
  const earlier = options.key === undefined ? null : await ports.repository.outcomeOf(context.key, options)
  if (earlier !== null) return replay(earlier, task.request())
  const bound = options.transaction === undefined ? (task.attempts ?? ports.attempts) : 1
  let refused: RefusedPlan<P> | null = null
  for (let attempt = 1; ; attempt++) {
    const planned = await task.plan(context, refused)
    if (!planned.ok) return planned
    const committed = await commitPlan(ports, planned.value, task.confirmed, options)
    if (committed.ok || attempt >= bound || !committed.problems.every(({ code }) => REPLANNED.has(code)))
      return committed
    refused = { plan: planned.value, problems: committed.problems }
  }
}

/** Commits a plan as it stands: what was shown is what is done, or it is refused. */
export async function commitPlan<P extends Plan<unknown>, Tx>(
  ports: ServicePorts<Tx>,
  plan: P,
  confirmed: boolean | undefined,
  options: CallerOptions<Tx>,
): Promise<Outcome<Done<P>>> {
  const changeSet = toCommit(plan, confirmed)
  const [unkept] = keyProblems(changeSet.key)
  if (unkept !== undefined) return refusal(unkept)
  const guarded = await guardsHold(ports, changeSet, options)
  if (!guarded.ok) return guarded
  const known = await knownBefore(ports, changeSet, options)
  const tellChanges = await segmentTeller(ports, changeSet, options)
  const outcome: Outcome<Receipt, CommitProblem> = await send(ports, changeSet, options)
  if (!outcome.ok) return outcome
  const receipt = outcome.value
  // what is done is never reported as failed: the outbox keeps what could not be delivered
  await tellChanges(receipt).catch(told(ports))
  if (options.transaction === undefined) await deliverEffects(ports, {}, known).catch(told(ports))
  return success(
    { receipt, plan: receipt.replayed ? null : plan, subjects: subjectsOf(receipt) },
    plan.warnings,
  )
}

function told<Tx>(ports: ServicePorts<Tx>): (error: unknown) => void {
  return (error) => ports.onError(error, { call: 'delivery', key: null })
}

/** The change set with the confirmation, and with the subjects in its summary, so that a replay knows whom it concerned. */
function toCommit({ changeSet, subjects }: Plan<unknown>, confirmed: boolean | undefined): ChangeSet {
  const summary = { ...changeSet.summary, subjects }
  if (changeSet.confirmed === undefined) return { ...changeSet, summary }
  // a form's "false" and a box that says 0 are no person's yes
  const word: unknown = confirmed ?? changeSet.confirmed
  return { ...changeSet, summary, confirmed: word === true }
}

function replay<P>(
  earlier: { readonly request: RequestDigest; readonly receipt: Receipt },
  request: RequestDigest,
): Outcome<Done<P>> {
  if (earlier.request !== request) return refusal(problem('commit.key-reused'))
  const receipt = { ...earlier.receipt, replayed: true }
  return success({ receipt, plan: null, subjects: subjectsOf(receipt) })
}

function subjectsOf({ summary, ids, revisions }: Receipt): CustomerId[] {
  const subjects = Array.isArray(summary['subjects'])
    ? (summary['subjects'] as string[])
    : Object.keys(revisions)
  return subjects.map((id) => ids[id] ?? id)
}
