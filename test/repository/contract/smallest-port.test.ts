import { createCustomers, type CustomerRecord, type CustomerRepository, type Delivery } from 'clientele'
import { repositoryContract } from 'clientele/contract'
import { createMemoryRepository, type MemoryRepositoryOptions } from 'clientele/memory'
import { buildRecord } from 'clientele/testing'
import { describe, expect, it } from 'vitest'
import { codesOf, valueOf } from '../../service/customers-on.js'

/** What somebody has written by the design's seven methods and its facts, with no table of the host's. */
function smallest(records: readonly CustomerRecord[]): CustomerRepository {
  const full = createMemoryRepository({ records })
  return {
    capabilities: full.capabilities,
    load: (async (ids: readonly string[], options?: never) =>
      (await full.load(ids, options)).map((one) =>
        one.state === 'present' ? { ...one, record: designed(one.record) } : one,
      )) as CustomerRepository['load'],
    findByIdentity: async (identities, options) => {
      const { records: found, suppressed } = await full.findByIdentity(identities, options)
      return { records: found.map(designed), suppressed }
    },
    list: async (page, options) => {
      const { records: listed, next } = await full.list(page, options)
      return { records: listed.map(designed), next }
    },
    commit: async (changeSet, options) => {
      if (changeSet.changes.some((change) => change.type === 'state' && change.field === 'relationRedaction'))
        throw new Error('no such column')
      return full.commit(changeSet, options)
    },
    outcomeOf: (key, options) => full.outcomeOf(key, options),
    outbox: (page, options) => full.outbox(page, options),
    acknowledge: (ids, options) => full.acknowledge(ids, options),
  }
}

/** The facts that the design names, and no more. */
function designed(record: CustomerRecord): CustomerRecord {
  const { relationRedaction: _none, ...facts } = record.facts
  return { ...record, facts }
}

const shop = { timeZone: 'UTC', currency: 'EUR', country: 'NO', locale: 'nb-NO' }
const anna = buildRecord({ customer: { id: 'anna', email: 'Anna@Example.com', phone: '+48601234567' } })
const twin = buildRecord({ customer: { id: 'twin', email: 'twin@example.com' } })
const confirmed = { confirmed: true } as const

describe('the smallest port', () => {
  for (const { group, name, method, run } of repositoryContract({ createRepository: smallest }))
    if (method === null) it(`${group}: ${name}`, run)

  it('carries a whole life: made, merged, asked about, erased, deleted', async () => {
    const repository = smallest([anna, twin, buildRecord({ customer: { id: 'other', email: null } })])
    const customers = createCustomers({ repository, shop, deliver: async () => {} })
    valueOf(await customers.runCreate({ email: 'new@example.com' }))
    valueOf(await customers.runMerge({ ids: ['anna', 'twin'], survivor: 'anna' }, confirmed))
    expect(valueOf(await customers.exportPersonalData('anna'))).toMatchObject({
      knownAs: { customers: ['anna'], emails: ['anna@example.com'], phones: ['+48601234567'] },
      timeline: [],
    })
    valueOf(await customers.runRedactionRequest('anna'))
    valueOf(await customers.runRedactionCancellation('anna'))
    valueOf(await customers.runRedactionRequest('anna'))
    expect(valueOf(await customers.runRedaction('anna', confirmed)).plan?.stage).toBe('record')
    expect(codesOf(await customers.runRedaction('anna', confirmed))).toEqual(['privacy.already-redacted'])
    expect(codesOf(await customers.runDeletion('other', confirmed))).toEqual(['ok'])
    const { suppressed } = await repository.findByIdentity({
      emails: ['anna@example.com' as never],
      phones: [],
    })
    expect(suppressed.emails).toEqual(['anna@example.com'])
  })
})

