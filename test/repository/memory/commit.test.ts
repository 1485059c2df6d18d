import { describe, expect, it } from 'vitest'
import type { ChangeSet } from '../../../src/plan/change-set.js'
import type { Change } from '../../../src/plan/change.js'
import {
  changeSet,
  created,
  edit,
  expectation,
  moveOrders,
  newcomer,
  put,
  tombstone,
} from '../../../src/repository/contract/change-sets.js'
import { anna, ben, cleo } from '../../../src/repository/contract/people.js'
import { commitOn, everythingOn, idsOn, peopled, problemsOn, recordOn } from './commit-on.js'

const everythingWrong: Partial<ChangeSet> = {
  expects: [
    { id: 'anna', revision: 'old' },
    { id: 'new:1', revision: 'absent' },
  ],
  guards: [{ id: 'ben', fact: 'vaultedCards', oneOf: [0] }],
  changes: [put(newcomer(1, { email: 'ben@example.com' })), { type: 'redactEvents', id: 'nobody' }],
}

const count = (id: string): Change => ({
  type: 'count',
  id,
  activityId: 'a',
  delta: { orders: 1, spent: null, orderAt: null, abandonedCheckoutAt: null },
})

describe('the order of a commit', () => {
  it('asks for the key first, then for the confirmation, then for all the rest at once', async () => {
    const repository = peopled()
    await repository.commit(changeSet('used', {}))
    const wrong = changeSet('used', { ...everythingWrong, request: 'another', confirmed: false })
    expect(await repository.commit(wrong)).toMatchObject({
      problems: [{ code: 'commit.key-reused', path: [] }],
    })
    expect(await repository.commit({ ...wrong, key: 'free' })).toMatchObject({
      problems: [{ code: 'commit.not-confirmed', path: [] }],
    })
    expect(await repository.commit({ ...wrong, key: 'free', confirmed: true })).toEqual({
      ok: false,
      problems: [
        { code: 'commit.stale', path: [], params: { id: 'anna' } },
        { code: 'commit.stale', path: [], params: { id: 'nobody' } },
        { code: 'commit.fact-changed', path: [], params: { id: 'ben', fact: 'vaultedCards' } },
        { code: 'commit.identity-taken', path: ['email'], params: { id: 'new:1', holder: 'ben' } },
      ],
    })
  })
})

describe('what a change aims at', () => {
  const aims: readonly (readonly [string, Change, string])[] = [
    ['a put', edit(ben, { note: 'n' }), 'ben'],
    ['a state', { type: 'state', id: 'ben', field: 'dataRequest', value: 'pending' }, 'ben'],
    ['a state of nobody', { type: 'state', id: 'nobody', field: 'dataRequest', value: 'pending' }, 'nobody'],
    ['a tombstone', tombstone('ben', null), 'ben'],
    ['a tombstone into somebody', tombstone('cleo', 'ben'), 'ben'],
    ['a reassignment', { type: 'reassign', relation: 'orders', from: ['cleo'], to: 'ben' }, 'ben'],
    ['an event', created('e', 'nobody'), 'nobody'],
    ['a count', count('ben'), 'ben'],
    ['a count of nobody', count('nobody'), 'nobody'],
    ['a redaction of rows', { type: 'redact', relation: 'orders', id: 'nobody' }, 'nobody'],
    ['a redaction of events', { type: 'redactEvents', id: 'nobody' }, 'nobody'],
    ['a suppression', { type: 'suppress', id: 'nobody' }, 'nobody'],
    ['a word on different people', { type: 'distinct', ids: ['anna', 'nobody'] }, 'nobody'],
  ]

  it.each(aims)('is stale when it is not there any more, expected or not: %s', async (_name, change, id) => {
    const repository = peopled({ relations: { orders: 'in-commit' }, statistics: 'counted' })
    await commitOn(repository, [tombstone('ben', null)])
    expect(await problemsOn(repository, { changes: [change] })).toEqual([
      { code: 'commit.stale', path: [], params: { id } },
    ])
  })

  it('is named once, however often it is missed', async () => {
    const expects = [{ id: 'nobody', revision: 'r' }]
    const changes = [created('e', 'nobody'), { type: 'suppress', id: 'nobody' } as const]
    expect(await problemsOn(peopled(), { expects, changes })).toHaveLength(1)
  })

  it('may be an id that the host itself gives, if the change set makes it', async () => {
    const repository = peopled()
    const customer = newcomer(1, { id: 'host-1' })
    const parts = { expects: [{ id: 'host-1', revision: 'absent' }] }
    const receipt = await commitOn(repository, [created('e', 'host-1'), put(customer)], parts)
    expect(receipt).toMatchObject({ ids: {}, revisions: { 'host-1': 'revision-2' } })
    expect(await problemsOn(repository, parts)).toMatchObject([
      { code: 'commit.stale', params: { id: 'host-1' } },
    ])
  })

  it('may be over already where only references are kept: events and erasure of a deleted id', async () => {
    const repository = peopled({ relations: { orders: 'in-commit' } })
    await commitOn(repository, [tombstone('ben', null)])
    await commitOn(repository, [{ type: 'redactEvents', id: 'ben' }, created('late', 'ben')])
    expect((await repository.timeline('ben')).map(({ id }) => id)).toEqual(['late'])
  })
})

