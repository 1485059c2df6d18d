import { createCustomers, policies, type Delivery, type Effect } from 'clientele'
import { createMemoryRepository, type MemoryRepository, type MemoryRepositoryOptions } from 'clientele/memory'
import { buildRecord } from 'clientele/testing'
import { describe, expect, it } from 'vitest'
import { edit, changeSet } from '../../../src/repository/contract/change-sets.js'
import { codesOf, customersOn, valueOf } from '../customers-on.js'

const anna = buildRecord({ customer: { id: 'anna', email: 'Anna@Example.com', phone: '+48601234567' } })
const requested = buildRecord({
  customer: anna.customer,
  facts: { redaction: 'pending', redactionRequest: { at: '2026-11-01T00:00:00.000Z', by: 'customer:anna' } },
})
const shop = { timeZone: 'UTC', currency: 'EUR', country: 'NO', locale: 'nb-NO' }
const herself = { actor: { type: 'customer', id: 'anna' } } as const
const confirmed = { confirmed: true } as const

async function factsOf({ load }: ReturnType<typeof createMemoryRepository>, id = 'anna') {
  const [loaded] = await load([id])
  if (loaded.state !== 'present') throw new Error(loaded.state)
  return loaded.record.facts
}

describe('G-1 a request for erasure', () => {
  it('is noted, blocks what it must, and is withdrawn only by whom it was made', async () => {
    const { customers, repository } = customersOn([anna])
    const { plan, subjects } = valueOf(await customers.runRedactionRequest('anna', herself))
    expect([plan?.planner, subjects]).toEqual(['redaction-request', ['anna']])
    expect(await factsOf(repository)).toMatchObject({
      redaction: 'pending',
      redactionRequest: { at: '2026-11-22T12:00:00.000Z', by: 'customer:anna' },
    })
    expect(codesOf(await customers.planDeletion('anna'))).toEqual(['deletion.pending-redaction'])
    expect(codesOf(await customers.runRedactionRequest('anna'))).toEqual(['privacy.already-requested'])
    expect(codesOf(await customers.runRedactionCancellation('anna'))).toEqual(['privacy.not-requester'])
    expect(codesOf(await customers.runRedactionCancellation('anna', herself))).toEqual(['ok'])
    expect(await factsOf(repository)).toMatchObject({ redaction: 'none', redactionRequest: null })
    expect(codesOf(await customers.runRedactionCancellation('anna', herself))).toEqual([
      'privacy.not-pending',
    ])
  })
})

describe('G-4 a request for the data', () => {
  it('is noted, blocks a merge, and ends when the data is handed over', async () => {
    const { customers, repository } = customersOn([
      anna,
      buildRecord({ customer: { id: 'twin', email: null } }),
    ])
    valueOf(await customers.runDataRequest('anna'))
    expect(codesOf(await customers.planMerge({ ids: ['anna', 'twin'] }))).toEqual(['merge.data-request'])
    valueOf(await customers.runDataRequestCompletion('anna'))
    expect(codesOf(await customers.planMerge({ ids: ['anna', 'twin'] }))).toEqual(['ok'])
    expect((await repository.timeline('anna')).map(({ event }) => event.kind)).toEqual([
      'data-requested',
      'data-handed-over',
    ])
  })
})

