import type { CustomerField } from '../customer/customer.js'
import type { CustomerRecord } from '../customer/record.js'
import { unlessProblems, type Outcome } from '../outcome/outcome.js'
import type { Problem } from '../outcome/problem.js'
import type { Context } from '../plan/context.js'
import { redactRelations, type RelationFate } from '../plan/follow-relations.js'
import type { NoWish, Plan } from '../plan/plan.js'
import type { CustomerId } from '../value/id.js'
import { erasureTouches } from './erase-customer.js'
import { customerFields, erasureTable, type ErasureFate } from './erasure-table.js'
import { handoverWarnings } from './handover-warnings.js'
import { privacyRules, relationRedactionOf, ruleProblems } from './privacy-rules.js'
import { recordErasure, relationErasure } from './redaction-write.js'
import { retentionGuards, retentionProblems } from './retention.js'
import { privacyRequest } from './state-plan.js'

/**
 * How far a redaction goes in one commit: `'relations'` has the host's tables erased that follow by the outbox, and leaves the
 * profile by which they find the person; `'record'` erases the profile and all that follows in the commit.
 */
export type RedactionStage = 'relations' | 'record'

/** What becomes of one field of the customer. */
export interface ErasedField {
  readonly field: CustomerField
  readonly fate: ErasureFate
}

/** What a redaction would do. It holds none of the person's data, so it can be kept; it cannot be undone once committed. */
export interface RedactionPlan extends Plan<NoWish> {
  readonly planner: 'redaction'
  readonly customer: CustomerId
  readonly stage: RedactionStage
  /** every field of the customer, with what becomes of it once the last stage is done */
  readonly fields: readonly ErasedField[]
  /** what happens to each kind of the host's rows: the rows stay, the person in them goes */
  readonly relations: readonly RelationFate[]
}

/**
 * Plans to erase a person's data and to keep the business records (G-1, G-2), with a suppression key that keeps an old file from
 * bringing the person back. An open login is shut (C-8). The plan's change set is not confirmed. Where tables of the host follow
 * by the outbox they come first: the plan is then of the stage `'relations'`, and once all of them are acknowledged a second
 * plan finishes. What gets into those tables between the two is new, and stays: finish soon. The window after the last order is
 * judged here: of an order that is placed before the commit, no revision tells.
 *
 * Codes: `privacy.deleted`, `privacy.already-redacted`, `privacy.not-requested` where the policy wants a request first,
 * `privacy.merge-in-progress`, `privacy.relation-outstanding` until the host's tables are acknowledged, `privacy.retention`
 * (`params.days`, `params.until`) and `privacy.last-order-unknown` (`params.days`) under a policy with a window after the last
 * order, `privacy.unknown-fact` (`params.fact`). Warning: `privacy.data-request-pending`.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { policies } = await import('../policy/policies.js')
 * const { buildContext } = await import('../testing/build-context.js')
 * const { buildRecord } = await import('../testing/build-record.js')
 * const outcome = planRedaction(buildRecord(), buildContext())
 * expect(outcome.ok ? [] : outcome.problems.map(({ code }) => code)).toEqual(['privacy.not-requested'])
 * const atOnce = planRedaction(buildRecord(), buildContext({ policy: policies.shopelo }))
 * expect(atOnce.ok && atOnce.value.stage).toBe('record')
 * ```
 */
export function planRedaction(record: CustomerRecord, context: Context): Outcome<RedactionPlan> {
  const { redaction, requestFirst } = privacyRules
  const rules = context.policy.erasure.requestFirst ? [...redaction, ...requestFirst] : redaction
  const problems = [...ruleProblems(record.facts, rules), ...retentionProblems(record, context)]
  const warnings = handoverWarnings(record.facts)
  return unlessProblems(problems, () => toPlan(record, warnings, context), warnings)
}

function toPlan(record: CustomerRecord, warnings: readonly Problem[], context: Context): RedactionPlan {
  const { id } = record.customer
  const stage = stageOf(record, context)
  const { write, keyOf } = stages[stage]
  const own = { ...context, key: keyOf(context.key) }
  const work = redactRelations(own, id)
  return {
    planner: 'redaction',
    wish: {},
    subjects: [id],
    touches: stage === 'record' ? erasureTouches() : [],
    warnings,
    changeSet: {
      key: own.key,
      request: privacyRequest('redaction', id),
      confirmed: false,
      expects: [{ id, revision: record.revision }],
      guards: retentionGuards(record, context),
      ...write(record, work, own),
      summary: { planner: 'redaction', customer: id, stage },
    },
    customer: id,
    stage,
    fields: customerFields.map((field) => ({ field, fate: erasureTable[field].fate })),
    relations: work.fates,
  }
}

/** What each stage writes, and under which key: the wish's own is used up only when all is done. */
const stages: {
  readonly [Stage in RedactionStage]: {
    readonly write: typeof relationErasure
    readonly keyOf: (key: string) => string
  }
} = {
  relations: { write: relationErasure, keyOf: (key) => `${key}/relations` },
  record: { write: recordErasure, keyOf: (key) => key },
}

function stageOf({ facts }: CustomerRecord, { store }: Context): RedactionStage {
  const isOutstanding =
    relationRedactionOf(facts) === 'none' && Object.values(store.relations).includes('outbox')
  return isOutstanding ? 'relations' : 'record'
}