describe('new ids', () => {
  it('become real wherever they stand', async () => {
    const repository = peopled({ relations: { orders: 'in-commit' } })
    const parts: Partial<ChangeSet> = {
      expects: [
        { id: 'new:1', revision: 'absent' },
        { id: 'new:2', revision: 'absent' },
      ],
      outbox: [
        moveOrders('o1', 'ben', 'new:1'),
        { id: 'o2', type: 'redact', relation: 'x', customer: 'new:2' },
      ],
    }
    const changes: readonly Change[] = [
      put(newcomer(1)),
      put(newcomer(2)),
      { type: 'state', id: 'new:1', field: 'dataRequest', value: 'pending' },
      { type: 'reassign', relation: 'orders', from: ['new:2'], to: 'new:1' },
      { type: 'distinct', ids: ['new:1', 'anna'] },
      tombstone('new:2', 'new:1'),
      {
        ...created('e', 'new:1'),
        event: { kind: 'merged', by: { type: 'staff', id: 'new:x' }, absorbed: ['new:2'] },
      },
    ]
    const { ids } = await commitOn(repository, changes, parts)
    expect(ids).toEqual({ 'new:1': 'customer-1', 'new:2': 'customer-2' })
    expect(await repository.outbox({ limit: 9 })).toEqual([
      moveOrders('o1', 'ben', 'customer-1'),
      { id: 'o2', type: 'redact', relation: 'x', customer: 'customer-2' },
    ])
    expect(await repository.load(['customer-2'])).toEqual([
      { id: 'customer-2', state: 'merged', into: 'customer-1' },
    ])
    expect((await recordOn(repository, 'customer-1')).facts.dataRequest).toBe('pending')
    expect(await repository.distinctFrom(['anna'])).toEqual([['anna', 'customer-1']])
    expect((await repository.timeline('customer-1'))[0]?.event).toEqual({
      kind: 'merged',
      by: { type: 'staff', id: 'new:x' },
      absorbed: ['customer-2'],
    })
  })

  it('make guards on them guards on nothing that is known', async () => {
    const guards = [{ id: 'new:1', fact: 'orderHistory', oneOf: ['none'] }] as const
    expect(await problemsOn(peopled(), { guards, changes: [put(newcomer(1))] })).toMatchObject([
      { code: 'commit.fact-changed', params: { id: 'new:1' } },
    ])
    const unknown = [{ ...guards[0], oneOf: ['unknown'] }]
    await commitOn(peopled(), [put(newcomer(1))], { guards: unknown })
  })

  it('that stand twice are one', async () => {
    const home = { ...anna.customer.addresses[0]!, id: 'new:2' }
    const customer = newcomer(1, { addresses: [home], billingDetails: [{ ...home, taxId: null }] })
    const { ids } = await commitOn(peopled(), [put(customer)])
    expect(ids).toEqual({ 'new:1': 'customer-1', 'new:2': 'address-1' })
  })

  it('stay clear of ids that the same change set brings along', async () => {
    const { ids } = await commitOn(peopled(), [put(newcomer(1)), put(newcomer(1, { id: 'customer-1' }))])
    expect(ids).toEqual({ 'new:1': 'customer-2' })
  })
})