describe('a call about personal data', () => {
  it.each(['runRedactionRequest', 'runDataRequest'] as const)(
    '%s is carried out once under its key, and its key is for it alone',
    async (name) => {
      const { customers } = customersOn([anna])
      const first = valueOf(await customers[name]('anna', { key: 'k' }))
      const second = valueOf(await customers[name]('anna', { key: 'k' }))
      expect(second).toEqual({ ...first, plan: null, receipt: { ...first.receipt, replayed: true } })
      for (const other of ['runRedactionCancellation', 'runDataRequestCompletion', 'runRedaction'] as const)
        expect(codesOf(await customers[other]('anna', { key: 'k' }))).toEqual(['commit.key-reused'])
    },
  )

  const asked = buildRecord({
    customer: anna.customer,
    facts: { ...requested.facts, dataRequest: 'pending' },
  })
  it.each(['runRedactionCancellation', 'runDataRequestCompletion'] as const)(
    '%s is carried out once under its key too',
    async (name) => {
      const { customers } = customersOn([asked])
      const first = valueOf(await customers[name]('anna', { key: 'k', ...herself }))
      const second = valueOf(await customers[name]('anna', { key: 'k', ...herself }))
      expect(second).toEqual({ ...first, plan: null, receipt: { ...first.receipt, replayed: true } })
    },
  )

  it('names the id that is not there', async () => {
    const { customers } = customersOn()
    for (const name of [
      'runRedactionRequest',
      'runRedactionCancellation',
      'planRedaction',
      'runRedaction',
      'runDataRequest',
      'runDataRequestCompletion',
      'exportPersonalData',
    ] as const)
      expect(codesOf(await customers[name]('nobody'))).toEqual(['load.unknown'])
  })
})

describe('G-2 an erasure', () => {
  it('is looked at first, and waits for a person’s word', async () => {
    const { customers, repository } = customersOn([requested])
    expect(valueOf(await customers.planRedaction('anna')).stage).toBe('record')
    expect(codesOf(await customers.runRedaction('anna'))).toEqual(['commit.not-confirmed'])
    expect((await factsOf(repository)).redaction).toBe('pending')
    const plan = valueOf(await customers.planRedaction('anna'))
    expect(codesOf(await customers.commit(plan, confirmed))).toEqual(['ok'])
    expect(await factsOf(repository)).toMatchObject({ redaction: 'done', redactionRequest: null })
  })

  it('under shopelo needs no request', async () => {
    const { customers } = customersOn([anna], { policy: policies.shopelo })
    expect(codesOf(await customers.runRedaction('anna'))).toEqual(['commit.not-confirmed'])
    expect(codesOf(await customers.runRedaction('anna', confirmed))).toEqual(['ok'])
    expect(codesOf(await customers.runRedaction('anna', confirmed))).toEqual(['privacy.already-redacted'])
  })

  it('is answered again under its key, though the requests before it are forgotten', async () => {
    const { customers, repository } = customersOn([anna])
    valueOf(await customers.runRedactionRequest('anna', { key: 'request' }))
    const first = valueOf(await customers.runRedaction('anna', { key: 'k', ...confirmed }))
    expect(await repository.outcomeOf('request')).toBe(null)
    const again = valueOf(await customers.runRedaction('anna', { key: 'k', ...confirmed }))
    expect(again).toEqual({ ...first, plan: null, receipt: { ...first.receipt, replayed: true } })
  })
})

describe('G-1 an old file does not bring an erased person back', () => {
  const rows = {
    email: 'Email,Phone,First Name\nANNA@example.com,,Anna\n',
    'former email': 'Email,Phone,First Name\nanna@before.example,,Anna\n',
    phone: 'Email,Phone,First Name\n,+48601234567,Anna\n',
    'phone beside another email': 'Email,Phone,First Name\nanna@other.example,+48601234567,Anna\n',
  }

  it.each(Object.entries(rows))('that names the %s', async (_what, file) => {
    const before = buildRecord({
      customer: { ...requested.customer, email: 'anna@before.example' },
      facts: requested.facts,
    })
    const { customers, repository } = customersOn([before])
    await repository.commit(changeSet('k', { changes: [edit(before, { email: 'Anna@Example.com' })] }))
    valueOf(await customers.runRedaction('anna', confirmed))
    const ends: string[] = []
    const onRow = ({ problems }: { readonly problems: readonly { readonly code: string }[] }): void =>
      void ends.push(...problems.map(({ code }) => code))
    const { tally } = valueOf(await customers.importCustomers(file, { overwrite: true, onRow }))
    expect(tally).toMatchObject({ created: 0, updated: 0, skipped: 1 })
    expect(ends).toEqual(['import.suppressed'])
  })

  it('but others come in, and so does the person themselves', async () => {
    const { customers } = customersOn([requested])
    valueOf(await customers.runRedaction('anna', confirmed))
    const { tally } = valueOf(await customers.importCustomers('Email\nben@example.com\n'))
    expect(tally.created).toBe(1)
    expect(codesOf(await customers.runCreate({ email: 'anna@example.com' }))).toEqual(['ok'])
  })
})

