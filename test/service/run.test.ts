import type { ChangeSet, CommitProblemCode, CustomerRepository, Effect } from 'clientele'
import {
  createCustomers,
  definePolicy,
  noRelations,
  planCreate,
  policies,
  searchMergeCandidates,
} from 'clientele'
import type { MemoryRepository } from 'clientele/memory'
import { createMemoryRepository } from 'clientele/memory'
import { parseSegment } from 'clientele/segment'
import { buildContext, buildRecord } from 'clientele/testing'
import { describe, expect, it } from 'vitest'
import { emailKey } from '../../src/contact/email.js'
import { all, codesOf, customersOn, valueOf } from './customers-on.js'

const anna = buildRecord({ customer: { id: 'anna', email: 'anna@example.com' } })
const annas = [
  anna,
  buildRecord({ customer: { id: 'twin', email: 'anna2@example.com', phone: '+48601234567' } }),
]

const never = (): Promise<never> => Promise.reject(new Error('sent'))

function relationOf(effect: Effect): string | null {
  return 'relation' in effect ? effect.relation : null
}

describe('a call under a key', () => {
  it('is carried out once, and answered the second time without a plan', async () => {
    const { customers, repository } = customersOn()
    const first = valueOf(await customers.runCreate({ email: 'bo@example.com' }, { key: 'k' }))
    const second = valueOf(await customers.runCreate({ email: 'bo@example.com' }, { key: 'k' }))
    expect(first.plan?.result.email).toBe('bo@example.com')
    expect(second.plan).toBe(null)
    expect(second.receipt.replayed).toBe(true)
    expect(second.subjects).toEqual(first.subjects)
    expect((await repository.list({ after: null, limit: 10 })).records).toHaveLength(1)
  })

  it('is refused for another wish', async () => {
    const { customers } = customersOn()
    await customers.runCreate({ email: 'bo@example.com' }, { key: 'k' })
    expect(codesOf(await customers.runCreate({ email: 'eve@example.com' }, { key: 'k' }))).toEqual([
      'commit.key-reused',
    ])
  })

  it.each([
    ['longer than any database indexes', 'k'.repeat(601), 'text.too-long'],
    ['with a NUL', 'k\0', 'text.not-storable'],
    ['with half a character', 'k\ud800', 'text.not-storable'],
    ['of nothing, as a field that nobody filled', '', 'shape.invalid-value'],
  ])('is refused before the store is asked, where the key is one %s', async (_what, key, code) => {
    const repository = createMemoryRepository()
    const asked = { ...repository, outcomeOf: () => Promise.reject(new Error('asked')) }
    const { shop } = buildContext()
    const customers = createCustomers({ repository: asked, shop, mailer: { idempotent: true, send: never } })
    const outcome = await customers.runCreate({ email: 'bo@example.com' }, { key })
    expect(outcome.ok ? [] : outcome.problems.map((one) => [one.code, one.path])).toEqual([[code, ['key']]])
    const plan = valueOf(planCreate({ email: 'bo@example.com' }, buildContext({ key })))
    expect(codesOf(await customers.commit(plan))).toEqual([code])
    const tag = { type: 'add-tags', tags: ['vip'] } as const
    expect(codesOf(await customers.runBulk({ type: 'all' }, tag, { key }))).toEqual([code])
    const campaign = { subject: 'Hello', text: 'Hello' }
    expect(
      codesOf(
        await customers.runCampaign(valueOf(parseSegment("customer_tags CONTAINS 'vip'")), campaign, { key }),
      ),
    ).toEqual([code, 'messaging.no-sender'])
    expect(codesOf(await customers.importCustomers(['email\nbo@example.com\n'], { key }))).toEqual([code])
    expect(codesOf(await customers.exportCustomers(never, { key }))).toEqual([code])
  })

  it('may be as long as a database indexes', async () => {
    const { customers } = customersOn()
    valueOf(await customers.runCreate({ email: 'bo@example.com' }, { key: 'k'.repeat(600) }))
  })

  it('R-1 is answered after a merge, though the absorbed profile is gone', async () => {
    const { customers } = customersOn(annas)
    const wish = { ids: ['anna', 'twin'] }
    const first = valueOf(await customers.runMerge(wish, { key: 'k', confirmed: true }))
    const second = valueOf(await customers.runMerge(wish, { key: 'k', confirmed: true }))
    expect(second.receipt).toEqual({ ...first.receipt, replayed: true })
    expect(second.subjects).toEqual(first.subjects)
    expect(codesOf(await customers.runMerge(wish, { confirmed: true }))).toEqual(['load.merged'])
  })

  it('is answered by the revisions where a change set was committed without naming its subjects', async () => {
    const { customers, repository } = customersOn([anna])
    const plan = valueOf(await customers.planDeletion('anna', { key: 'k' }))
    await repository.commit({ ...plan.changeSet, confirmed: true })
    const again = valueOf(await customers.runDeletion('anna', { key: 'k', confirmed: true }))
    expect(again.subjects).toEqual([])
    expect(again.plan).toBe(null)
  })
})

