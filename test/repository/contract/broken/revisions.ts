import { refusal } from '../../../../src/outcome/outcome.js'
import { problem } from '../../../../src/outcome/problem.js'
import type { CustomerRecord } from '../../../../src/customer/record.js'
import {
  answering,
  committing,
  expectedNow,
  reading,
  revisionOf,
  type BrokenGroup,
} from './broken-adapter.js'

const hashed = (record: CustomerRecord): CustomerRecord => ({
  ...record,
  revision: JSON.stringify([record.customer, record.facts]),
})

const numbered = (record: CustomerRecord): CustomerRecord => ({ ...record, revision: 'one' })

export const brokenRevisions: BrokenGroup = {
  group: 'revisions',
  adapters: [
    {
      fault: 'ignores revisions',
      caughtBy: 'E-1 an edit on an older revision is refused',
      wrap: committing((changeSet) => ({ ...changeSet, expects: [] })),
    },
    {
      fault: 'looks only at the first expectation',
      caughtBy: 'every stale record is named, and no other',
      wrap: committing((changeSet) => ({ ...changeSet, expects: changeSet.expects.slice(0, 1) })),
    },
    {
      fault: 'writes over somebody who was to be absent',
      caughtBy: 'who was expected to be absent must be',
      wrap: committing((changeSet) => ({
        ...changeSet,
        expects: changeSet.expects.filter(({ revision }) => revision !== 'absent'),
      })),
    },
    {
      fault: 'takes an ended record for an absent one',
      caughtBy: 'an id that once led to a record is never absent again',
      wrap: (sound) => ({
        commit: async (changeSet, options) => {
          const now = await expectedNow(sound, changeSet)
          const expects = changeSet.expects.filter(
            ({ revision }, index) => !(revision === 'absent' && revisionOf(now[index]) === 'absent'),
          )
          return sound.commit({ ...changeSet, expects }, options)
        },
      }),
    },
    {
      fault: 'checks revisions before the write, with a gap between',
      caughtBy: 'of two edits at once on one revision one wins, and the other is refused',
      wrap: (sound) => ({
        commit: async (changeSet, options) => {
          const now = await expectedNow(sound, changeSet)
          const isStale = changeSet.expects.some(({ revision }, index) => revisionOf(now[index]) !== revision)
          return sound.commit(isStale ? changeSet : { ...changeSet, expects: [] }, options)
        },
      }),
    },
    {
      fault: 'brings the dead back to life',
      caughtBy: 'nobody is brought back to life by a write',
      wrap: (sound) => ({
        commit: async (changeSet, options) => {
          const dead = new Set<string>()
          for (const change of changeSet.changes) {
            if (change.type !== 'put') continue
            const [loaded] = await sound.load([change.customer.id])
            if (loaded.state === 'deleted' || loaded.state === 'merged') dead.add(change.customer.id)
          }
          const changes = changeSet.changes.map((change) =>
            change.type === 'put' && dead.has(change.customer.id)
              ? { ...change, customer: { ...change.customer, id: `${change.customer.id}-again` } }
              : change,
          )
          return sound.commit({ ...changeSet, changes }, options)
        },
      }),
    },
    {
      fault: 'never raises a revision',
      caughtBy:
        'a commit on what was read is carried out, and the receipt tells the revision that load tells',
      wrap: (sound) => ({
        ...reading(numbered)(sound),
        commit: async (changeSet, options) => {
          const expects = changeSet.expects.filter(({ revision }) => revision !== 'one')
          const answer = await sound.commit({ ...changeSet, expects }, options)
          if (!answer.ok) return answer
          const revisions = Object.keys(answer.value.revisions).map((id) => [id, 'one'])
          return { ...answer, value: { ...answer.value, revisions: Object.fromEntries(revisions) } }
        },
      }),
    },
    {
      fault:
        'takes a digest of the record for its revision, so that an old value brings an old revision back',
      caughtBy: 'a value that is written back does not bring an old revision back',
      wrap: reading(hashed),
    },
    {
      fault: 'covers the customer alone with the revision',
      caughtBy: 'the revision covers what the library keeps beside the customer',
      wrap: (sound) => ({
        commit: async (changeSet, options) => {
          const answer = await sound.commit(changeSet, options)
          if (answer.ok || changeSet.key !== 'k2') return answer
          return sound.commit({ ...changeSet, expects: [] }, options)
        },
      }),
    },
    {
      fault: 'tells no revisions in the receipt',
      caughtBy: 'the receipt tells the revisions of those who live on',
      wrap: answering((receipt) => ({ ...receipt, revisions: {} })),
    },
    {
      fault: 'tells revisions of those who have ended',
      caughtBy: 'the receipt tells the revisions of those who live on',
      wrap: answering((receipt) => ({ ...receipt, revisions: { ...receipt.revisions, ben: 'revision-0' } })),
    },
    {
      fault: 'refuses with the code of something else',
      caughtBy: 'a revision of somebody who never was is stale',
      wrap: (sound) => ({
        commit: async (changeSet, options) => {
          const answer = await sound.commit(changeSet, options)
          return answer.ok ? answer : refusal(problem('commit.fact-changed', [], answer.problems[0].params))
        },
      }),
    },
  ],
}
