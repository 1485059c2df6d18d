import { refusal } from '../../../../src/outcome/outcome.js'
import { problem } from '../../../../src/outcome/problem.js'
import type { ChangeSet } from '../../../../src/plan/change-set.js'
import type { Effect } from '../../../../src/plan/effect.js'
import type { Person } from '../../../../src/plan/person.js'
import { changeSet } from '../../../../src/repository/contract/change-sets.js'
import type { MemoryRepository } from 'clientele/memory'
import { committing, reading, type BrokenGroup, type Fault } from './broken-adapter.js'

type Settled = Awaited<ReturnType<MemoryRepository['outcomeOf']>>

/** Tells of some people something else than is known. */
function knowing(alter: (person: Person, sound: MemoryRepository) => Person | Promise<Person>): Fault {
  return (sound) => ({
    knownAs: async (id, options) => alter(await sound.knownAs(id, options), sound),
  })
}

/** Remembers, for ever, under what everybody was known before a commit. */
const remembering: Fault = (sound) => {
  const known = new Map<string, Person>()
  return {
    commit: async (changes, options) => {
      const before = await sound.knownAs('anna')
      if (before.emails.length > 0) known.set('anna', before)
      return sound.commit(changes, options)
    },
    knownAs: async (id, options) => {
      const { customers, ...now } = await sound.knownAs(id, options)
      return { customers, ...(known.get(id) ?? now) }
    },
  }
}

/** Knows nobody by a contact once the record is in a state. */
function forgetting(state: 'erased' | 'deleted'): Fault {
  return knowing(async (person, sound) => {
    const [loaded] = await sound.load([person.customers[0] as string])
    const isErased = loaded?.state === 'present' && loaded.record.facts.redaction === 'done'
    const isGone = state === 'erased' ? isErased : loaded?.state === 'deleted'
    return isGone ? { ...person, emails: [], phones: [] } : person
  })
}

function isErasure({ changes }: ChangeSet): boolean {
  return changes.some(({ type }) => type === 'redactEvents')
}

/** Goes on giving out what waited of a type when the person was erased. */
function keeping(type: Effect['type']): Fault {
  return (sound) => {
    const kept: Effect[] = []
    return {
      commit: async (changes, options) => {
        const waiting = await sound.outbox({ limit: 100 })
        const answer = await sound.commit(changes, options)
        if (answer.ok && isErasure(changes)) {
          const left = new Set((await sound.outbox({ limit: 100 })).map(({ id }) => id))
          kept.push(...waiting.filter((effect) => effect.type === type && !left.has(effect.id)))
        }
        return answer
      },
      outbox: async (page, options) => [...kept, ...(await sound.outbox(page, options))],
    }
  }
}

/** Says after an acknowledgement that the host's tables are done. */
async function sayDone(sound: MemoryRepository, id: string): Promise<void> {
  const done = { type: 'state', id, field: 'relationRedaction', value: 'done' } as const
  await sound.commit(changeSet(`done ${id}`, { changes: [done] }))
}

