import type { Delivery } from 'clientele'
import { buildRecord } from 'clientele/testing'
import { describe, expect, it } from 'vitest'
import { codesOf, customersOn, valueOf } from '../customers-on.js'

const staff = { type: 'staff', id: 'staff-1' } as const
const own = { actor: { type: 'customer', id: 'anna' } } as const
const anna = buildRecord({ customer: { id: 'anna', email: 'anna@example.com' } })

/** A shop with an identity system that takes whatever it is told. */
function shopOn(...given: Parameters<typeof customersOn>) {
  const told: Delivery[] = []
  const [records = [anna], ports = {}] = given
  const deliver = async (effect: Delivery): Promise<void> => void told.push(effect)
  return { ...customersOn(records, { deliver, ...ports }), told }
}

const linkOf = (told: readonly Delivery[]): string => {
  const last = told.at(-1)
  if (last?.type !== 'account' || last.link === null) throw new Error('no link was sent')
  return last.link.id
}

describe('C-7, C-8, E-7 accounts', () => {
  it('go from an invitation to a block, and the identity system hears of each', async () => {
    const { customers, repository, told } = shopOn()
    const act = async (wish: Parameters<typeof customers.runAccountAccess>[1], options: object) =>
      valueOf(await customers.runAccountAccess('anna', wish, options)).plan?.account
    expect(await act({ action: 'invite' }, { actor: staff })).toMatchObject({ state: 'INVITED' })
    const link = linkOf(told)
    expect(await act({ action: 'activate', link }, own)).toMatchObject({ state: 'ENABLED' })
    expect(await act({ action: 'reset-password' }, own)).toMatchObject({ state: 'ENABLED' })
    expect(await act({ action: 'block' }, { actor: staff })).toMatchObject({ blocked: true })
    expect(told).toMatchObject([
      { type: 'account', customer: 'anna', action: 'invite' },
      { action: 'activate', link: null },
      { action: 'reset-password' },
      { action: 'block', link: null },
    ])
    expect(await repository.outbox({ limit: 9 })).toEqual([])
    const [loaded] = await repository.load(['anna'])
    const account = { type: 'account', state: 'ENABLED', blocked: true }
    expect(loaded).toMatchObject({ record: { customer: { account } } })
    const { entries } = valueOf(await customers.timeline('anna'))
    expect(entries.map(({ event }) => event.kind)).toEqual([
      'account-blocked',
      'password-reset-sent',
      'account-activated',
      'invited',
    ])
  })

  it('a new invitation voids the one before, as the timeline knows', async () => {
    const { customers, told } = shopOn()
    valueOf(await customers.runAccountAccess('anna', { action: 'invite' }))
    const first = linkOf(told)
    valueOf(await customers.runAccountAccess('anna', { action: 'invite' }))
    const answer = (link: string) => customers.runAccountAccess('anna', { action: 'activate', link }, own)
    expect(codesOf(await answer(first))).toEqual(['access.link-void'])
    expect(codesOf(await answer(linkOf(told)))).toEqual(['ok'])
  })

  it('an invitation ends in time', async () => {
    let now = '2026-11-22T12:00:00.000Z'
    const { customers, told } = shopOn([anna], { now: () => now })
    valueOf(await customers.runAccountAccess('anna', { action: 'invite' }))
    now = '2026-12-22T12:00:00.000Z'
    const wish = { action: 'activate', link: linkOf(told) } as const
    expect(codesOf(await customers.runAccountAccess('anna', wish, own))).toEqual(['access.link-expired'])
  })

  it('are changed once under a key, and a repeated call sends no second link', async () => {
    const { customers, told } = shopOn()
    const call = () => customers.runAccountAccess('anna', { action: 'invite' }, { key: 'k' })
    valueOf(await call())
    expect(valueOf(await call())).toMatchObject({ plan: null, receipt: { replayed: true } })
    expect(told).toHaveLength(1)
    expect(codesOf(await customers.runAccountAccess('anna', { action: 'block' }, { key: 'k' }))).toEqual([
      'commit.key-reused',
    ])
  })

  it('are looked at first, and nothing is done', async () => {
    const { customers, repository, told } = shopOn()
    const before = await repository.load(['anna'])
    const plan = valueOf(await customers.planAccountAccess('anna', { action: 'invite' }))
    expect(plan.account.state).toBe('INVITED')
    expect(await repository.load(['anna'])).toEqual(before)
    expect(told).toEqual([])
    valueOf(await customers.commit(plan))
    expect(told).toHaveLength(1)
  })

  it('a link cannot be judged by a store without timelines; what needs no link goes on', async () => {
    const { customers } = shopOn([anna], { wrap: ({ timeline: _timeline, ...rest }) => rest as never })
    valueOf(await customers.runAccountAccess('anna', { action: 'invite' }))
    const wish = { action: 'activate', link: 'l1' } as const
    expect(codesOf(await customers.runAccountAccess('anna', wish, own))).toEqual(['capability.no-timeline'])
    expect(codesOf(await customers.runAccountAccess('anna', { action: 'activate' }, own))).toEqual(['ok'])
  })

  it('that need no link are changed while the timeline cannot be read', async () => {
    const timeline = () => Promise.reject(new Error('down'))
    const { customers } = shopOn([anna], { wrap: (repository) => ({ ...repository, timeline }) })
    expect(codesOf(await customers.runAccountAccess('anna', { action: 'invite' }))).toEqual(['ok'])
  })

  it.each([
    ['nobody', { action: 'block' }, 'load.unknown'],
    ['anna', null, 'shape.wrong-type'],
  ])('refuses %s, %o', async (id, wish, code) => {
    const { customers } = shopOn()
    expect(codesOf(await customers.runAccountAccess(id, wish as never))).toEqual([code])
    expect(codesOf(await customers.planAccountAccess(id, wish as never))).toEqual([code])
  })
})