/** A host whose tables follow by the outbox; what `deliver` is told is written down. */
function hosted(deliver?: (effect: Delivery) => Promise<void>, options: MemoryRepositoryOptions = {}) {
  const repository = createMemoryRepository({
    records: [requested],
    relations: { orders: 'outbox', discounts: 'outbox' },
    ...options,
  })
  const customers = createCustomers({ repository, shop, ...(deliver === undefined ? {} : { deliver }) })
  return { repository, customers }
}

const who = { customers: ['anna'], emails: ['anna@example.com'], phones: ['+48601234567'] }

describe('where tables of the host follow by the outbox', () => {
  it('G-1 an erasure reaches them first, guests’ rows by email too, and then the profile', async () => {
    const told: Delivery[] = []
    const { customers, repository } = hosted(async (effect) => {
      told.push(effect)
      expect((await factsOf(repository)).redaction).toBe('pending')
    })
    const { plan } = valueOf(await customers.runRedaction('anna', { key: 'k', ...confirmed }))
    expect(plan?.stage).toBe('record')
    expect(told).toEqual([
      { id: 'k/relations/effect/1', type: 'redact', relation: 'orders', customer: 'anna', who },
      { id: 'k/relations/effect/2', type: 'redact', relation: 'discounts', customer: 'anna', who },
    ])
    expect((await factsOf(repository)).redaction).toBe('done')
    expect(await repository.knownAs('anna')).toEqual({ customers: ['anna'], emails: [], phones: [] })
  })

  it('G-1 an erasure that a table has still to follow has begun, and goes on under the same key', async () => {
    let fails = true
    const { customers, repository } = hosted(async (effect) => {
      if (fails && effect.type === 'redact' && effect.relation === 'discounts') throw new Error('down')
    })
    const call = () => customers.runRedaction('anna', { key: 'k', ...confirmed })
    const { plan, receipt } = valueOf(await call())
    expect([plan?.stage, receipt.summary['stage']]).toEqual(['relations', 'relations'])
    expect(await factsOf(repository)).toMatchObject({ redaction: 'pending', relationRedaction: 'pending' })
    expect(codesOf(await call())).toEqual(['privacy.relation-outstanding'])
    expect(codesOf(await customers.runRedactionCancellation('anna', herself))).toEqual([
      'privacy.erasure-begun',
    ])
    fails = false
    expect(await customers.deliverEffects()).toBe(1)
    expect((await factsOf(repository)).relationRedaction).toBe('done')
    expect(valueOf(await call()).plan?.stage).toBe('record')
    expect(valueOf(await call()).receipt.replayed).toBe(true)
    expect((await factsOf(repository)).relationRedaction).toBe('none')
  })

  it('an erasure goes on only with what a person has confirmed', async () => {
    const { customers, repository } = hosted(async () => {})
    expect(codesOf(await customers.runRedaction('anna', { key: 'k' }))).toEqual(['commit.not-confirmed'])
    expect((await factsOf(repository)).relationRedaction).toBe('none')
  })

  it('an erasure within the host’s transaction stops after the first stage, whose effects wait for its end', async () => {
    const { repository } = hosted()
    let loads = 0
    const joined = {
      ...repository,
      load: (async (ids: readonly string[]) => {
        loads++
        return repository.load(ids)
      }) as typeof repository.load,
    }
    const customers = createCustomers<string>({ repository: joined, shop, deliver: async () => {} })
    const { plan } = valueOf(await customers.runRedaction('anna', { transaction: 'tx', ...confirmed }))
    expect([plan?.stage, loads]).toEqual(['relations', 1])
    expect(await repository.outbox({ limit: 9 })).toHaveLength(2)
  })

  it('what the first stage has done is told, also where the second one fails', async () => {
    const { repository } = hosted()
    let commits = 0
    const failing = {
      ...repository,
      commit: (changes: Parameters<typeof repository.commit>[0]) =>
        ++commits === 1 ? repository.commit(changes) : Promise.reject(new Error('down')),
    }
    const customers = createCustomers({ repository: failing, shop, deliver: async () => {} })
    expect(valueOf(await customers.runRedaction('anna', confirmed)).plan?.stage).toBe('relations')
  })

  it('D-6 a deletion reaches them too, though the profile is gone by then', async () => {
    const told: Delivery[] = []
    const { customers, repository } = hosted(async (effect) => void told.push(effect), { records: [anna] })
    valueOf(await customers.runDeletion('anna', { key: 'k', ...confirmed }))
    expect(told.map((effect) => effect.type === 'redact' && effect.who)).toEqual([who, who])
    expect(await repository.knownAs('anna')).toEqual({ customers: ['anna'], emails: [], phones: [] })
  })

  it('D-6 whoever delivers by themselves asks under what the person is known', async () => {
    const { customers, repository } = hosted(undefined, { records: [anna] })
    valueOf(await customers.runDeletion('anna', confirmed))
    const effects: readonly Effect[] = await repository.outbox({ limit: 9 })
    expect(JSON.stringify(effects)).not.toContain('example.com')
    expect(await repository.knownAs('anna')).toEqual(who)
    await repository.acknowledge(effects.map(({ id }) => id))
    expect(await repository.knownAs('anna')).toMatchObject({ emails: [], phones: [] })
  })

  it('a reassignment is delivered as it stands in the outbox: it concerns nobody’s contacts', async () => {
    const told: Delivery[] = []
    const twin = buildRecord({ customer: { id: 'twin', email: null } })
    const { customers } = hosted(async (effect) => void told.push(effect), { records: [anna, twin] })
    valueOf(await customers.runMerge({ ids: ['anna', 'twin'] }, { key: 'k', ...confirmed }))
    expect(told).toEqual(
      ['orders', 'discounts'].map((relation, index) => ({
        id: `k/effect/${index + 1}`,
        type: 'reassign',
        relation,
        from: ['twin'],
        to: 'anna',
      })),
    )
  })

  it('a redaction waits while nobody can say whom it concerns', async () => {
    const { repository } = hosted(undefined, { records: [anna] })
    const broken = { ...repository, knownAs: () => Promise.reject(new Error('down')) }
    const customers = createCustomers({ repository: broken, shop, deliver: async () => {} })
    expect(codesOf(await customers.runDeletion('anna', confirmed))).toEqual(['ok'])
    expect(await repository.outbox({ limit: 9 })).toHaveLength(2)
  })
})

