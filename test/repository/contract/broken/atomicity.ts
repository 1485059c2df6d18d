import type { Customer } from '../../../../src/customer/customer.js'
import { refusal } from '../../../../src/outcome/outcome.js'
import { problem } from '../../../../src/outcome/problem.js'
import type { ChangeSet } from '../../../../src/plan/change-set.js'
import type { Change } from '../../../../src/plan/change.js'
import { changing, committing, reading, type BrokenGroup, type Fault } from './broken-adapter.js'

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

/** Writes part of a change set under another key when it is refused or when it throws. */
const writingAnyway =
  (part: (change: Change) => boolean, isNow: (code: string) => boolean): Fault =>
  (sound) => ({
    commit: async (changeSet, options) => {
      const { key, changes, outbox } = changeSet
      const half: ChangeSet = {
        ...changeSet,
        key: `${key}/half`,
        confirmed: true,
        expects: [],
        guards: [],
        changes: changes.filter(part),
        outbox: outbox.filter(({ type }) => type === 'redact'),
      }
      try {
        const answer = await sound.commit(changeSet, options)
        if (!answer.ok && isNow(answer.problems[0].code)) await sound.commit(half, options)
        return answer
      } catch (error) {
        if (isNow('thrown')) await sound.commit(half, options)
        throw error
      }
    },
  })

const isOfAnna = (change: Change): boolean => change.type === 'put' && change.customer.id === 'anna'

