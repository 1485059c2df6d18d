import { createMemoryRepository, type MemoryRepository } from 'clientele/memory'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { emailKey } from '../../../src/contact/email.js'
import type { ChangeSet } from '../../../src/plan/change-set.js'
import type { Change } from '../../../src/plan/change.js'
import { claimsOf } from '../../../src/plan/claims.js'
import { policies } from '../../../src/policy/policies.js'
import { changeSet, created, newcomer, put, tombstone } from '../../../src/repository/contract/change-sets.js'
import { expectEqual, expectThat } from '../../../src/repository/contract/expect.js'
import type { Loaded } from '../../../src/repository/port.js'

/** What is wished of the n-th customer that was ever made; emails are few, so that claims clash all the time. */
type Step =
  | { readonly do: 'create'; readonly email: number }
  | { readonly do: 'edit'; readonly who: number; readonly email: number; readonly isLate: boolean }
  | { readonly do: 'exchange'; readonly who: number; readonly other: number }
  | { readonly do: 'merge'; readonly who: number; readonly other: number }
  | { readonly do: 'delete'; readonly who: number }
  | { readonly do: 'count'; readonly who: number; readonly activity: number }
  | { readonly do: 'repeat'; readonly which: number }

const who = fc.nat({ max: 7 })
const email = fc.nat({ max: 5 })
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('create' as const), email }) },
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constant('edit' as const), who, email, isLate: fc.boolean() }),
    },
    fc.record({ do: fc.constant('exchange' as const), who, other: who }),
    { weight: 2, arbitrary: fc.record({ do: fc.constant('merge' as const), who, other: who }) },
    fc.record({ do: fc.constant('delete' as const), who }),
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constant('count' as const), who, activity: fc.nat({ max: 3 }) }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('repeat' as const), which: fc.nat({ max: 20 }) }) },
  ),
  { maxLength: 25 },
)

const addressOf = (number: number): string | null => (number === 0 ? null : `Person${number}@example.com`)

/** Everybody who was ever made, in order, and every change set that was carried out. */
interface History {
  readonly ids: string[]
  readonly done: ChangeSet[]
}

async function at(repository: MemoryRepository, { ids }: History, index: number): Promise<Loaded | null> {
  const id = ids[index % Math.max(ids.length, 1)]
  return id === undefined ? null : (await repository.load([id]))[0]
}

/** The change set for a step, planned on what is loaded; a late one on an older revision. */
async function toChangeSet(
  repository: MemoryRepository,
  history: History,
  step: Step,
  key: string,
): Promise<ChangeSet | null> {
  if (step.do === 'repeat') return history.done[step.which % Math.max(history.done.length, 1)] ?? null
  if (step.do === 'create')
    return changeSet(key, {
      changes: [put(newcomer(1, { email: addressOf(step.email) })), created(key, 'new:1')],
    })
  const [one, other] = [
    await at(repository, history, step.who),
    await at(repository, history, 'other' in step ? step.other : 0),
  ]
  if (one === null || other === null) return null
  const changes = changesOf(step, one, other, key)
  if (changes === null) return null
  const present = [one, other].flatMap((loaded) => (loaded.state === 'present' ? [loaded.record] : []))
  const expects = present.map(({ customer, revision }) => ({ id: customer.id, revision }))
  const isLate = step.do === 'edit' && step.isLate
  return changeSet(key, { changes, expects: isLate ? [{ id: one.id, revision: 'older' }] : expects })
}

function changesOf(step: Step, one: Loaded, other: Loaded, key: string): readonly Change[] | null {
  if (step.do === 'count')
    return [
      {
        type: 'count',
        id: one.id,
        activityId: `activity ${step.activity}`,
        delta: { orders: 1, spent: null, orderAt: null, abandonedCheckoutAt: null },
      },
    ]
  if (one.state !== 'present') return null
  const { customer } = one.record
  if (step.do === 'edit') return [put({ ...customer, email: addressOf(step.email), note: key })]
  if (step.do === 'delete') return [tombstone(one.id, null), created(key, one.id)]
  if (other.state !== 'present' || other.id === one.id) return null
  const { customer: stranger } = other.record
  if (step.do === 'merge')
    return [put({ ...customer, email: stranger.email ?? customer.email }), tombstone(other.id, one.id)]
  return [put({ ...customer, email: stranger.email }), put({ ...stranger, email: customer.email })]
}