describe('M-8, R-3: the other profile of a person', () => {
  it('is found among the living, without those for whom another is wanted', async () => {
    const { customers } = customersOn([
      ...annas,
      buildRecord({ customer: { id: 'gone' }, facts: { deleted: true } }),
    ])
    const search = valueOf(searchMergeCandidates({ text: 'nowak', except: ['anna'] }, buildContext()))
    const found = await all(customers.mergeCandidates(search))
    expect(found.map(({ customer }) => customer.id)).toEqual(['twin'])
  })
})

describe('M-2a: a contact detail that is typed in the review of a merge', () => {
  it('is written, and who is found by it is the merged profile', async () => {
    const { customers, repository } = customersOn(annas)
    valueOf(
      await customers.runMerge({ ids: ['anna', 'twin'], email: 'nowak@example.com' }, { confirmed: true }),
    )
    const foundBy = async (email: string): Promise<unknown> =>
      (await repository.findByIdentity({ emails: [emailKey(email)], phones: [] })).records
    expect(await foundBy('nowak@example.com')).toMatchObject([{ customer: { email: 'nowak@example.com' } }])
    expect(await foundBy('anna2@example.com')).toEqual([])
  })

  it('is refused where somebody else has it, and nothing is merged', async () => {
    const other = buildRecord({ customer: { id: 'bo', email: 'bo@example.com', phone: null } })
    const { customers } = customersOn([...annas, other])
    const ids = ['anna', 'twin']
    const outcome = await customers.runMerge({ ids, email: 'BO@example.com' }, { confirmed: true })
    expect(outcome).toMatchObject({
      ok: false,
      problems: [{ code: 'commit.identity-taken', path: ['email'] }],
    })
    expect(codesOf(await customers.runMerge({ ids }, { confirmed: true }))).toEqual(['ok'])
  })
})

