import type { CustomerRecord } from '../customer/record.js'
import { refusal, unlessProblems, type Outcome } from '../outcome/outcome.js'
import type { Problem } from '../outcome/problem.js'
import type { Context } from '../plan/context.js'
import { notStoredProblems } from '../plan/not-stored.js'
import { currencyWarnings, forecastStatistics } from './forecast.js'
import { limitProblems } from './limit-problems.js'
import { groupBlockers } from './merge-blockers.js'
import { draftMerge, type MergeDraft } from './merge-draft.js'
import type { MergePlan } from './merge-plan.js'
import { consentWarnings } from './merge-warnings.js'
import type { MergeRequest } from './merge-wish.js'
import { readMergeWish } from './merge-wish.schema.js'
import { mergeWrite } from './merge-write.js'
import { mergedFacts } from './merged-facts.js'
import { namedFields } from './named-fields.js'
import { judgeTyped } from './typed-contacts.js'
import { wishProblems } from './wish-problems.js'

/**
 * Plans how two records or more become one (M-1 … M-10). Merging many equals merging two by two into the same survivor,
 * with the limits checked once, at the end. The plan's change set is not confirmed (M-2b).
 *
 * Refused with `shape.*` and `merge.unknown-field` where the wish is none at all, else with all that is against it: the
 * policy's blockers (`params.customers`), `merge.deleted` under every policy, `merge.unknown-fact`,
 * `merge.too-few-records`, `merge.same-customer`, `merge.unknown-record`, `merge.kept-value-missing`,
 * `merge.survivor-not-free`, `capability.field-not-stored`, `merge.note-too-long`, `merge.too-many-tags` (both with
 * `params.limit`, `params.length` and, unless the wish brings them, `params.customers`), `shape.too-long` (`params.limit`) of more
 * addresses or host data than a customer can have, `text.*`; for typed contact details `email.*`, `phone.*` and `customer.nobody`, too.
 * Warns with `merge.consent-widened`, `merge.mixed-currencies`, `email.blanks-removed`, `phone.extension-dropped` and `customer.name-look-alike`.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { buildContext } = await import('../testing/build-context.js')
 * const { buildRecord } = await import('../testing/build-record.js')
 * const records = [
 *   buildRecord({ customer: { id: '1', email: null, phone: '+48601234567', note: 'Rings twice' } }),
 *   buildRecord({ customer: { id: '2', email: 'anna@example.com', note: 'VIP' } }),
 * ]
 * const outcome = planMerge({ records }, buildContext())
 * if (!outcome.ok) throw new Error('refused')
 * expect(outcome.value.survivor).toBe('2')
 * expect(outcome.value.result.customer).toMatchObject({ phone: '+48601234567', note: 'VIP Rings twice' })
 * ```
 */
export function planMerge({ records, ...choices }: MergeRequest, context: Context): Outcome<MergePlan> {
  const read = readMergeWish(choices)
  if (!read.ok) return read
  const wish = read.value
  const faults = wishProblems(records, wish)
  const [first, ...others] = distinctRecords(records)
  if (first === undefined) return refusal(...(faults as [Problem, ...Problem[]]))
  const draft = draftMerge([first, ...others], wish, context)
  const typed = judgeTyped(draft.customer, draft.group.typed, context)
  const problems = [
    ...faults,
    ...typed.problems,
    ...notStoredProblems(namedFields(wish), context.store),
    ...groupBlockers(draft.given, context.policy),
    ...limitProblems(draft, context.policy.limits),
  ]
  const warnings = [...typed.warnings, ...mergeWarnings(draft)]
  return unlessProblems(problems, () => toPlan(draft, warnings, context), warnings)
}

function distinctRecords(records: readonly CustomerRecord[]): CustomerRecord[] {
  return [...new Map(records.map((record) => [record.customer.id, record])).values()]
}

function mergeWarnings({ group, customer }: MergeDraft): Problem[] {
  const statistics = group.records.map((record) => record.statistics)
  return [...consentWarnings(group, customer), ...currencyWarnings(statistics)]
}

function toPlan(draft: MergeDraft, warnings: readonly Problem[], context: Context): MergePlan {
  const { absorbed, customer, fields, group, survivorRule, touches, wish } = draft
  const [survivor] = group.records
  const { changeSet, relations, facts } = mergeWrite(draft, context)
  return {
    planner: 'merge',
    wish,
    subjects: [customer.id, ...absorbed],
    touches,
    warnings,
    changeSet,
    survivor: customer.id,
    survivorRule,
    absorbed,
    result: {
      customer,
      statistics: forecastStatistics(group.records.map(({ statistics }) => statistics)),
      facts: { ...mergedFacts(group.records, false), ...facts },
      revision: survivor.revision,
    },
    fields,
    relations,
  }
}
