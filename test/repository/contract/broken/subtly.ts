import type { MemoryRepository } from 'clientele/memory'
import { refusal, success } from '../../../../src/outcome/outcome.js'
import { problem } from '../../../../src/outcome/problem.js'
import type { CommitProblem } from '../../../../src/repository/port.js'
import { valueOf } from '../../../service/customers-on.js'
import { changing, reading, type BrokenAdapter, type BrokenGroup, type Fault } from './broken-adapter.js'

const row = (caughtBy: string, fault: string, wrap: Fault): BrokenAdapter => ({
  fault: `${fault} (${caughtBy})`,
  caughtBy,
  wrap,
})

/** Refuses in other words. */
const refusing =
  (alter: (given: CommitProblem) => CommitProblem): Fault =>
  (sound) => ({
    commit: async (changeSet, options) => {
      const answer = await sound.commit(changeSet, options)
      if (answer.ok) return answer
      const [first, ...rest] = answer.problems
      return refusal(alter(first), ...rest.map(alter))
    },
  })

const withoutHolder = ({ code, path, params = {} }: CommitProblem): CommitProblem =>
  problem(code, path, { id: params['id'] ?? null })

/** Where an id leads, as somebody thinks who follows merges everywhere. */
async function endOf(sound: MemoryRepository, id: string): Promise<string> {
  const [loaded] = await sound.load([id])
  return loaded.state === 'merged' ? loaded.into : id
}

/** Looks at guards, waits, and writes without looking again. */
const guardsTooEarly: Fault = (sound) => ({
  commit: async (changeSet, options) => {
    const [first] = changeSet.guards
    if (first !== undefined) {
      const [loaded] = await sound.load([first.id])
      const isAsked = loaded.state === 'present' && loaded.record.facts.dataRequest === 'pending'
      if (isAsked) return refusal(problem('commit.fact-changed', [], { id: first.id, fact: first.fact }))
    }
    await new Promise((resolve) => setTimeout(resolve, 0))
    return sound.commit({ ...changeSet, guards: [] }, options)
  },
})

let events = 0

/** Faults that careful people make: what they forget shows only beside something else. */
export const brokenSubtly: BrokenGroup = {
  group: 'identity',
  adapters: [
    row(
      'R-1 who was merged into somebody deleted leads there still, and is never absent again',
      'clears away who was merged into somebody with them',
      (sound) => ({
        load: (async (ids: readonly string[], options?: never) =>
          Promise.all(
            (await sound.load(ids, options)).map(async (one) => {
              if (one.state !== 'merged') return one
              const [end] = await sound.load([one.into])
              return end.state === 'deleted' ? { id: one.id, state: 'unknown' } : one
            }),
          )) as MemoryRepository['load'],
      }),
    ),
    ...[refusing((given) => ({ ...given, path: [] })), refusing(withoutHolder)].map((wrap, index) =>
      row(
        'a taken claim is told with its contact and with who holds it, stored or of the same change set',
        `says less of a claim than it knows, ${index}`,
        wrap,
      ),
    ),
    row(
      'who comes back into use claims what they held, unless somebody else has it by now',
      'lets everybody back',
      (sound) => ({
        commit: async (changeSet, options) =>
          changeSet.changes.some((one) => one.type === 'state' && one.field === 'deleted' && !one.value)
            ? success({ revisions: {}, ids: {}, summary: {}, replayed: false })
            : sound.commit(changeSet, options),
      }),
    ),
    row(
      'an email finds its record in every alphabet, composed or not: the keys are those of emailKey',
      'folds letters as they are typed',
      (sound) => ({
        findByIdentity: ({ emails, phones }, options) =>
          // as a key would find nothing that was stored by `lower()` of a database
          sound.findByIdentity(
            { emails: emails.filter((one) => /^[\x20-\x7e]*$/.test(one)), phones },
            options,
          ),
      }),
    ),
    row(
      'an event names other newcomers by their real ids, wherever it names them',
      'looks for new ids under a few names',
      (sound) => ({
        timeline: async (id, options) =>
          (await sound.timeline(id, options)).map((one) =>
            one.event?.kind === 'merged' ? { ...one, event: { ...one.event, absorbed: ['new:2'] } } : one,
          ),
      }),
    ),
    row(
      'what people wrote stays as it is, also where it reads like a new id',
      'puts ids wherever a text is like a new one',
      changing((one) => [
        one.type === 'put' && one.customer.note === 'new:1'
          ? { ...one, customer: { ...one.customer, note: 'customer-1' } }
          : one,
      ]),
    ),
    row(
      'an edit leaves statistics and facts as they are',
      'begins anew with every write',
      reading((record) =>
        record.customer.note === 'n'
          ? { ...record, facts: { ...record.facts, dataRequest: 'none' } }
          : record,
      ),
    ),
    row(
      'T-3 an event that comes again, under whatever key, is the same event',
      'numbers events itself',
      changing((one) => [one.type === 'event' ? { ...one, id: `${one.id}${++events}` } : one]),
    ),
    row(
      'nothing is known of whoever was merged, whatever is known of the survivor',
      'reads facts of the survivor',
      (sound) => ({
        commit: async (changeSet, options) => {
          const guards = await Promise.all(
            changeSet.guards.map(async (one) => ({ ...one, id: await endOf(sound, one.id) })),
          )
          return sound.commit({ ...changeSet, guards }, options)
        },
      }),
    ),
    row(
      'who was merged has no revision, not even that of the survivor',
      'reads the revision of the survivor',
      (sound) => ({
        commit: async (changeSet, options) => {
          const expects = await Promise.all(
            changeSet.expects.map(async (one) => ({ ...one, id: await endOf(sound, one.id) })),
          )
          return sound.commit({ ...changeSet, expects }, options)
        },
      }),
    ),
    ...[
      'of eight who rely on one fact and change it at once one wins, and the others are told so',
      'of two at once who each rely on what the other changes one wins',
    ].map((name) => row(name, 'reads facts before the write, with a gap between', guardsTooEarly)),
    row('S-2 nobody who is out of use or gone is counted', 'counts who is out of use', (sound) => ({
      count: async (filter, options) => {
        const [cleo] = await sound.load(['cleo'])
        const more = cleo.state === 'present' && cleo.record.facts.deleted ? 1 : 0
        return success(valueOf(await sound.count(filter, options)) + more)
      },
    })),
    row('S-2 a count is of all, not of a page', 'counts a page', (sound) => ({
      count: async (filter, options) => success(Math.min(50, valueOf(await sound.count(filter, options)))),
    })),
  ],
}
