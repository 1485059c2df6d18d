import { describe, expect, it } from 'vitest'
import type { BulkAction } from '../../src/bulk/bulk-action.js'
import { bulkRowsOfSummary, refusedRow } from '../../src/bulk/bulk-row.js'
import { planBulk, type BulkPlan } from '../../src/bulk/plan-bulk.js'
import type { CustomerRecord } from '../../src/customer/record.js'
import { ceilings } from '../../src/limits/limits.js'
import { problem } from '../../src/outcome/problem.js'
import { requestOf } from '../../src/plan/request.js'
import { buildContext } from '../../src/testing/build-context.js'
import { buildRecord, type RecordOverrides } from '../../src/testing/build-record.js'

const one = (id: string, overrides: RecordOverrides = {}): CustomerRecord =>
  buildRecord({
    revision: `r-${id}`,
    ...overrides,
    customer: { id, email: `${id}@example.com`, ...overrides.customer },
  })
const plain = one('plain')
const vip = one('vip', { customer: { tags: ['VIP'] } })
const giftee = one('giftee', { facts: { scheduledGiftCards: 1 } })
const deleted = one('deleted', { facts: { deleted: true } })
/** More than one edit holds. */
const tooMany = Array.from({ length: ceilings.edits + 1 }, () => 'x')
const context = buildContext({ key: 'k' })

function plan(records: readonly CustomerRecord[], action: BulkAction): BulkPlan {
  const outcome = planBulk(records, action, context)
  if (!outcome.ok) throw new Error(outcome.problems.map(({ code }) => code).join())
  return outcome.value
}
const ends = ({ rows }: BulkPlan) =>
  rows.map(({ id, status, problems }) => [id, status, ...problems.map(({ code }) => code)])