describe('a change set that cannot be carried out', () => {
  const impossible: readonly (readonly [string, (sound: ChangeSet) => unknown, string?])[] = [
    [
      'an event of nobody new',
      (sound) => ({ ...sound, changes: [...sound.changes, created('x', 'new:9')] }),
      'a new id that it does not make',
    ],
    [
      'a pointer to no new address',
      (sound) => ({ ...sound, changes: [...sound.changes, put(newcomer(2, { defaultAddressId: 'new:9' }))] }),
      'a new id that it does not make',
    ],
    [
      'a state of whom it has ended',
      (sound) => ({
        ...sound,
        changes: [...sound.changes, { type: 'state', id: 'ben', field: 'deleted', value: true }],
      }),
      'its own change set has ended',
    ],
    [
      'a put of whom it has ended',
      (sound) => ({ ...sound, changes: [...sound.changes, edit(ben, {})] }),
      'its own change set has ended',
    ],
    [
      'a circle of merges',
      (sound) => ({ ...sound, changes: [...sound.changes, tombstone('anna', 'ben')] }),
      'its own change set has ended',
    ],
    [
      'a merge into itself',
      (sound) => ({ ...sound, changes: [...sound.changes, tombstone('cleo', 'cleo')] }),
      'merged into itself',
    ],
    [
      'a change of no kind',
      (sound) => ({ ...sound, changes: [...sound.changes, { type: 'constructor', id: 'anna' }] }),
    ],
    ['no change at all', (sound) => ({ ...sound, changes: [...sound.changes, null] })],
    [
      'an email that is none',
      (sound) => ({
        ...sound,
        changes: [...sound.changes, { ...put(cleo.customer), customer: { ...cleo.customer, email: 5 } }],
      }),
    ],
    [
      'addresses that are none',
      (sound) => ({
        ...sound,
        changes: [...sound.changes, put({ ...cleo.customer, addresses: 5 as never })],
      }),
    ],
    [
      'claims that are none',
      (sound) => ({ ...sound, changes: [...sound.changes, { ...put(cleo.customer), claims: 5 }] }),
    ],
    [
      'a count for a host that counts itself',
      (sound) => ({
        ...sound,
        changes: [...sound.changes, { type: 'count', id: 'anna', activityId: 'a', delta: {} }],
      }),
      'takes no counts',
    ],
    [
      'an instruction to no relation',
      (sound) => ({
        ...sound,
        changes: [...sound.changes, { type: 'reassign', relation: 'orders', from: [], to: 'anna' }],
      }),
      'does not follow in the commit',
    ],
    [
      'an instruction to a relation of every object',
      (sound) => ({
        ...sound,
        changes: [...sound.changes, { type: 'redact', relation: 'constructor', id: 'anna' }],
      }),
      'does not follow in the commit',
    ],
    ['an effect that is none', (sound) => ({ ...sound, outbox: [null] })],
    ['no guards', ({ guards: _guards, ...sound }) => sound],
    ['an endless summary', (sound) => ({ ...sound, summary: endless() })],
    [
      'a getter that throws',
      (sound) => ({ ...sound, changes: [...sound.changes, put({ ...cleo.customer, metafields: trap() })] }),
    ],
  ]

  it.each(impossible.map(([name, breakIt, why]) => [name, breakIt, why] as const))(
    'throws and leaves no trace: %s',
    async (_name, breakIt, why) => {
      const repository = peopled()
      const sound = changeSet('k', {
        changes: [
          put(newcomer(1, { email: 'new@example.com' })),
          edit(anna, { email: 'other@example.com' }),
          created('e', 'anna'),
          { type: 'distinct', ids: ['anna', 'cleo'] },
          { type: 'redactEvents', id: 'cleo' },
          { type: 'suppress', id: 'ben' },
          tombstone('ben', 'anna'),
        ],
        outbox: [moveOrders('o', 'ben', 'anna')],
      })
      const before = await everythingOn(repository, ['k'])
      await expect(repository.commit(breakIt(sound) as ChangeSet)).rejects.toThrow(why)
      expect(await everythingOn(repository, ['k'])).toEqual(before)
      expect(await repository.commit(sound)).toMatchObject({
        ok: true,
        value: { ids: { 'new:1': 'customer-1' }, replayed: false },
      })
    },
  )

  it('is also one begun while the host is asked inside another', async () => {
    const asked: Promise<unknown>[] = []
    const repository = peopled({
      facts: () => {
        asked.push(repository.commit(changeSet('inner', { changes: [edit(ben, { note: 'inner' })] })))
        return {}
      },
    })
    const guards = [{ id: 'anna', fact: 'multipass', oneOf: ['unknown'] }] as const
    await commitOn(repository, [edit(anna, { note: 'outer' })], { guards })
    await expect(asked[0]).rejects.toThrow(TypeError)
    expect(await repository.outcomeOf('inner')).toBeNull()
  })
})

