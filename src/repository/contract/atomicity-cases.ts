import { accept, realId, refuse } from './act.js'
import { changeSet, created, edit, expectation, moveOrders, newcomer, put, tombstone } from './change-sets.js'
import type { CaseRow } from './contract-case.js'
import { expectEqual, expectThrow, givenUp } from './expect.js'
import { everything, findIds, listAll, outboxIds, recordOf } from './observe.js'
import { anna, ben, everybody } from './people.js'

/** A little of everything that a commit can do, on everybody of the seed. */
const muchOf = (key: string) =>
  changeSet(key, {
    changes: [
      put(newcomer(1, { email: 'new@example.com' })),
      edit(anna, { email: 'other@example.com', note: 'changed' }),
      created(`${key}/event`, 'anna'),
      tombstone('ben', 'anna'),
      { type: 'suppress', id: 'ben' },
      { type: 'state', id: 'cleo', field: 'dataRequest', value: 'pending' },
    ],
    outbox: [moveOrders(`${key}/effect`, 'ben', 'anna')],
  })

/** One atomic write or a refusal with all its reasons: nothing is ever half done. */
export const atomicityCases: readonly CaseRow[] = [
  {
    name: 'all that a change set says is done at once',
    seed: everybody,
    check: async (world) => {
      const { ids } = await accept(world, muchOf('k'))
      const names = (await listAll(world)).map(({ customer }) => customer.id)
      expectEqual(names, ['anna', 'cleo', realId(ids, 'new:1')].toSorted(), 'listed')
      expectEqual((await recordOf(world, 'anna')).customer.note, 'changed', 'the note')
      expectEqual((await recordOf(world, 'cleo')).facts.dataRequest, 'pending', 'the fact')
      expectEqual(await outboxIds(world), ['k/effect'], 'the outbox')
    },
  },
  {
    name: 'a change set that one stale record refuses leaves no trace',
    seed: everybody,
    check: async (world) =>
      refuse(world, { ...muchOf('k'), expects: [{ id: 'cleo', revision: 'old' }] }, ['commit.stale cleo']),
  },
  {
    name: 'a change set that one taken claim refuses leaves no trace',
    seed: everybody,
    check: async (world) => {
      const wanted = muchOf('k')
      const changes = [...wanted.changes, put(newcomer(2, { phone: '+4790000001' }))]
      await refuse(world, { ...wanted, changes }, ['commit.identity-taken new:2'])
    },
  },
  {
    name: 'a change set that one changed fact refuses leaves no trace',
    seed: everybody,
    needs: ({ guards }) => guards === 'in-commit',
    check: async (world) => {
      const guards = [{ id: 'ben', fact: 'vaultedCards', oneOf: [0] } as const]
      await refuse(world, { ...muchOf('k'), guards }, ['commit.fact-changed ben vaultedCards'])
    },
  },
  {
    name: 'all reasons of all kinds are told at once',
    seed: everybody,
    needs: ({ guards }) => guards === 'in-commit',
    check: async (world) => {
      const parts = {
        expects: [
          { id: 'anna', revision: 'old' },
          { id: 'nobody', revision: 'old' },
        ],
        guards: [{ id: 'ben', fact: 'vaultedCards', oneOf: [0] } as const],
        changes: [edit(ben, { phone: '+48601234567' }), put(newcomer(1, { phone: '+4790000001' }))],
      }
      await refuse(world, changeSet('k', parts), [
        'commit.fact-changed ben vaultedCards',
        'commit.identity-taken ben',
        'commit.identity-taken new:1',
        'commit.stale anna',
        'commit.stale nobody',
      ])
    },
  },
  {
    name: 'M-2b a change set that waits for a word is not carried out',
    seed: everybody,
    check: async (world) => refuse(world, { ...muchOf('k'), confirmed: false }, ['commit.not-confirmed']),
  },
  {
    name: 'M-2b whether a person has said so is asked before the store is looked at',
    seed: everybody,
    check: async (world) => {
      const expects = [{ id: 'anna', revision: 'old' }]
      await refuse(world, { ...muchOf('k'), confirmed: false, expects }, ['commit.not-confirmed'])
    },
  },
  {
    name: 'M-2b a confirmed change set is carried out',
    seed: everybody,
    check: async (world) => {
      await accept(world, { ...muchOf('k'), confirmed: true })
      expectEqual((await recordOf(world, 'anna')).customer.note, 'changed', 'the note')
    },
  },
  {
    name: 'a change set that cannot be carried out throws and leaves no trace',
    seed: everybody,
    check: async (world) => {
      const before = await everything(world)
      const wanted = muchOf('k')
      const impossible = { type: 'state', id: 'ben', field: 'dataRequest', value: 'pending' } as const
      const broken = { ...wanted, changes: [...wanted.changes, impossible, created('k/other', 'new:9')] }
      await expectThrow(() => world.repository.commit(broken), 'a new id that nothing makes')
      expectEqual(await everything(world), before, 'the store')
      expectEqual(await world.repository.outcomeOf('k'), null, 'the outcome under the key')
      await accept(world, wanted)
    },
  },
  {
    name: 'changes are carried out in their order',
    seed: everybody,
    check: async (world) => {
      await accept(world, changeSet('k1', { changes: [created('old', 'anna')] }))
      const changes = [
        { type: 'state', id: 'anna', field: 'redaction', value: 'pending' } as const,
        { type: 'redactEvents', id: 'anna' } as const,
        created('new', 'anna'),
        { type: 'state', id: 'anna', field: 'redaction', value: 'done' } as const,
      ]
      await accept(world, changeSet('k2', { changes }))
      expectEqual((await recordOf(world, 'anna')).facts.redaction, 'done', 'the fact')
      const timeline = await world.readBack.timeline?.('anna')
      if (timeline !== undefined)
        expectEqual(
          timeline.map(({ id }) => id),
          ['new'],
          'the timeline',
        )
    },
  },
  {
    name: 'M-1 the timeline of whoever is merged goes along, oldest first',
    seed: everybody,
    check: async (world) => {
      const changes = [
        created('third', 'anna', '2026-03-03T00:00:00.000Z'),
        created('first', 'anna', '2026-01-01T00:00:00.000Z'),
        created('second', 'ben', '2026-02-02T00:00:00.000Z'),
      ]
      await accept(world, changeSet('k1', { changes }))
      await accept(world, changeSet('k2', { changes: [tombstone('ben', 'anna')] }))
      const timeline = await world.readBack.timeline?.('anna')
      if (timeline !== undefined)
        expectEqual(
          timeline.map(({ id }) => id),
          ['first', 'second', 'third'],
          'the timeline',
        )
    },
  },
  {
    name: 'the outbox gives the oldest effects first, no more than asked, and keeps them until they are acknowledged',
    seed: everybody,
    check: async (world) => {
      const effects = ['o1', 'o2', 'o3'].map((id) => moveOrders(id, 'ben', 'anna'))
      await accept(world, changeSet('k1', { outbox: effects.slice(0, 2) }))
      await accept(world, changeSet('k2', { outbox: effects.slice(2) }))
      expectEqual(await world.repository.outbox({ limit: 2 }), effects.slice(0, 2), 'the first two')
      await world.repository.acknowledge(['o2', 'nothing'])
      expectEqual(await outboxIds(world), ['o1', 'o3'], 'after one is acknowledged')
    },
  },
  {
    name: 'MB-8 a merge is in progress until its last effect is acknowledged',
    seed: everybody,
    check: async (world) => {
      const progress = async () => (await recordOf(world, 'anna')).facts.mergeInProgress
      const begun = { type: 'state', id: 'anna', field: 'mergeInProgress', value: true } as const
      const outbox = ['o1', 'o2'].map((id) => moveOrders(id, 'ben', 'anna'))
      await accept(world, changeSet('k1', { changes: [tombstone('ben', 'anna'), begun], outbox }))
      const read = await recordOf(world, 'anna')
      await world.repository.acknowledge(['o1'])
      expectEqual(await progress(), true, 'in progress after one of two')
      await world.repository.acknowledge(['o2'])
      expectEqual(await progress(), false, 'in progress after both')
      await refuse(world, changeSet('k2', { expects: [expectation(read)] }), ['commit.stale anna'])
    },
  },
  {
    name: 'what is given to the repository can be changed afterwards without changing what is stored',
    seed: everybody,
    check: async (world) => {
      const tags = ['one']
      const wanted = changeSet('k', {
        // of a copy: what Ben is made of is everybody else's, too
        changes: [edit(structuredCopy(ben), { tags })],
        outbox: [moveOrders('o', 'cleo', 'ben')],
      })
      await accept(world, wanted)
      tags.push('two')
      scribble(wanted)
      expectEqual((await recordOf(world, 'ben')).customer.tags, ['one'], 'tags')
      expectEqual(await world.repository.outbox({ limit: 1 }), [moveOrders('o', 'cleo', 'ben')], 'the outbox')
      expectEqual(await findIds(world, { emails: ['ben@example.com'] }), ['ben'], 'found')
    },
  },
  {
    name: 'what the repository gives can be changed without changing what is stored',
    seed: everybody,
    check: async (world) => {
      const { repository } = world
      const wanted = changeSet('k', {
        changes: [edit(ben, { note: 'n' })],
        outbox: [moveOrders('o', 'cleo', 'ben')],
      })
      const before = structuredCopy([
        await accept(world, wanted),
        await repository.outcomeOf('k'),
        await everything(world),
      ])
      scribble(await repository.commit(wanted))
      scribble([await repository.outcomeOf('k'), await everything(world), await recordOf(world, 'ben')])
      scribble(await repository.findByIdentity({ emails: [], phones: ['+4790000001'] }))
      const [, outcome, all] = before
      expectEqual([await repository.outcomeOf('k'), await everything(world)], [outcome, all], 'the store')
    },
  },
  {
    name: 'a call that was given up before it began does nothing',
    seed: everybody,
    check: async (world) => {
      const { repository } = world
      const before = await everything(world)
      const signal = givenUp
      const calls: readonly (() => Promise<unknown>)[] = [
        () => repository.commit(muchOf('k'), { signal }),
        () => repository.load(['anna'], { signal }),
        () => repository.findByIdentity({ emails: [], phones: [] }, { signal }),
        () => repository.list({ after: null, limit: 1 }, { signal }),
        () => repository.outcomeOf('k', { signal }),
        () => repository.outbox({ limit: 1 }, { signal }),
        () => repository.acknowledge(['o'], { signal }),
      ]
      for (const [index, call] of calls.entries())
        await expectThrow(call, `call ${index + 1} with an aborted signal`)
      expectEqual(await everything(world), before, 'the store')
    },
  },
]

/** Writes over everything that can be written over. What is frozen stays, which is as good. */
function scribble(value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  for (const key of Object.keys(value)) {
    scribble((value as Record<string, unknown>)[key])
    Reflect.set(value, key, 'scribbled')
  }
}

function structuredCopy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}