export const brokenErasure: BrokenGroup = {
  group: 'erasure',
  adapters: [
    {
      fault: 'remembers requests of erased people',
      caughtBy: 'G-1 erasure drops the stored requests that name the subject, and no others',
      wrap: (sound) => {
        const kept = new Map<string, Settled>()
        return {
          commit: async (changeSet, options) => {
            const answer = await sound.commit(changeSet, options)
            if (answer.ok) kept.set(changeSet.key, await sound.outcomeOf(changeSet.key))
            return answer
          },
          outcomeOf: async (key, options) => (await sound.outcomeOf(key, options)) ?? kept.get(key) ?? null,
        }
      },
    },
    {
      fault: 'forgets what was asked for others too',
      caughtBy: 'G-1 a stored request for others too stays for them, until the last is erased',
      wrap: (sound) => {
        let erasures = 0
        return {
          commit: async (asked, options) => {
            if (isErasure(asked)) erasures++
            const key = asked.key === 'of both' ? `of both/${erasures}` : asked.key
            return sound.commit({ ...asked, key }, options)
          },
        }
      },
    },
    {
      fault: 'forgets the erasure with everything else',
      caughtBy: 'G-1 the erasure itself is answered again as before',
      wrap: (sound) => {
        let commits = 0
        return {
          commit: async (changeSet, options) => {
            const isErasure = changeSet.changes.some(({ type }) => type === 'redactEvents')
            const key = isErasure ? `${changeSet.key}/${commits++}` : changeSet.key
            return sound.commit({ ...changeSet, key }, options)
          },
        }
      },
    },
    {
      fault: 'keeps effects that name erased people',
      caughtBy: 'G-1 erasure drops the waiting effects that name the subject, and keeps its own',
      wrap: (sound) => ({
        outbox: async (page, options) => {
          const effects = await sound.outbox(page, options)
          const left = {
            id: 'of anna',
            type: 'reassign',
            relation: 'orders',
            from: ['anna'],
            to: 'cleo',
          } as const
          return effects.some(({ id }) => id === 'of ben') ? [left, ...effects] : effects
        },
      }),
    },
    {
      fault: 'drops the whole outbox in an erasure',
      caughtBy: 'G-1 erasure drops the waiting effects that name the subject, and keeps its own',
      wrap: (sound) => ({
        commit: async (changeSet, options) => {
          if (changeSet.changes.some(({ type }) => type === 'redactEvents'))
            await sound.acknowledge((await sound.outbox({ limit: 100 })).map(({ id }) => id))
          return sound.commit(changeSet, options)
        },
      }),
    },
    {
      fault: 'sends an erased person the emails that waited',
      caughtBy: 'T-4 G-1 an email that waits to be sent goes with the person, and what it says',
      wrap: keeping('email'),
    },
    {
      fault: 'has the identity system see to an erased person',
      caughtBy: 'G-1 what waits of the type account goes with the person',
      wrap: keeping('account'),
    },
    {
      fault: 'has the payment provider see to an erased person',
      caughtBy: 'G-1 what waits of the type payment-method goes with the person',
      wrap: keeping('payment-method'),
    },
    {
      fault: 'forgets only the requests under the very id',
      caughtBy: 'G-1 erasure drops the stored requests that name a record merged into the subject',
      wrap: (sound) => ({
        outcomeOf: async (key, options) =>
          (await sound.outcomeOf(key, options)) ??
          (key === 'of ben' ? { request: 'r', receipt: {} as never } : null),
      }),
    },
    ...(
      [
        ['email', 'T-4 G-1 an email that waits to be sent goes with the person, and what it says'],
        ['account', 'G-1 what waits of the type account goes with the person'],
        ['payment-method', 'G-1 what waits of the type payment-method goes with the person'],
      ] as const
    ).map(([type, caughtBy]) => ({
      fault: `keeps what waits of the type ${type}`,
      caughtBy,
      wrap: keeping(type),
    })),
    {
      fault: 'drops a redaction that waits with everything else that names the person',
      caughtBy: 'G-1 a redaction that waits outlives a further erasure of the same person',
      wrap: (sound) => ({
        commit: async (changes, options) => {
          const waiting = await sound.outbox({ limit: 100 })
          const answer = await sound.commit(changes, options)
          if (answer.ok && isErasure(changes)) await sound.acknowledge(waiting.map(({ id }) => id))
          return answer
        },
      }),
    },
    {
      fault: 'erases the orders with the person',
      caughtBy: 'G-1 an erased record stays, and says no more than the plan left',
      wrap: reading((record) =>
        record.facts.redaction === 'done'
          ? { ...record, statistics: { ...record.statistics, numberOfOrders: 0 } }
          : record,
      ),
    },
    {
      fault: 'writes every change set into a log of its own',
      caughtBy: 'G-1 nothing of an erased person is left, by any way',
      wrap: (sound) => {
        const kept: unknown[] = []
        return {
          kept,
          commit: async (changes, options) => {
            kept.push(changes)
            return sound.commit(changes, options)
          },
        }
      },
    },
    {
      fault: 'keeps something of the record where nobody looks',
      caughtBy: 'G-1 nothing of an erased person is left, by any way',
      wrap: reading((record) =>
        record.facts.redaction === 'done'
          ? { ...record, facts: { ...record.facts, custom: { was: 'Anna.Nowak@Example.com' } } }
          : record,
      ),
    },
    {
      fault: 'keeps what the record was in the receipt of the deletion',
      caughtBy: 'D-6 nothing of a deleted person is left, by any way',
      wrap: committing((changes) => {
        const isDeletion = changes.changes.some(
          (change) => change.type === 'tombstone' && change.into === null,
        )
        return isDeletion ? { ...changes, summary: { was: 'ul. D\u0142uga 5' } } : changes
      }),
    },
    {
      fault: 'keeps an erased email for whoever had it',
      caughtBy: 'G-1 an erased contact finds nobody, and is free for somebody new',
      wrap: (sound) => ({
        commit: async (changes, options) => {
          const claims = changes.changes.flatMap((change) => (change.type === 'put' ? change.claims : []))
          const [anna] = await sound.load(['anna'])
          const isErased = anna.state === 'present' && anna.record.facts.redaction === 'done'
          return isErased && claims.includes('email:anna.nowak@example.com')
            ? refusal(problem('commit.identity-taken', ['email'], { id: 'new:1' }))
            : sound.commit(changes, options)
        },
      }),
    },
    {
      fault: 'suppresses only what was the record’s own',
      caughtBy: 'G-1 contacts of a record merged into an erased person are reported as well',
      wrap: (sound) => ({
        findByIdentity: async (identities, options) => {
          const { records, suppressed } = await sound.findByIdentity(identities, options)
          const emails = suppressed.emails.filter((email) => email !== ('ben@example.com' as string))
          return { records, suppressed: { ...suppressed, emails } }
        },
      }),
    },
    {
      fault: 'leaves the timelines of merged records',
      caughtBy: 'G-1 the timeline of an erased person says only what the erasure itself says',
      wrap: (sound) => ({
        timeline: async (id, options) => {
          const event = { kind: 'created', by: { type: 'staff', id: 'staff-1' } } as const
          const kept = { id: '2', customer: 'ben', at: '2026-11-22T12:00:00.000Z', event }
          const events = await sound.timeline(id, options)
          return events.some((one) => one.id === '3') ? [kept, ...events] : events
        },
      }),
    },
    {
      fault: 'never says that the host is done',
      caughtBy: "G-1 the host's tables are done when the last redaction of the person is acknowledged",
      wrap: reading((record) =>
        record.facts.relationRedaction === 'done'
          ? { ...record, facts: { ...record.facts, relationRedaction: 'pending' } }
          : record,
      ),
    },
    {
      fault: 'says with the first redaction that the host is done',
      caughtBy: "G-1 the host's tables are done when the last redaction of the person is acknowledged",
      wrap: (sound) => ({
        acknowledge: async (ids, options) => {
          await sound.acknowledge(ids, options)
          if (ids.includes('o1')) await sayDone(sound, 'anna')
        },
      }),
    },
    {
      fault: 'waits for redactions of others too',
      caughtBy: "G-1 the host's tables are done when the last redaction of the person is acknowledged",
      wrap: (sound) => ({
        acknowledge: async (ids, options) => {
          const others = (await sound.outbox({ limit: 100 })).some(({ id }) => !ids.includes(id))
          if (!others) await sound.acknowledge(ids, options)
        },
      }),
    },
    {
      fault: 'leaves the revision when the host is done',
      caughtBy: "G-1 the host's tables are done when the last redaction of the person is acknowledged",
      wrap: committing((changes) => ({ ...changes, expects: [] })),
    },
    {
      fault: 'says that the host is done of whomever a redaction concerned',
      caughtBy: 'G-1 a redaction that nobody awaits changes nothing when it is acknowledged',
      wrap: (sound) => ({
        acknowledge: async (ids, options) => {
          await sound.acknowledge(ids, options)
          await sayDone(sound, 'ben')
        },
      }),
    },
    {
      fault: 'knows a person by their present contacts alone',
      caughtBy:
        'G-1 a person is known by every id and contact, former ones and those of merged records included',
      wrap: knowing((person) => ({ ...person, emails: person.emails.slice(0, 1) })),
    },
    {
      fault: 'forgets who was merged',
      caughtBy:
        'G-1 a person is known by every id and contact, former ones and those of merged records included',
      wrap: knowing((person) => ({ ...person, customers: person.customers.slice(0, 1) })),
    },
    {
      fault: 'forgets former phones',
      caughtBy:
        'G-1 a person is known by every id and contact, former ones and those of merged records included',
      wrap: knowing((person) => ({ ...person, phones: person.phones.slice(0, 1) })),
    },
    {
      fault: 'takes a merged id for the survivor',
      caughtBy: 'G-1 of an id that was merged, or that nobody has, the id alone is known',
      wrap: knowing(async (person, sound) => {
        const [loaded] = await sound.load([person.customers[0] as string])
        return loaded?.state === 'merged' ? sound.knownAs(loaded.into) : person
      }),
    },
    {
      fault: 'knows nothing at all of an id that nobody has',
      caughtBy: 'G-1 of an id that was merged, or that nobody has, the id alone is known',
      wrap: knowing(async (person, sound) => {
        const [loaded] = await sound.load([person.customers[0] as string])
        return loaded?.state === 'unknown' ? { ...person, customers: [] } : person
      }),
    },
    {
      fault: 'tells under what somebody is known, though nobody waits',
      caughtBy: 'who asks under what somebody is known and has given up is told nothing',
      wrap: (sound) => ({ knownAs: async (id) => sound.knownAs(id) }),
    },
    {
      fault: 'remembers whom it has erased',
      caughtBy: 'G-1 somebody erased, whom no redaction awaits, is known by the id alone',
      wrap: remembering,
    },
    {
      fault: 'remembers whom it has erased after the host is done',
      caughtBy: 'G-1 somebody erased is known to the redactions that wait, and to nobody after the last',
      wrap: remembering,
    },
    {
      fault: 'forgets an erased person before the host has erased them',
      caughtBy: 'G-1 somebody erased is known to the redactions that wait, and to nobody after the last',
      wrap: forgetting('erased'),
    },
    {
      fault: 'forgets a deleted person before the host has erased them',
      caughtBy: 'D-6 somebody deleted is known to the redactions that wait, and to nobody after the last',
      wrap: forgetting('deleted'),
    },
    {
      fault: 'remembers a deleted person after the host is done',
      caughtBy: 'D-6 somebody deleted is known to the redactions that wait, and to nobody after the last',
      wrap: remembering,
    },
  ],
}
