import type { Customer, CustomerRepository } from 'clientele'
import { buildRecord } from 'clientele/testing'
import { describe, expect, it } from 'vitest'
import { codesOf, customersOn, valueOf } from './customers-on.js'

const anna = buildRecord({ customer: { id: 'anna', email: 'anna@example.com', note: 'old' } })
const bo = buildRecord({ customer: { id: 'bo', email: 'bo@example.com' } })

/** A service in which somebody else edits the first time that anything is committed. */
function interrupted(
  meanwhile: (customers: ReturnType<typeof customersOn>['customers']) => Promise<unknown>,
) {
  let isFirst = true
  const made = customersOn([anna, bo], {
    wrap: (repository) => ({
      ...repository,
      commit: async (...args: Parameters<CustomerRepository['commit']>) => {
        const isNow = isFirst
        isFirst = false
        if (isNow) await meanwhile(made.customers)
        return repository.commit(...args)
      },
    }),
  })
  return made
}

describe('E-1 runEdit', () => {
  it('edits, and is answered the same under the same key', async () => {
    const { customers, repository } = customersOn([anna])
    const call = {
      id: 'anna',
      edit: { firstName: 'Anne', addresses: [{ type: 'add', address: { city: 'Oslo' } }] },
    } as const
    const first = valueOf(await customers.runEdit(call, { key: 'k' }))
    const second = valueOf(await customers.runEdit(call, { key: 'k' }))
    expect(first.plan?.result.firstName).toBe('Anne')
    expect(second).toMatchObject({ plan: null, subjects: ['anna'], receipt: { replayed: true } })
    const [loaded] = await repository.load(['anna'])
    expect(loaded).toMatchObject({
      record: { customer: { firstName: 'Anne', defaultAddressId: first.receipt.ids['new:1'] } },
    })
    expect(codesOf(await customers.runEdit({ ...call, edit: { note: 'x' } }, { key: 'k' }))).toEqual([
      'commit.key-reused',
    ])
  })

  it('keeps the key and the revision where nothing changes', async () => {
    const { customers, repository } = customersOn([anna])
    const [before] = await repository.load(['anna'])
    const { receipt } = valueOf(await customers.runEdit({ id: 'anna', edit: { note: 'old' } }, { key: 'k' }))
    expect(receipt.revisions).toEqual({})
    expect(await repository.load(['anna'])).toEqual([before])
    expect((await repository.outcomeOf('k'))?.receipt).toMatchObject({ summary: { planner: 'edit' } })
  })

  it('is rebased on what somebody else changed in the meantime', async () => {
    const { customers, repository } = interrupted((other) =>
      other.runEdit({ id: 'anna', edit: { note: 'theirs' } }),
    )
    expect(codesOf(await customers.runEdit({ id: 'anna', edit: { firstName: 'Anne' } }))).toEqual(['ok'])
    const [loaded] = await repository.load(['anna'])
    expect(loaded).toMatchObject({ record: { customer: { firstName: 'Anne', note: 'theirs' } } })
  })

  it('overwrites nothing that somebody else changed in the meantime', async () => {
    const { customers, repository } = interrupted((other) =>
      other.runEdit({ id: 'anna', edit: { note: 'theirs' } }),
    )
    const outcome = await customers.runEdit({ id: 'anna', edit: { note: 'mine' } })
    expect(outcome).toMatchObject({ ok: false, problems: [{ code: 'edit.conflict', path: ['note'] }] })
    const [loaded] = await repository.load(['anna'])
    expect(loaded).toMatchObject({ record: { customer: { note: 'theirs' } } })
  })

  it('overwrites nothing that was changed since it was seen', async () => {
    const { customers } = customersOn([anna])
    await customers.runEdit({ id: 'anna', edit: { note: 'theirs' } })
    const form = { id: 'anna', seen: anna.customer }
    expect(codesOf(await customers.runEdit({ ...form, edit: { note: 'mine' } }))).toEqual(['edit.conflict'])
    expect(codesOf(await customers.runEdit({ ...form, edit: { note: 'old' } }))).toEqual(['edit.conflict'])
    expect(
      codesOf(await customers.runEdit({ ...form, edit: { note: 'theirs', firstName: 'Anne' } })),
    ).toEqual(['ok'])
    expect(codesOf(await customers.runEdit({ ...form, edit: { note: 7 as never } }))).toEqual([
      'shape.invalid-value',
    ])
  })

  it('never writes what it is told was seen', async () => {
    const { customers, repository } = customersOn([anna])
    const forged = { ...anna.customer, source: 'forged' }
    valueOf(await customers.runEdit({ id: 'anna', seen: forged, edit: { firstName: 'Anne' } }))
    const [loaded] = await repository.load(['anna'])
    expect(loaded).toMatchObject({ record: { customer: { firstName: 'Anne', source: null } } })
    const seen = { id: 'anna' } as Customer
    expect(codesOf(await customers.runEdit({ id: 'anna', seen, edit: {} }))).toContain('shape.wrong-type')
  })

  it('plans to be looked at, and commits what was looked at or nothing', async () => {
    const { customers } = customersOn([anna])
    const plan = valueOf(await customers.planEdit({ id: 'anna', edit: { note: 'mine' } }))
    expect(codesOf(await customers.commit(plan))).toEqual(['ok'])
    const stale = valueOf(await customers.planEdit({ id: 'anna', edit: { note: 'again' } }))
    await customers.runEdit({ id: 'anna', edit: { note: 'theirs' } })
    expect(codesOf(await customers.commit(stale))).toEqual(['commit.stale'])
  })

  it('refuses a contact that somebody else has, a customer who is not there, and one who goes meanwhile', async () => {
    const { customers } = customersOn([anna, bo])
    expect(codesOf(await customers.runEdit({ id: 'anna', edit: { email: 'bo@example.com' } }))).toEqual([
      'commit.identity-taken',
    ])
    expect(codesOf(await customers.runEdit({ id: 'nobody', edit: {} }))).toEqual(['load.unknown'])
    const gone = interrupted((other) => other.runDeletion('anna', { confirmed: true }))
    expect(codesOf(await gone.customers.runEdit({ id: 'anna', edit: { note: 'x' } }))).toEqual([
      'load.deleted',
    ])
  })
})