/** What must hold after every commit, whatever came before. */
async function expectSound(repository: MemoryRepository, { ids }: History): Promise<void> {
  const { records } = await repository.list({ after: null, limit: 1000 })
  const loaded = await repository.load(ids)
  const present = loaded.flatMap((one) => (one.state === 'present' ? [one.record] : []))
  const byId = present.toSorted((one, other) => (one.customer.id < other.customer.id ? -1 : 1))
  expectEqual(records, byId, 'list, beside load')
  const claims = records.flatMap(({ customer }) => claimsOf(customer, policies.shopify.identity))
  expectEqual(new Set(claims).size, claims.length, 'claims that are held once')
  for (const one of loaded) {
    expectThat(one.state !== 'unknown', `${one.id} was made and is unknown`)
    if (one.state === 'merged') {
      const [end] = await repository.load([one.into])
      expectThat(end.state === 'present' || end.state === 'deleted', `${one.id} leads to ${end.state}`)
    }
  }
  for (let number = 1; number <= 5; number++) {
    const wanted = emailKey(addressOf(number) as string)
    const found = await repository.findByIdentity({ emails: [wanted], phones: [] })
    const holding = records.filter(
      ({ customer }) => customer.email !== null && emailKey(customer.email) === wanted,
    )
    expectEqual(found.records, holding, `found by ${wanted}, beside list`)
  }
}

async function carryOut(repository: MemoryRepository, history: History, wanted: ChangeSet): Promise<void> {
  const before = [await repository.list({ after: null, limit: 1000 }), await repository.load(history.ids)]
  const earlier = await repository.outcomeOf(wanted.key)
  const outcome = await repository.commit(wanted)
  if (!outcome.ok || earlier !== null)
    expectEqual(
      [await repository.list({ after: null, limit: 1000 }), await repository.load(history.ids)],
      before,
      'what a refusal or a replay leaves',
    )
  if (earlier !== null) {
    expectEqual(
      outcome,
      { ok: true, value: { ...earlier.receipt, replayed: true }, warnings: [] },
      'the replay',
    )
  } else if (outcome.ok) {
    history.ids.push(...Object.values(outcome.value.ids))
    history.done.push(wanted)
    for (const [id, revision] of Object.entries(outcome.value.revisions)) {
      const [loaded] = await repository.load([id])
      expectEqual(loaded.state === 'present' && loaded.record.revision, revision, `the revision of ${id}`)
    }
  }
}

describe('any sequence of commits', () => {
  it('leaves every claim held once, every way to a record in agreement, and every replay without effect', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        const repository = createMemoryRepository({ statistics: 'counted' })
        const history: History = { ids: [], done: [] }
        for (const [index, step] of sequence.entries()) {
          const wanted = await toChangeSet(repository, history, step, `key ${index}`)
          if (wanted !== null) await carryOut(repository, history, wanted)
          await expectSound(repository, history)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('counts every activity of a person once, whoever they were merged with', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        const repository = createMemoryRepository({ statistics: 'counted' })
        const history: History = { ids: [], done: [] }
        const model: Model = new Map()
        for (const [index, step] of sequence.entries()) {
          const wanted = await toChangeSet(repository, history, step, `key ${index}`)
          if (wanted === null || step.do === 'repeat') continue
          await carryOut(repository, history, wanted)
          if (history.done.at(-1) === wanted)
            for (const change of wanted.changes) follow(model, change, history)
        }
        const { records } = await repository.list({ after: null, limit: 1000 })
        for (const { customer, statistics } of records)
          expectEqual(
            statistics.numberOfOrders,
            model.get(customer.id)?.orders ?? 0,
            `orders of ${customer.id}`,
          )
      }),
      { numRuns: 300 },
    )
  })
})

/** What is known of each person, one object for all the ids of a person. */
type Model = Map<string, { orders: number; readonly activities: Set<string> }>

function follow(model: Model, change: Change, { ids }: History): void {
  const personOf = (id: string) => model.get(id) ?? { orders: 0, activities: new Set<string>() }
  if (change.type === 'count') {
    const person = personOf(change.id)
    if (!person.activities.has(change.activityId)) person.orders += 1
    person.activities.add(change.activityId)
    model.set(change.id, person)
  }
  if (change.type === 'tombstone' && change.into !== null) {
    const [absorbed, survivor] = [personOf(change.id), personOf(change.into)]
    survivor.orders += absorbed.orders
    for (const activity of absorbed.activities) survivor.activities.add(activity)
    const isOfPerson = (id: string) => id === change.id || id === change.into || model.get(id) === absorbed
    for (const id of ids.filter(isOfPerson)) model.set(id, survivor)
  }
}