describe('M-2b, D-6: what cannot be undone', () => {
  it('is refused until it is confirmed', async () => {
    const { customers } = customersOn(annas)
    expect(codesOf(await customers.runMerge({ ids: ['anna', 'twin'] }))).toEqual(['commit.not-confirmed'])
    expect(codesOf(await customers.runDeletion('anna'))).toEqual(['commit.not-confirmed'])
    expect(codesOf(await customers.runDeletion('anna', { confirmed: true }))).toEqual(['ok'])
  })

  it('and nothing else waits for a person’s word', async () => {
    const { customers } = customersOn(annas)
    const plan = valueOf(await customers.planEdit({ id: 'anna', edit: { note: 'called' } }))
    expect(codesOf(await customers.commit(plan, { confirmed: false }))).toEqual(['ok'])
  })

  it('is done as it was shown', async () => {
    const { customers, repository } = customersOn(annas)
    const plan = valueOf(await customers.planMerge({ ids: ['anna', 'twin'] }))
    const { receipt, subjects } = valueOf(await customers.commit(plan, { confirmed: true }))
    expect(subjects).toEqual([plan.survivor, ...plan.absorbed])
    const [survivor] = await repository.load([plan.survivor])
    expect(survivor).toMatchObject({
      state: 'present',
      record: { customer: plan.result.customer, revision: receipt.revisions[plan.survivor] },
    })
  })

  it('is refused when the profile has changed since it was shown', async () => {
    const { customers } = customersOn(annas)
    const plan = valueOf(await customers.planMerge({ ids: ['anna', 'twin'] }))
    await customers.runDeletion('anna', { confirmed: true })
    expect(codesOf(await customers.commit(plan, { confirmed: true }))).toContain('commit.stale')
  })

  it('M-2 can be called off, both profiles corrected on their own, and reviewed anew', async () => {
    const { customers } = customersOn(annas)
    const ids = ['anna', 'twin']
    const shown = valueOf(await customers.planMerge({ ids, survivor: 'anna' }))
    valueOf(await customers.runEdit({ id: 'anna', edit: { lastName: 'Lis' } }))
    valueOf(await customers.runEdit({ id: 'twin', edit: { lastName: 'Lis' } }))
    expect(codesOf(await customers.commit(shown, { confirmed: true }))).toEqual([
      'commit.stale',
      'commit.stale',
    ])
    const anew = valueOf(await customers.planMerge({ ids, survivor: 'anna' }))
    expect(anew.fields.find(({ field }) => field === 'lastName')).toMatchObject({ kept: 'Lis', dropped: [] })
  })

  it('M-3 is final: no call changes the profile that was absorbed, nor brings it back', async () => {
    const { customers, repository } = customersOn(annas)
    const plan = valueOf(await customers.planMerge({ ids: ['anna', 'twin'], survivor: 'anna' }))
    valueOf(await customers.commit(plan, { confirmed: true }))
    const [survivor] = await repository.load(['anna'])
    const confirmed = { confirmed: true } as const
    for (const refused of [
      await customers.runEdit({ id: 'twin', edit: { note: 'back' } }),
      await customers.runMerge({ ids: ['twin', 'anna'], survivor: 'twin' }, confirmed),
      await customers.runDeletion('twin', confirmed),
      await customers.runRedaction('twin', confirmed),
    ])
      expect(refused).toMatchObject({ problems: [{ code: 'load.merged', params: { into: 'anna' } }] })
    expect(valueOf(await customers.commit(plan, confirmed)).receipt.replayed).toBe(true)
    expect(await repository.load(['twin', 'anna'])).toEqual([
      { id: 'twin', state: 'merged', into: 'anna' },
      survivor,
    ])
  })

  it.each([undefined, null, 'anna', { 0: 'anna' }, ['anna', 7]])(
    'M-10 refuses %j as the ids',
    async (ids) => {
      const { customers } = customersOn(annas)
      for (const outcome of [
        await customers.planMerge({ ids } as never),
        await customers.runMerge({ ids } as never, { confirmed: true }),
      ])
        expect(codesOf(outcome)).toEqual(['shape.wrong-type'])
    },
  )

  it('names the id that is not there', async () => {
    const { customers } = customersOn([anna])
    expect(codesOf(await customers.planMerge({ ids: ['anna', 'nobody'] }))).toEqual(['load.unknown'])
    expect(codesOf(await customers.planDeletion('nobody'))).toEqual(['load.unknown'])
  })
})

/** A repository whose commit goes through `around`. */
function committing(
  around: (
    changeSet: ChangeSet,
    commit: MemoryRepository['commit'],
    call: number,
  ) => ReturnType<MemoryRepository['commit']>,
) {
  let calls = 0
  return (repository: MemoryRepository): MemoryRepository => ({
    ...repository,
    commit: (changeSet) => around(changeSet, repository.commit, ++calls),
  })
}

describe('when the answer of a commit is lost', () => {
  it('the identical change set is sent again, and applies once', async () => {
    const sent: ChangeSet[] = []
    const wrap = committing(async (changeSet, commit, call) => {
      sent.push(changeSet)
      const outcome = await commit(changeSet)
      if (call === 1) throw new Error('connection lost')
      return outcome
    })
    const { customers, repository } = customersOn([], { wrap })
    const { receipt } = valueOf(await customers.runCreate({ email: 'bo@example.com' }))
    expect(receipt.replayed).toBe(true)
    expect(sent).toHaveLength(2)
    expect(sent[1]).toEqual(sent[0])
    expect((await repository.list({ after: null, limit: 10 })).records).toHaveLength(1)
  })

  it('gives up after the bound, with the key to ask by', async () => {
    const { customers } = customersOn([], {
      attempts: 3,
      wrap: committing(() => Promise.reject(new Error('connection lost'))),
    })
    expect(await customers.runCreate({ email: 'bo@example.com' }, { key: 'k' })).toMatchObject({
      ok: false,
      problems: [{ code: 'commit.outcome-unknown', params: { key: 'k' } }],
    })
  })

  it('throws at once what only a programmer can mend', async () => {
    let calls = 0
    const { customers } = customersOn([], {
      wrap: committing(() => {
        calls++
        return Promise.reject(new TypeError('clientele: there is no table users'))
      }),
    })
    await expect(customers.runCreate({ email: 'bo@example.com' })).rejects.toThrow('there is no table users')
    expect(calls).toBe(1)
  })
})