export const brokenAtomicity: BrokenGroup = {
  group: 'atomicity',
  adapters: [
    {
      fault: 'writes some of what a stale record refuses',
      caughtBy: 'a change set that one stale record refuses leaves no trace',
      wrap: writingAnyway(isOfAnna, (code) => code === 'commit.stale'),
    },
    {
      fault: 'writes the events of what a taken claim refuses',
      caughtBy: 'a change set that one taken claim refuses leaves no trace',
      wrap: writingAnyway(
        ({ type }) => type === 'event',
        (code) => code === 'commit.identity-taken',
      ),
    },
    {
      fault: 'writes some of what a changed fact refuses',
      caughtBy: 'a change set that one changed fact refuses leaves no trace',
      wrap: writingAnyway(
        ({ type }) => type === 'state',
        (code) => code === 'commit.fact-changed',
      ),
    },
    {
      fault: 'does not roll back when it throws',
      caughtBy: 'a change set that cannot be carried out throws and leaves no trace',
      wrap: writingAnyway(isOfAnna, (code) => code === 'thrown'),
    },
    {
      fault: 'answers a refusal when it cannot carry out a change set',
      caughtBy: 'a change set that cannot be carried out throws and leaves no trace',
      wrap: (sound) => ({
        commit: async (changeSet, options) => {
          options?.signal?.throwIfAborted()
          return sound.commit(changeSet).catch(() => refusal(problem('commit.outcome-unknown')))
        },
      }),
    },
    {
      fault: 'reports only the first problem',
      caughtBy: 'all reasons of all kinds are told at once',
      wrap: (sound) => ({
        commit: async (changeSet, options) => {
          const answer = await sound.commit(changeSet, options)
          return answer.ok ? answer : refusal(answer.problems[0])
        },
      }),
    },
    {
      fault: 'does not wait for a word',
      caughtBy: 'M-2b a change set that waits for a word is not carried out',
      wrap: committing((changeSet) => ({ ...changeSet, confirmed: true })),
    },
    {
      fault: 'looks at the store before it asks for a word',
      caughtBy: 'M-2b whether a person has said so is asked before the store is looked at',
      wrap: (sound) => ({
        commit: async (changeSet, options) => {
          const answer = await sound.commit(changeSet, options)
          const unread = changeSet.expects.find(({ revision }) => revision === 'old')
          return answer.ok || unread === undefined || changeSet.confirmed !== false
            ? answer
            : refusal(problem('commit.stale', [], { id: unread.id }), ...answer.problems)
        },
      }),
    },
    {
      fault: 'carries out changes in the order of their kinds',
      caughtBy: 'changes are carried out in their order',
      wrap: committing((changeSet) => ({
        ...changeSet,
        changes: changeSet.changes.toSorted((one, other) => (one.type < other.type ? -1 : 1)),
      })),
    },
    {
      fault: 'drops the timeline of whoever is merged',
      caughtBy: 'M-1 the timeline of whoever is merged goes along, oldest first',
      wrap: (sound) => ({
        timeline: async (id, options) =>
          (await sound.timeline(id, options)).filter(({ customer }) => customer === id),
      }),
    },
    {
      fault: 'loses the outbox',
      caughtBy: 'all that a change set says is done at once',
      wrap: committing((changeSet) => ({ ...changeSet, outbox: [] })),
    },
    {
      fault: 'gives the newest effects first',
      caughtBy:
        'the outbox gives the oldest effects first, no more than asked, and keeps them until they are acknowledged',
      wrap: (sound) => ({
        outbox: async ({ limit }, options) =>
          (await sound.outbox({ limit: 100 }, options)).toReversed().slice(0, limit),
      }),
    },
    {
      fault: 'acknowledges all that is older, too',
      caughtBy:
        'the outbox gives the oldest effects first, no more than asked, and keeps them until they are acknowledged',
      wrap: (sound) => ({
        acknowledge: async (ids, options) => {
          const waiting = (await sound.outbox({ limit: 100 }, options)).map(({ id }) => id)
          const last = Math.max(...ids.map((id) => waiting.indexOf(id)))
          return sound.acknowledge(waiting.slice(0, last + 1), options)
        },
      }),
    },
    {
      fault: 'never ends a merge',
      caughtBy: 'MB-8 a merge is in progress until its last effect is acknowledged',
      wrap: (sound) => {
        const gone = new Set<string>()
        return {
          acknowledge: async (ids, options) => {
            options?.signal?.throwIfAborted()
            ids.forEach((id) => gone.add(id))
          },
          outbox: async ({ limit }, options) =>
            (await sound.outbox({ limit: 100 }, options)).filter(({ id }) => !gone.has(id)).slice(0, limit),
        }
      },
    },
    {
      fault: 'ends a merge with the first effect that is acknowledged',
      caughtBy: 'MB-8 a merge is in progress until its last effect is acknowledged',
      wrap: (sound) => ({
        acknowledge: async (ids, options) => {
          const waiting = (await sound.outbox({ limit: 100 }, options)).map(({ id }) => id)
          return sound.acknowledge(waiting.some((id) => ids.includes(id)) ? waiting : [], options)
        },
      }),
    },
    {
      fault: 'keeps what it is given as its own',
      caughtBy: 'what is given to the repository can be changed afterwards without changing what is stored',
      wrap: (sound) => {
        const given = new Map<string, Customer>()
        return {
          ...reading((record) => ({ ...record, customer: given.get(record.customer.id) ?? record.customer }))(
            sound,
          ),
          commit: async (changeSet, options) => {
            const answer = await sound.commit(changeSet, options)
            if (answer.ok && changeSet.key === 'k')
              for (const change of changeSet.changes)
                if (change.type === 'put') given.set(change.customer.id, change.customer)
            return answer
          },
        }
      },
    },
    {
      fault: 'hands out what it keeps',
      caughtBy: 'what the repository gives can be changed without changing what is stored',
      wrap: (sound) => {
        const kept = new Map<string, Awaited<ReturnType<typeof sound.outcomeOf>>>()
        return {
          outcomeOf: async (key, options) => {
            const outcome = kept.get(key) ?? copy(await sound.outcomeOf(key, options))
            kept.set(key, outcome)
            return outcome
          },
        }
      },
    },
    {
      fault: 'does not listen to the signal',
      caughtBy: 'a call that was given up before it began does nothing',
      wrap: (sound) => ({ outbox: async (page) => sound.outbox(page) }),
    },
    {
      fault: 'listens to the signal when it is done',
      caughtBy: 'a call that was given up before it began does nothing',
      wrap: (sound) => ({
        commit: async (changeSet, options) => {
          const answer = await sound.commit(changeSet)
          options?.signal?.throwIfAborted()
          return answer
        },
      }),
    },
    {
      fault: 'keeps what it tells in a cache that never reaches its tables',
      caughtBy: 'all that a change set says is done at once',
      wrap: () => ({ stored: async () => null }),
    },
    {
      fault: 'passes over what it does not know how to do',
      caughtBy: 'all that a change set says is done at once',
      wrap: changing((change) => (change.type === 'state' ? [] : [change])),
    },
  ],
}