describe('E-6 runConsentChange', () => {
  const no = { id: 'anna', channel: 'email', state: 'UNSUBSCRIBED' } as const
  const yes = { ...no, state: 'SUBSCRIBED', optInLevel: 'SINGLE_OPT_IN' } as const

  it('takes a word down once under a key', async () => {
    const { customers, repository } = customersOn([anna])
    valueOf(await customers.runConsentChange(yes, { key: 'k' }))
    expect(valueOf(await customers.runConsentChange(yes, { key: 'k' })).plan).toBe(null)
    const [loaded] = await repository.load(['anna'])
    expect(loaded).toMatchObject({ record: { customer: { emailMarketingConsent: { state: 'SUBSCRIBED' } } } })
    expect(codesOf(await customers.runConsentChange({ ...yes, id: 'nobody' }))).toEqual(['load.unknown'])
  })

  it('hears a no whatever is said meanwhile, but not for a contact that has changed', async () => {
    const { customers, repository } = interrupted((other) => other.runConsentChange(yes))
    expect(codesOf(await customers.runConsentChange(no))).toEqual(['ok'])
    const [loaded] = await repository.load(['anna'])
    expect(loaded).toMatchObject({
      record: { customer: { emailMarketingConsent: { state: 'UNSUBSCRIBED' } } },
    })
    const changed = interrupted((other) => other.runEdit({ id: 'anna', edit: { email: 'new@example.com' } }))
    expect(codesOf(await changed.customers.runConsentChange(yes))).toEqual(['edit.conflict'])
  })
})