describe('G-3 an export', () => {
  it('holds the record, and under what the person was known', async () => {
    const { customers, repository } = customersOn([anna])
    await repository.commit(changeSet('k', { changes: [edit(anna, { email: 'anna@second.example' })] }))
    const timeline = await repository.timeline('anna')
    const data = valueOf(
      await customers.exportPersonalData('anna', { timeline, relations: { orders: [1001] } }),
    )
    expect(data).toMatchObject({
      asOf: '2026-11-22T12:00:00.000Z',
      customer: { email: 'anna@second.example' },
      knownAs: { emails: ['anna@second.example', 'anna@example.com'] },
      timeline,
      relations: { orders: [1001] },
    })
  })

  it('of a store that keeps neither timelines nor former contacts holds the record', async () => {
    const wrap = ({ timeline: _timeline, knownAs: _knownAs, ...rest }: MemoryRepository) => rest as never
    const { customers } = customersOn([anna], { wrap })
    const data = valueOf(await customers.exportPersonalData('anna'))
    expect(data).toMatchObject({ customer: { email: 'Anna@Example.com' }, timeline: [] })
  })

  it('is as of whenever the host says', async () => {
    const { customers } = customersOn([anna])
    const asOf = '2026-01-01T00:00:00.000Z'
    expect(valueOf(await customers.exportPersonalData('anna', { asOf })).asOf).toBe(asOf)
  })
})