describe('when the world changes between plan and commit', () => {
  const raced = (times: number, ...codes: readonly CommitProblemCode[]) =>
    committing(async (changeSet, commit, call) => {
      if (call > times) return commit(changeSet)
      const params = { id: 'anna' }
      const others = codes.map((code) => ({ code, path: [], params }))
      return { ok: false, problems: [{ code: 'commit.stale', path: [], params }, ...others] }
    })

  it.each(['commit.stale', 'commit.fact-changed', 'commit.identity-taken'] as const)(
    'it is planned again: %s',
    async (code) => {
      const { customers } = customersOn([anna], { wrap: raced(2, code) })
      expect(codesOf(await customers.runDeletion('anna', { confirmed: true }))).toEqual(['ok'])
    },
  )

  it('it is not planned again where another look would not help', async () => {
    const { customers } = customersOn([anna], { wrap: raced(1, 'commit.not-confirmed') })
    expect(codesOf(await customers.runDeletion('anna', { confirmed: true }))).toEqual([
      'commit.stale',
      'commit.not-confirmed',
    ])
  })

  it("in the host's own transaction it is not planned again: what that has read is as old", async () => {
    const { customers } = customersOn([anna], { wrap: raced(1) })
    const options = { confirmed: true, transaction: {} as never }
    expect(codesOf(await customers.runDeletion('anna', options))).toEqual(['commit.stale'])
  })

  it('with a bound', async () => {
    const { customers } = customersOn([anna], { attempts: 2, wrap: raced(2) })
    expect(codesOf(await customers.runDeletion('anna', { confirmed: true }))).toEqual(['commit.stale'])
  })
})

describe('a store that cannot read facts inside its commit', () => {
  const without =
    (facts: () => object) =>
    (repository: MemoryRepository): MemoryRepository => ({
      ...repository,
      capabilities: { ...repository.capabilities, guards: 'before-commit' },
      load: (async (ids: readonly string[]) => {
        const loaded = await repository.load(ids)
        return loaded.map((one) =>
          one.state === 'present'
            ? { ...one, record: { ...one.record, facts: { ...one.record.facts, ...facts() } } }
            : one,
        )
      }) as unknown as MemoryRepository['load'],
    })

  it('has them read again just before', async () => {
    let loads = 0
    const changing = () => ({ scheduledGiftCards: ++loads === 2 ? 1 : 0 })
    const { customers } = customersOn([anna], { attempts: 1, wrap: without(changing) })
    expect(codesOf(await customers.runDeletion('anna', { confirmed: true }))).toContain('commit.fact-changed')
    expect(codesOf(await customers.runDeletion('anna', { confirmed: true }))).toEqual(['ok'])
  })

  it('counts a profile that is gone as changed', async () => {
    const { customers } = customersOn([anna], { wrap: without(() => ({})) })
    const plan = valueOf(await customers.planDeletion('anna'))
    await customers.commit(plan, { confirmed: true })
    const again = { ...plan, changeSet: { ...plan.changeSet, key: 'other' } }
    const outcome = await customers.commit(again, { confirmed: true })
    expect(outcome.ok ? [] : outcome.problems).toContainEqual({
      code: 'commit.fact-changed',
      path: [],
      params: { id: 'anna', fact: 'scheduledGiftCards' },
    })
  })

  it('is asked for the key and the confirmation first, as in a commit', async () => {
    let cards = 0
    const { customers } = customersOn([anna], { wrap: without(() => ({ scheduledGiftCards: cards })) })
    const plan = valueOf(await customers.planDeletion('anna'))
    cards = 1
    expect(codesOf(await customers.commit(plan))).toEqual(['commit.not-confirmed'])
    cards = 0
    valueOf(await customers.commit(plan, { confirmed: true }))
    expect(valueOf(await customers.commit(plan, { confirmed: true })).receipt.replayed).toBe(true)
  })

  it('has structured facts compared as data', async () => {
    const policy = definePolicy(policies.shopify, {
      deletionBlockers: [{ code: 'shop.tier', fact: 'custom.plan', allows: [{ tier: 'a' }] }],
    })
    const customer = { id: 'anna' }
    const tiered = buildRecord({ customer, facts: { custom: { plan: { tier: 'a' } } } })
    const { customers } = customersOn([tiered], { policy, wrap: without(() => ({})) })
    expect(codesOf(await customers.runDeletion('anna', { confirmed: true }))).toEqual(['ok'])
  })
})

