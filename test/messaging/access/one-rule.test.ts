import { type Account, type CustomerRecord, planBulk, planEdit, planMerge } from 'clientele'
import { type CustomerRow, planImport } from 'clientele/csv'
import { planAccountAccess } from 'clientele/messaging'
import { buildContext, buildRecord } from 'clientele/testing'
import { describe, expect, it } from 'vitest'
import { valueOf } from '../../service/customers-on.js'

const context = buildContext({ key: 'k' })
const by = { type: 'staff', id: 'staff-1' } as const
const enabled = (blocked: boolean): Account => ({ type: 'account', state: 'ENABLED', blocked })
const anna = (blocked: boolean, id = 'anna'): CustomerRecord =>
  buildRecord({ customer: { id, email: `${id}@example.com`, account: enabled(blocked) } })

const rowOf = (blocked: boolean, email = 'anna@example.com'): CustomerRow => ({
  row: 2,
  id: null,
  input: { email, account: { type: 'account', blocked } },
  totals: { spent: null, orders: null },
  unknown: [],
  problems: [],
  warnings: [],
})

const importOf = (record: CustomerRecord, row: CustomerRow) =>
  planImport([row], { existing: [record], suppressed: { emails: [], phones: [] } }, context, {
    overwrite: true,
  })

/** Each way in which somebody is blocked or no longer is, from `before` to `after`. */
const ways = {
  'an action on the account': (before: boolean, after: boolean) =>
    planAccountAccess({ record: anna(before) }, { action: after ? 'block' : 'unblock' }, context),
  'an edit': (before: boolean, after: boolean) =>
    planEdit(anna(before), { account: after ? 'block' : 'unblock' }, context),
  'an edit of many': (before: boolean, after: boolean) =>
    planBulk(
      [anna(before)],
      { type: 'set-fields', fields: { account: after ? 'block' : 'unblock' } },
      context,
    ),
  'a file': (before: boolean, after: boolean) => importOf(anna(before), rowOf(after)),
  // the other one is chosen, or blocked
  'a merge': (before: boolean, after: boolean) =>
    planMerge(
      { records: [anna(before), anna(after, 'bo')], survivor: 'anna', keep: { account: 'bo' } },
      context,
    ),
} as const

describe('C-8 whatever blocks somebody tells the timeline and the identity system', () => {
  const cases = Object.entries(ways).flatMap(([name, plan]) =>
    (
      [
        [false, true, 'block', 'account-blocked'],
        [true, false, 'unblock', 'account-unblocked'],
      ] as const
    )
      // a merge never takes a block away
      .filter(([, after]) => name !== 'a merge' || after)
      .map((rest) => [name, plan, ...rest] as const),
  )

  it.each(cases)('%s', (_name, plan, before, after, action, kind) => {
    const { changes, outbox } = valueOf<{ changeSet: Parts }>(plan(before, after)).changeSet
    const put = changes.find(({ type }) => type === 'put')
    expect(put).toMatchObject({ customer: { account: enabled(after) } })
    expect(changes.filter(({ event }) => event?.kind === kind)).toMatchObject([
      { customer: 'anna', event: { kind, by } },
    ])
    expect(changes.some(({ event }) => event?.kind === 'edited')).toBe(false)
    expect(outbox).toMatchObject([{ type: 'account', customer: 'anna', action, link: null }])
  })

  it.each(Object.entries(ways))('%s that leaves it as it is tells nobody', (_name, plan) => {
    for (const blocked of [true, false]) {
      const { changes, outbox } = valueOf<{ changeSet: Parts }>(plan(blocked, blocked)).changeSet
      expect(changes.filter(({ event }) => event?.kind.startsWith('account-'))).toEqual([])
      expect(outbox).toEqual([])
    }
  })

  it.each<[string, Account, Account, readonly string[]]>([
    ['a login that nobody had shut', enabled(true), enabled(false), ['block']],
    ['a login that was shut', enabled(true), enabled(true), []],
    ['a guest, who has none', enabled(true), { type: 'guest', state: 'DISABLED', blocked: false }, []],
    ['a login, where nobody is blocked', enabled(false), enabled(false), []],
  ])('a merge takes over %s', (_what, survivor, absorbed, actions) => {
    const records = [survivor, absorbed].map((account, index) =>
      buildRecord({ customer: { id: `${index}`, email: `${index}@example.com`, account } }),
    )
    const { changes, outbox } = valueOf(planMerge({ records, survivor: '0' }, context)).changeSet
    expect(outbox).toEqual(
      actions.map((action) => ({ id: 'k/account/1', type: 'account', customer: '0', action, link: null })),
    )
    expect(changes.filter(({ type }) => type === 'event')).toMatchObject([{ event: { kind: 'merged' } }])
  })

  it('names each effect of one change set differently', () => {
    const records = [anna(false), anna(false, 'bo')]
    const fields = { account: 'block' } as const
    const bulk = valueOf(planBulk(records, { type: 'set-fields', fields }, context))
    const rows = [rowOf(true), { ...rowOf(true, 'bo@example.com'), row: 3 }]
    const known = { existing: records, suppressed: { emails: [], phones: [] } }
    const imported = valueOf(planImport(rows, known, context, { overwrite: true }))
    for (const { changeSet } of [bulk, imported])
      expect(new Set(changeSet.outbox.map(({ id }) => id)).size).toBe(2)
  })

  it('a file that brings somebody new, blocked, has no login to shut', () => {
    const plan = valueOf(importOf(anna(false), rowOf(true, 'new@example.com')))
    expect(plan.tally.created).toBe(1)
    expect(plan.changeSet.outbox).toEqual([])
  })

  it('an edit of more than the account says the rest apart', () => {
    const plan = valueOf(
      planEdit(anna(false), { account: 'block', note: 'x', tags: { add: ['y'] } }, context),
    )
    const events = plan.changeSet.changes.filter(({ type }) => type === 'event')
    expect(events).toMatchObject([
      { id: 'k/event/1', event: { kind: 'edited', fields: ['note'] } },
      { id: 'k/event/2', event: { kind: 'tags-changed' } },
      { id: 'k/event/3', event: { kind: 'account-blocked' } },
    ])
  })

  it('a merge that blocks somebody is not in progress for that', () => {
    const plan = valueOf(planMerge({ records: [anna(false), anna(true, 'bo')], survivor: 'anna' }, context))
    expect(plan.changeSet.outbox).toMatchObject([{ type: 'account', action: 'block' }])
    expect(plan.result.facts.mergeInProgress).toBe(false)
  })
})

interface Parts {
  readonly changes: readonly { readonly type: string; readonly event?: { readonly kind: string } }[]
  readonly outbox: readonly unknown[]
}