describe('one action for many', () => {
  it.each<[string, BulkAction, string[][]]>([
    [
      'B-2 adds tags',
      { type: 'add-tags', tags: ['vip', 'eu'] },
      [
        ['plain', 'planned'],
        ['vip', 'planned'],
        ['deleted', 'refused', 'edit.deleted'],
      ],
    ],
    [
      'B-2 adds no tag twice',
      { type: 'add-tags', tags: ['vip'] },
      [
        ['plain', 'planned'],
        ['vip', 'unchanged'],
        ['deleted', 'refused', 'edit.deleted'],
      ],
    ],
    [
      'B-2 removes tags',
      { type: 'remove-tags', tags: ['vip'] },
      [
        ['plain', 'unchanged'],
        ['vip', 'planned'],
        ['deleted', 'refused', 'edit.deleted'],
      ],
    ],
    [
      'B-3 sets fields for all',
      { type: 'set-fields', fields: { locale: 'nb', tags: { add: ['eu'] } } },
      [
        ['plain', 'planned'],
        ['vip', 'planned'],
        ['deleted', 'refused', 'edit.deleted'],
      ],
    ],
    [
      'B-3 sets for each their own',
      { type: 'edit-each', edits: { vip: { note: 'n' }, plain: { priceLevel: 99 } } },
      [
        ['plain', 'refused', 'customer.price-level'],
        ['vip', 'planned'],
        ['deleted', 'unchanged'],
      ],
    ],
    [
      'B-3 leaves who is not named',
      { type: 'edit-each', edits: { constructor: {} } },
      [
        ['plain', 'unchanged'],
        ['vip', 'unchanged'],
        ['deleted', 'unchanged'],
      ],
    ],
    [
      'B-3 refuses who is named and cannot be edited, though nothing would change',
      { type: 'edit-each', edits: { deleted: {} } },
      [
        ['plain', 'unchanged'],
        ['vip', 'unchanged'],
        ['deleted', 'refused', 'edit.deleted'],
      ],
    ],
    [
      'E-6 changes what is said about marketing',
      { type: 'change-consent', change: { channel: 'email', state: 'UNSUBSCRIBED' } },
      [
        ['plain', 'planned'],
        ['vip', 'planned'],
        ['deleted', 'refused', 'edit.deleted'],
      ],
    ],
    [
      'B-4 deletes who can be deleted',
      { type: 'delete' },
      [
        ['plain', 'planned'],
        ['vip', 'planned'],
        ['deleted', 'refused', 'deletion.deleted'],
      ],
    ],
  ])('%s', (_name, action, expected) => {
    const planned = plan([plain, vip, deleted], action)
    expect(ends(planned)).toEqual(expected)
    const counts = expected.reduce(
      (tally, [, status]) => ({ ...tally, [status!]: (tally[status!] ?? 0) + 1 }),
      { planned: 0, unchanged: 0, refused: 0 } as Record<string, number>,
    )
    expect(planned.tally).toEqual(counts)
    expect(planned.subjects).toEqual(expected.filter(([, status]) => status === 'planned').map(([id]) => id))
  })

  it('B-4 gives each who stays the reasons, and waits for a person’s word', () => {
    const { rows, changeSet } = plan([plain, giftee], { type: 'delete' })
    expect(rows[1]).toEqual({
      id: 'giftee',
      status: 'refused',
      problems: [
        {
          code: 'deletion.scheduled-gift-card',
          path: ['facts', 'scheduledGiftCards'],
          params: { lift: 'deliver-or-cancel-gift-card', instead: ['block'] },
        },
      ],
      warnings: [],
    })
    expect(changeSet.confirmed).toBe(false)
    expect(changeSet.guards.every(({ id }) => id === 'plain')).toBe(true)
  })

  it.each<BulkAction>([
    { type: 'add-tags', tags: ['x'] },
    { type: 'remove-tags', tags: ['x'] },
    { type: 'set-fields', fields: {} },
    { type: 'edit-each', edits: {} },
    { type: 'change-consent', change: { channel: 'email', state: 'UNSUBSCRIBED' } },
  ])('waits for nobody where it can be undone: $type', (action) => {
    expect('confirmed' in plan([plain], action).changeSet).toBe(false)
  })

  it('is one request for those whom it is for, and another for others', () => {
    const action = { type: 'delete' } as const
    const ended = [refusedRow('gone', [problem('load.unknown')])]
    const outcome = planBulk([plain, vip], action, context, ended)
    expect(outcome.ok && outcome.value.planner).toBe('bulk')
    expect(outcome.ok && outcome.value.changeSet.request).toBe(
      requestOf('bulk', ['plain', 'vip', 'gone'], action),
    )
  })

  it('is one change set a chunk, on the revisions that were read, every event with a name of its own', () => {
    const { changeSet, touches } = plan([plain, vip, giftee], { type: 'add-tags', tags: ['eu'] })
    expect(changeSet.key).toBe('k')
    expect(changeSet.expects).toEqual(['plain', 'vip', 'giftee'].map((id) => ({ id, revision: `r-${id}` })))
    const events = changeSet.changes.flatMap((change) => (change.type === 'event' ? [change.id] : []))
    expect(new Set(events).size).toBe(3)
    expect(events.map((id) => id.split('/').slice(0, 3).join('/'))).toEqual(['k/row/1', 'k/row/2', 'k/row/3'])
    expect(changeSet.summary).toMatchObject({ planner: 'bulk' })
    expect(touches).toEqual([])
    expect(changeSet.changes.filter(({ type }) => type === 'put')).toMatchObject([
      { touches: [{ path: ['tags', 'eu'] }] },
      { touches: [{ path: ['tags', 'eu'] }] },
      { touches: [{ path: ['tags', 'eu'] }] },
    ])
  })

  it('plans for each once, who is named twice', () => {
    const planned = plan([plain, vip, plain], { type: 'add-tags', tags: ['eu'] })
    expect(ends(planned)).toEqual([
      ['plain', 'planned'],
      ['vip', 'planned'],
    ])
  })

  it('names the effects of each apart', () => {
    const outbox = buildContext({ key: 'k', store: { relations: { orders: 'outbox' } } })
    const outcome = planBulk([plain, vip], { type: 'delete' }, outbox)
    const ids = outcome.ok ? outcome.value.changeSet.outbox.map(({ id }) => id) : []
    expect(new Set(ids).size).toBe(2)
  })

  it('gathers the warnings of all', () => {
    const { rows, warnings } = plan([plain, vip], {
      type: 'edit-each',
      edits: { vip: { email: 'v ip@example.com' } },
    })
    expect(rows[1]?.warnings.map(({ code }) => code)).toEqual(['email.blanks-removed'])
    expect(warnings).toEqual(rows[1]?.warnings)
  })

  it('adds no address to many at once', () => {
    const address = { city: 'Oslo', address1: 'Storgata 5', countryCode: 'NO', zip: '0155' }
    const fields = {
      addresses: [{ type: 'add', address }],
      billingDetails: [{ type: 'add', address }],
    } as const
    expect(ends(plan([plain], { type: 'set-fields', fields }))).toEqual([
      ['plain', 'refused', 'bulk.address-added', 'bulk.address-added'],
    ])
    expect(plan([plain], { type: 'set-fields', fields }).rows[0]?.problems.map(({ path }) => path)).toEqual([
      ['addresses'],
      ['billingDetails'],
    ])
    expect(ends(plan([plain], { type: 'add-tags', tags: ['new:1'] }))).toEqual([['plain', 'planned']])
    const housed = one('housed', {
      customer: {
        addresses: [
          { ...emptyAddress, id: 'a' },
          { ...emptyAddress, id: 'b', city: 'Oslo' },
        ],
      },
    })
    const move = { addresses: [{ type: 'default', id: 'b' }] } as const
    expect(ends(plan([housed], { type: 'edit-each', edits: { housed: move } }))).toEqual([
      ['housed', 'planned'],
    ])
  })

  it('counts rows that are settled already', () => {
    const outcome = planBulk([plain], { type: 'delete' }, context, [
      refusedRow('gone', [problem('load.unknown')]),
    ])
    expect(outcome.ok && outcome.value.tally).toEqual({ planned: 1, unchanged: 0, refused: 1 })
    expect(outcome.ok && ends(outcome.value)).toEqual([
      ['plain', 'planned'],
      ['gone', 'refused', 'load.unknown'],
    ])
  })

  it('is summed up without personal data, by which the rows can be told again', () => {
    const { rows, changeSet } = plan([plain, deleted], {
      type: 'set-fields',
      fields: { firstName: 'Secret' },
    })
    expect(JSON.stringify(changeSet.summary)).not.toContain('Secret')
    const codesOnly = rows.map((row) => ({
      ...row,
      problems: row.problems.map(({ code }) => ({ code, path: [] })),
    }))
    expect(bulkRowsOfSummary(changeSet.summary)).toEqual(codesOnly)
    expect(JSON.parse(JSON.stringify(plan([plain], { type: 'delete' })))).toEqual(
      plan([plain], { type: 'delete' }),
    )
  })

  it.each([
    [null, 'shape.'],
    [{ type: 'constructor' }, 'shape.'],
    [{ type: 'add-tags', tags: 'vip' }, 'shape.'],
    [{ type: 'add-tags', tags: tooMany }, 'shape.'],
    [{ type: 'remove-tags', tags: tooMany }, 'shape.'],
    [{ type: 'delete', now: true }, 'shape.'],
    [{ type: 'set-fields', fields: { nonsense: 1 } }, 'shape.'],
    [{ type: 'edit-each', edits: [] }, 'shape.'],
    [{ type: 'change-consent', change: { channel: 'fax' } }, 'shape.'],
    [{ type: 'set-fields', fields: { emailMarketingConsent: {} } }, 'edit.consent-apart'],
  ])('is refused whole where it is none: %j', (action, code) => {
    const outcome = planBulk([plain], action as BulkAction, context)
    expect(outcome.ok ? '' : outcome.problems[0].code).toContain(code)
  })

  it('says once that there are far too many tags, and looks at none', () => {
    const tags = Array.from({ length: 10_001 }, () => 7)
    const outcome = planBulk([plain], { type: 'add-tags', tags } as never, context)
    expect(outcome.ok ? [] : outcome.problems).toEqual([
      { code: 'shape.too-long', path: ['tags'], params: { limit: 10_000 } },
    ])
  })

  it('refuses a row for an edit that is none', () => {
    const edits = { plain: 'x', vip: { tags: { add: 'x' } } } as never
    expect(ends(plan([plain, vip], { type: 'edit-each', edits })).map(([, status]) => status)).toEqual([
      'refused',
      'refused',
    ])
  })
})

const emptyAddress = {
  firstName: null,
  lastName: null,
  company: null,
  address1: null,
  address2: null,
  city: null,
  provinceCode: null,
  countryCode: null,
  zip: null,
  phone: null,
}