/** A store without `knownAs` whose host's tables follow by the outbox. */
function forgetful(deliver?: (effect: Delivery) => Promise<void>, options: MemoryRepositoryOptions = {}) {
  const { knownAs: _none, ...repository } = createMemoryRepository({
    records: [anna, twin],
    relations: { orders: 'outbox', discounts: 'outbox' },
    ...options,
  })
  const loads: string[][] = []
  const load = (async (ids: string[], call?: never) => {
    loads.push(ids)
    return repository.load(ids, call)
  }) as typeof repository.load
  const counting: CustomerRepository = { ...repository, load }
  const customers = createCustomers({
    repository: counting,
    shop,
    ...(deliver === undefined ? {} : { deliver }),
  })
  return { customers, repository, loads }
}

const known = { customers: ['anna'], emails: ['anna@example.com'], phones: ['+48601234567'] }
const idAlone = { customers: ['anna'], emails: [], phones: [] }
const whoOf = (effect: Delivery): unknown => (effect.type === 'redact' ? effect.who : null)

describe('a store that cannot tell under what a person is known', () => {
  it('D-6 has a deletion delivered with what the record said before the commit', async () => {
    const told: unknown[] = []
    const { customers } = forgetful(async (effect) => void told.push(whoOf(effect)))
    valueOf(await customers.runDeletion('anna', confirmed))
    expect(told).toEqual([known, known])
  })

  it('D-6 has a bulk deletion delivered with each person’s own', async () => {
    const told: unknown[] = []
    const { customers } = forgetful(async (effect) => void told.push(whoOf(effect)))
    valueOf(await customers.runBulk({ type: 'all' }, { type: 'delete' }, confirmed))
    const twins = { customers: ['twin'], emails: ['twin@example.com'], phones: [] }
    expect(told).toEqual([known, known, twins, twins])
  })

  it('G-1 has an erasure delivered with what the record says before it is begun', async () => {
    const told: unknown[] = []
    const { customers } = forgetful(async (effect) => void told.push(whoOf(effect)))
    valueOf(await customers.runRedactionRequest('anna'))
    expect(valueOf(await customers.runRedaction('anna', confirmed)).plan?.stage).toBe('record')
    expect(told).toEqual([known, known])
  })

  it('G-1 has what is delivered later delivered with the id alone', async () => {
    const told: unknown[] = []
    let fails = true
    const { customers } = forgetful(async (effect) => {
      if (fails) throw new Error('down')
      told.push(whoOf(effect))
    })
    valueOf(await customers.runDeletion('anna', confirmed))
    fails = false
    expect(await customers.deliverEffects()).toBe(2)
    expect(told).toEqual([idAlone, idAlone])
  })

  it('D-6 has an earlier call’s effect delivered with the id alone beside those of this one', async () => {
    const told: unknown[] = []
    let fails = true
    const { customers } = forgetful(async (effect) => {
      if (fails) throw new Error('down')
      told.push(whoOf(effect))
    })
    valueOf(await customers.runDeletion('anna', confirmed))
    fails = false
    valueOf(await customers.runDeletion('twin', confirmed))
    expect(told.map((who) => (who as typeof known).emails)).toEqual([
      [],
      [],
      ['twin@example.com'],
      ['twin@example.com'],
    ])
  })

  it('has nobody read again who need not be: nothing to deliver, nobody to deliver, or no redaction', async () => {
    const deletion = async ({ customers, loads }: ReturnType<typeof forgetful>): Promise<number> => {
      valueOf(await customers.runDeletion('anna', confirmed))
      return loads.length
    }
    expect(await deletion(forgetful(async () => {}))).toBe(2)
    expect(await deletion(forgetful(async () => {}, { relations: {} }))).toBe(1)
    expect(await deletion(forgetful())).toBe(1)
    const merging = forgetful(async () => {})
    valueOf(await merging.customers.runMerge({ ids: ['anna', 'twin'] }, confirmed))
    expect(merging.loads).toHaveLength(1)
  })

  it('has nothing read for effects that wait for the end of the host’s transaction', async () => {
    const { repository, loads } = forgetful()
    const load = (async (ids: string[]) => (loads.push(ids), repository.load(ids))) as typeof repository.load
    const joined = createCustomers<string>({
      repository: { ...repository, load },
      shop,
      deliver: async () => {},
    })
    valueOf(await joined.runDeletion('anna', { transaction: 'tx', ...confirmed }))
    expect(loads).toHaveLength(1)
  })
})
