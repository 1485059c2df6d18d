import { refusal } from '../../../../src/outcome/outcome.js'
import { problem } from '../../../../src/outcome/problem.js'
import type { MemoryRepository } from 'clientele/memory'
import {
  answering,
  committing,
  expectedNow,
  revisionOf,
  type Answer,
  type BrokenGroup,
} from './broken-adapter.js'

type Settled = Awaited<ReturnType<MemoryRepository['outcomeOf']>>

export const brokenIdempotency: BrokenGroup = {
  group: 'idempotency',
  adapters: [
    {
      fault: 'forgets keys',
      caughtBy: 'an empty change set is carried out, and once',
      wrap: (sound) => {
        let commits = 0
        return {
          commit: async (changeSet, options) =>
            sound.commit({ ...changeSet, key: `${changeSet.key}/${commits++}` }, options),
        }
      },
    },
    {
      fault: 'stores refusals under their key',
      caughtBy: 'a refusal is not kept: the key is free for the same wish, planned again',
      wrap: (sound) => {
        const refusals = new Map<string, Answer>()
        return {
          commit: async (changeSet, options) => {
            const answer = refusals.get(changeSet.key) ?? (await sound.commit(changeSet, options))
            if (!answer.ok) refusals.set(changeSet.key, answer)
            return answer
          },
        }
      },
    },
    {
      fault: 'frees a key when another request is refused under it',
      caughtBy: 'the refusal of a reused key leaves what was carried out under it',
      wrap: (sound) => {
        const freed = new Set<string>()
        return {
          commit: async (changeSet, options) => {
            if (freed.has(changeSet.key)) return refusal(problem('commit.key-reused'))
            const answer = await sound.commit(changeSet, options)
            if (!answer.ok && answer.problems[0].code === 'commit.key-reused') freed.add(changeSet.key)
            return answer
          },
        }
      },
    },
    {
      fault: 'replays for another request',
      caughtBy: 'another request under a key that was used is refused',
      wrap: committing((changeSet) => ({ ...changeSet, request: 'any' })),
    },
    {
      fault: 'takes a new plan of the same wish for another request',
      caughtBy: 'the request decides, not what a plan made of it',
      wrap: committing((changeSet) => ({ ...changeSet, request: JSON.stringify(changeSet.changes) })),
    },
    {
      fault: 'does not say that it replays',
      caughtBy: 'a change set that is sent again is answered as before, and says that it is a replay',
      wrap: answering((receipt) => ({ ...receipt, replayed: false })),
    },
    {
      fault: 'replays without the ids',
      caughtBy: 'a change set that is sent again is answered as before, and says that it is a replay',
      wrap: answering((receipt) => (receipt.replayed ? { ...receipt, ids: {} } : receipt)),
    },
    {
      fault: 'writes again what it replays',
      caughtBy: 'a replay writes nothing',
      wrap: (sound) => ({
        commit: async (changeSet, options) => {
          const answer = await sound.commit(changeSet, options)
          if (answer.ok && answer.value.replayed && changeSet.key === 'k') {
            const outbox = changeSet.outbox.map((effect) => ({ ...effect, id: `${effect.id}/again` }))
            await sound.commit({ ...changeSet, key: 'again', changes: [], outbox: [] })
            const moved = outbox.flatMap((effect) =>
              effect.type === 'reassign' ? [{ ...effect, to: 'anna' }] : [],
            )
            await sound.commit({ ...changeSet, key: 'and again', changes: [], outbox: moved })
          }
          return answer
        },
      }),
    },
    {
      fault: 'checks revisions before it looks for the key',
      caughtBy: 'a replay asks for nothing: no revision, no claim, no confirmation',
      wrap: (sound) => ({
        commit: async (changeSet, options) => {
          const now = await expectedNow(sound, changeSet)
          const stale = changeSet.expects.find(({ revision }, index) => revisionOf(now[index]) !== revision)
          return stale === undefined || (await sound.outcomeOf(changeSet.key)) === null
            ? sound.commit(changeSet, options)
            : refusal(problem('commit.stale', [], { id: stale.id }))
        },
      }),
    },
    {
      fault: 'reads revisions again when it replays',
      caughtBy: 'a change set is replayed after its records have ended',
      wrap: (sound) => ({
        commit: async (changeSet, options) => {
          const answer = await sound.commit(changeSet, options)
          if (!answer.ok) return answer
          const ids = Object.keys(answer.value.revisions)
          const loaded = await sound.load(ids)
          const revisions = ids.map((id, index) => [id, revisionOf(loaded[index])])
          return { ...answer, value: { ...answer.value, revisions: Object.fromEntries(revisions) } }
        },
      }),
    },
    {
      fault: 'looks for the key before the write, with a gap between',
      caughtBy: 'a change set that is sent twice at once is carried out once',
      wrap: (sound) => {
        let commits = 0
        const keys = new Map<string, string>()
        return {
          commit: async (changeSet, options) => {
            const key = keys.get(changeSet.key) ?? `${changeSet.key}/${commits++}`
            const answer = await sound.commit({ ...changeSet, key }, options)
            if (answer.ok) keys.set(changeSet.key, key)
            return answer
          },
          outcomeOf: async (key, options) => sound.outcomeOf(keys.get(key) ?? key, options),
        }
      },
    },
    {
      fault: 'folds keys',
      caughtBy: 'a key is any text, and as it was written',
      wrap: committing((changeSet) => ({ ...changeSet, key: changeSet.key.toLowerCase() })),
    },
    {
      fault: 'keeps keys in a plain object',
      caughtBy: 'a key is any text, and as it was written',
      wrap: (sound) => {
        const outcomes: Record<string, Settled> = {}
        return {
          outcomeOf: async (key, options) => outcomes[key] ?? (await sound.outcomeOf(key, options)),
        }
      },
    },
    {
      fault: 'has no memory of outcomes',
      caughtBy: 'outcomeOf tells the request and the receipt of a key, and nothing of others',
      wrap: (sound) => ({
        outcomeOf: async (_key, options) => {
          options?.signal?.throwIfAborted()
          return sound.outcomeOf('never used')
        },
      }),
    },
    {
      fault: 'brings acknowledged effects back',
      caughtBy: 'an effect that was acknowledged does not come back with a replay',
      wrap: (sound) => ({
        acknowledge: async (ids, options) =>
          ids.length > 1 ? sound.acknowledge(ids, options) : options?.signal?.throwIfAborted(),
      }),
    },
  ],
}