describe("the host's own transaction", () => {
  it('gets one attempt, and a throw passes through', async () => {
    let calls = 0
    const joining: CustomerRepository<{ readonly handle: string }> = {
      ...createMemoryRepository(),
      commit: (_changeSet, options) => {
        calls++
        return Promise.reject(new Error(options?.transaction?.handle))
      },
    }
    const shop = { timeZone: 'UTC', currency: 'EUR', country: 'NO', locale: 'nb-NO' }
    const customers = createCustomers({ repository: joining, shop })
    const call = customers.runCreate({ email: 'bo@example.com' }, { transaction: { handle: 'tx-1' } })
    await expect(call).rejects.toThrow('tx-1')
    expect(calls).toBe(1)
  })
})

describe('what follows from a commit', () => {
  const outboxed = (deliver: (effect: Effect) => Promise<void>) => {
    const repository = createMemoryRepository({
      records: annas,
      relations: { ...noRelations, orders: 'outbox', discounts: 'outbox' },
    })
    const shop = { timeZone: 'UTC', currency: 'EUR', country: 'NO', locale: 'nb-NO' }
    return { repository, customers: createCustomers({ repository, shop, deliver }) }
  }

  it('is delivered in order and acknowledged', async () => {
    const delivered: Effect[] = []
    const { customers, repository } = outboxed(async (effect) => void delivered.push(effect))
    valueOf(await customers.runMerge({ ids: ['anna', 'twin'] }, { confirmed: true }))
    expect(delivered.map(relationOf)).toEqual(['orders', 'discounts'])
    expect(await repository.outbox({ limit: 10 })).toEqual([])
  })

  it('stays in the outbox when it fails, and the commit counts as done', async () => {
    let fails = true
    const { customers, repository } = outboxed(async (effect) => {
      if (fails && relationOf(effect) === 'discounts') throw new Error('down')
    })
    expect(codesOf(await customers.runMerge({ ids: ['anna', 'twin'] }, { confirmed: true }))).toEqual(['ok'])
    expect((await repository.outbox({ limit: 10 })).map(relationOf)).toEqual(['discounts'])
    expect(await customers.deliverEffects()).toBe(0)
    fails = false
    expect(await customers.deliverEffects()).toBe(1)
  })

  it.each([
    ['the outbox cannot be read', { outbox: () => Promise.reject(new Error('down')) }],
    ['nothing can be acknowledged', { acknowledge: () => Promise.reject(new Error('down')) }],
  ])('does not make a commit fail when %s', async (_what, broken) => {
    const records = annas
    const repository = { ...createMemoryRepository({ records, relations: { orders: 'outbox' } }), ...broken }
    const shop = { timeZone: 'UTC', currency: 'EUR', country: 'NO', locale: 'nb-NO' }
    const customers = createCustomers({ repository, shop, deliver: async () => {} })
    expect(codesOf(await customers.runMerge({ ids: ['anna', 'twin'] }, { confirmed: true }))).toEqual(['ok'])
  })

  it('does not make a commit fail when the host throws at once', async () => {
    const deliver = (() => {
      throw new Error('down')
    }) as () => Promise<void>
    const { customers, repository } = outboxed(deliver)
    expect(codesOf(await customers.runMerge({ ids: ['anna', 'twin'] }, { confirmed: true }))).toEqual(['ok'])
    expect(await repository.outbox({ limit: 10 })).toHaveLength(2)
  })

  it('waits where the host delivers by itself', async () => {
    const { customers } = customersOn([anna])
    expect(await customers.deliverEffects()).toBe(0)
  })
})

describe('without anything but a repository and a shop', () => {
  it('needs one attempt at least', () => {
    const shop = { timeZone: 'UTC', currency: 'EUR', country: 'NO', locale: 'nb-NO' }
    const repository = createMemoryRepository()
    expect(() => createCustomers({ repository, shop, attempts: 0 })).toThrow('at least one attempt')
  })

  it('refuses a wish that is no JSON like any other', async () => {
    const { customers } = customersOn()
    const wish = { email: 'bo@example.com', metafields: { 'a.b': 1n as never } }
    expect(codesOf(await customers.runCreate(wish))).toEqual(['customer.metafield-invalid'])
  })

  it('uses the clock, random keys and the default policy', async () => {
    const shop = { timeZone: 'UTC', currency: 'EUR', country: 'NO', locale: 'nb-NO' }
    const customers = createCustomers({ repository: createMemoryRepository(), shop })
    const { plan } = valueOf(await customers.runCreate({ email: 'bo@example.com' }))
    expect(Math.abs(Date.parse(plan?.result.createdAt ?? '') - Date.now())).toBeLessThan(60_000)
    expect(plan?.changeSet.key).toMatch(/^[\da-f-]{36}$/)
  })
})
