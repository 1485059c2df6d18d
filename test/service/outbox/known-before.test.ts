import { createCustomers, type CustomerRepository, type Delivery } from 'clientele'
import { createMemoryRepository, type MemoryRepositoryOptions } from 'clientele/memory'
import { buildRecord } from 'clientele/testing'
import { describe, expect, it } from 'vitest'
import { codesOf, valueOf } from '../customers-on.js'

const shop = { timeZone: 'UTC', currency: 'EUR', country: 'NO', locale: 'nb-NO' }
const anna = buildRecord({ customer: { id: 'anna', email: 'Anna@Example.com', phone: '+48601234567' } })
const twin = buildRecord({ customer: { id: 'twin', email: 'twin@example.com' } })
const confirmed = { confirmed: true } as const

/** A store without `knownAs` whose host's tables follow by the outbox. */
function forgetful(
  deliver?: (effect: Delivery) => Promise<void>,
  { isForgetful = true, ...options }: MemoryRepositoryOptions & { isForgetful?: boolean } = {},
) {
  const { knownAs, ...rest } = createMemoryRepository({
    records: [anna, twin],
    relations: { orders: 'outbox', discounts: 'outbox' },
    ...options,
  })
  const repository = isForgetful ? rest : { ...rest, knownAs }
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

  it('has nobody read again who need not be: nothing to deliver, nobody to deliver, no redaction, or a store that can tell', async () => {
    const deletion = async ({ customers, loads }: ReturnType<typeof forgetful>): Promise<number> => {
      valueOf(await customers.runDeletion('anna', confirmed))
      return loads.length
    }
    expect(await deletion(forgetful(async () => {}))).toBe(2)
    expect(await deletion(forgetful(async () => {}, { relations: {} }))).toBe(1)
    expect(await deletion(forgetful())).toBe(1)
    expect(await deletion(forgetful(async () => {}, { isForgetful: false }))).toBe(1)
    const merging = forgetful(async () => {})
    valueOf(await merging.customers.runMerge({ ids: ['anna', 'twin'] }, confirmed))
    expect(merging.loads).toHaveLength(1)
  })

  it('D-6 refuses a plan whose person is gone since it was shown, like any other', async () => {
    const { customers } = forgetful(async () => {})
    const plan = valueOf(await customers.planDeletion('anna', { key: 'first' }))
    valueOf(await customers.runDeletion('anna', confirmed))
    expect(codesOf(await customers.commit(plan, confirmed))).toContain('commit.stale')
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
