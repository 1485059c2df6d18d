import { createCustomers, type CustomerRecord, type CustomerRepository } from 'clientele'
import { repositoryContract } from 'clientele/contract'
import { createMemoryRepository } from 'clientele/memory'
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