describe('an effect that is there already', () => {
  it('is the same effect: its id derives from the key', async () => {
    const repository = peopled()
    const first = moveOrders('o', 'ben', 'anna')
    await commitOn(repository, [], { outbox: [first, moveOrders('o', 'cleo', 'anna')] })
    await commitOn(repository, [], { outbox: [moveOrders('o', 'cleo', 'anna')] })
    expect(await repository.outbox({ limit: 9 })).toEqual([first])
  })
})

describe('an email that two records share', () => {
  it('finds the one that keeps it when the other gives it up', async () => {
    const repository = peopled()
    const shared = { ...put(newcomer(1, { email: 'ben@example.com' })), claims: [] }
    await commitOn(repository, [shared])
    await commitOn(repository, [edit(ben, { email: null })])
    const found = await repository.findByIdentity({ emails: ['ben@example.com'] as never, phones: [] })
    expect(found.records.map(({ customer }) => customer.id)).toEqual(['customer-1'])
  })
})

describe('revisions', () => {
  it('are raised once a record, however many changes it gets', async () => {
    const repository = peopled()
    const { revisions } = await commitOn(repository, [
      edit(anna, { note: 'n' }),
      { type: 'state', id: 'anna', field: 'dataRequest', value: 'pending' },
      edit(ben, { note: 'n' }),
    ])
    expect(revisions).toEqual({ anna: 'revision-2', ben: 'revision-3' })
  })

  it('are not raised by what they do not cover: events, different people, who is merged into them', async () => {
    const repository = peopled()
    const { revision } = await recordOn(repository, 'anna')
    const receipt = await commitOn(repository, [
      created('e', 'anna'),
      { type: 'distinct', ids: ['anna', 'cleo'] },
      tombstone('ben', 'anna'),
    ])
    expect(receipt.revisions).toEqual({ anna: revision })
    expect((await recordOn(repository, 'anna')).revision).toBe(revision)
  })

  it('are given to nobody who is made and ended in one commit', async () => {
    const repository = peopled()
    const { revisions, ids } = await commitOn(repository, [put(newcomer(1)), tombstone('new:1', null)])
    expect([revisions, ids]).toEqual([{}, { 'new:1': 'customer-1' }])
    expect(await idsOn(repository)).toEqual(['anna', 'ben', 'cleo'])
  })
})

describe('what is handed out and taken in', () => {
  it('is frozen, so that no reader changes what is stored', async () => {
    const repository = peopled()
    const receipt = await commitOn(repository, [edit(anna, { tags: ['a'] })], {
      outbox: [moveOrders('o', 'ben', 'anna')],
    })
    const { customer } = await recordOn(repository, 'anna')
    const [effect] = await repository.outbox({ limit: 1 })
    for (const value of [receipt, receipt.revisions, customer, customer.tags, customer.account, effect])
      expect(Object.isFrozen(value)).toBe(true)
  })

  it('is copied, the claims too: a list that is changed afterwards holds and frees nothing', async () => {
    const repository = peopled()
    const change = edit(ben, { email: 'other@example.com' })
    await commitOn(repository, [change])
    ;(change.claims as string[]).splice(0, 1, 'email:anna.nowak@example.com')
    await commitOn(repository, [edit(ben, { email: null })])
    const others = ['other@example.com', 'ben@example.com'].map((email, index) =>
      put(newcomer(index, { email })),
    )
    await commitOn(repository, others)
    const changes = [put(newcomer(1, { email: 'anna.nowak@example.com' }))]
    expect(await problemsOn(repository, { changes })).toHaveLength(1)
  })

  it('is not frozen where it is the caller’s', async () => {
    const change = edit(anna, { tags: ['a'] })
    const wanted = changeSet('k', {
      expects: [expectation(anna)],
      changes: [change],
      summary: { list: ['a'] },
    })
    await peopled().commit(wanted)
    for (const value of [wanted, wanted.changes, wanted.summary, change, change.customer, change.claims])
      expect(Object.isFrozen(value)).toBe(false)
  })
})

/** A summary that contains itself. */
function endless(): Record<string, unknown> {
  const value: Record<string, unknown> = {}
  value['self'] = value
  return value
}

function trap(): never {
  return {
    get trap(): never {
      throw new Error('trap')
    },
  } as never
}
