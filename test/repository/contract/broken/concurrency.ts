import type { MemoryRepository } from 'clientele/memory'
import { refusal, success } from '../../../../src/outcome/outcome.js'
import { problem } from '../../../../src/outcome/problem.js'
import type { ChangeSet } from '../../../../src/plan/change-set.js'
import type { BrokenAdapter, BrokenGroup, Fault } from './broken-adapter.js'
import { expectedNow, revisionOf } from './broken-adapter.js'

const tick = () => new Promise<void>((resolve) => setTimeout(resolve, 0))

/** Looks, waits, and writes without looking again. */
const lookThenWrite: Fault = (sound) => ({
  commit: async (changeSet, options) => {
    const now = await expectedNow(sound, changeSet)
    const stale = changeSet.expects.filter(({ revision }, index) => revisionOf(now[index]) !== revision)
    await tick()
    const [first] = stale
    if (first !== undefined) return refusal(problem('commit.stale', [], { id: first.id }))
    return sound.commit({ ...changeSet, expects: [] }, options)
  },
})

/** Says that everything was done. */
const pretending: Fault = (sound) => ({
  commit: async (changeSet, options) => {
    const answer = await sound.commit(changeSet, options)
    return answer.ok
      ? answer
      : success({ revisions: {}, ids: {}, summary: changeSet.summary, replayed: false })
  },
})

/** Refuses whoever comes while another is served. */
const busy: Fault = (sound) => {
  let isBusy = false
  return {
    commit: async (changeSet, options) => {
      if (isBusy) return refusal(problem('commit.stale', [], { id: 'anna' }))
      isBusy = true
      await tick()
      const answer = await sound.commit(changeSet, options)
      isBusy = false
      return answer
    },
  }
}

let sent = 0
const keyless: Fault = (sound) => ({
  commit: async (changeSet: ChangeSet, options) =>
    sound.commit({ ...changeSet, key: `${changeSet.key} ${++sent}` }, options),
})

const removing: Fault = (sound) => {
  let isGone = false
  return {
    acknowledge: async (ids, options) => {
      if (isGone) throw new Error('no such row')
      isGone = true
      return sound.acknowledge(ids, options)
    },
  }
}

const row = (caughtBy: string, fault: string, wrap: Fault): BrokenAdapter => ({
  fault: `${fault} (${caughtBy})`,
  caughtBy,
  wrap,
})

export const brokenConcurrency: BrokenGroup = {
  group: 'concurrency',
  adapters: [
    ...[
      'of ten edits at once on one revision exactly one wins',
      'edits at once that are planned again when they are refused are all kept, none lost',
      'M-10 of a merge and an edit at once on one revision one wins',
    ].map((name) =>
      row(name, 'looks, waits and writes', name.startsWith('M-10') ? pretending : lookThenWrite),
    ),
    ...[
      'commits at once on different people are all carried out',
      'commits at once on the same two people, named in either order, all end',
      'newcomers at once get ids of their own',
    ].map((name) => row(name, 'refuses whoever comes at the same time', busy)),
    row(
      'one change set that is sent five times at once is carried out once, and all are told the same',
      'looks at no key',
      keyless,
    ),
    ...[
      'of eight who claim one email at once one gets it, and the others are told whose it is',
      'M-10 merges that cross leave no ring and no orphan: one wins',
      'M-10 merges in a ring, not knowing of each other, leave somebody to whom all lead',
      'D-6 of a deletion and an edit at once on one revision one wins',
    ].map((name) => row(name, 'says that all was done', pretending)),
    row(
      'effects of commits at once are all in the outbox, and who acknowledges at once removes each once',
      'throws for what is gone already',
      removing,
    ),
  ],
}

/** Ends people in other ways than it was told. */
const without =
  (type: string): Fault =>
  (sound) => ({
    commit: async (changeSet, options) =>
      sound.commit(
        { ...changeSet, changes: changeSet.changes.filter((change) => change.type !== type) },
        options,
      ),
  })

const generous: Fault = (sound) => ({
  acknowledge: async (_ids, options) =>
    sound.acknowledge(
      (await sound.outbox({ limit: 100 })).map(({ id }) => id),
      options,
    ),
})

const reordered: Fault = (sound) => ({
  outbox: async (page, options) =>
    (await sound.outbox(page, options)).toSorted((one, other) => (one.id < other.id ? -1 : 1)),
})

const unfinished: Fault = (sound) => ({
  acknowledge: async (ids, options) => {
    await sound.acknowledge(ids, options)
    const [loaded] = await sound.load(['anna'])
    if (loaded.state === 'present' && loaded.record.facts.mergeInProgress)
      await set(sound, 'anna', ids.join())
    const [other] = await sound.load(['cleo'])
    if (other.state === 'present' && other.record.facts.mergeInProgress) await set(sound, 'cleo', ids.join())
  },
})

async function set(sound: MemoryRepository, id: string, key: string): Promise<void> {
  await sound.commit({
    key: `finish ${id} ${key}`,
    request: 'x',
    expects: [],
    guards: [],
    changes: [{ type: 'state', id, field: 'mergeInProgress', value: false }],
    outbox: [],
    summary: {},
  })
}

const touching: Fault = (sound) => ({
  acknowledge: async (ids, options) => {
    await sound.acknowledge(ids, options)
    await set(sound, 'anna', ids.join())
  },
})

export const brokenTombstones: BrokenGroup = {
  group: 'tombstones',
  adapters: [
    ...[
      'D-6 a deleted id is deleted by every way to it',
      'M-10 two are merged into one in one commit',
      'M-10 a chain of merges of one commit leads to its end',
      'somebody is merged into a newcomer of the same commit',
      'whoever comes after a deletion with the same contacts is somebody else',
      'M-1 a survivor keeps its own name',
    ].map((name) => row(name, 'ends nobody', without('tombstone'))),
    ...[
      'nobody is ended twice',
      'nothing is set on somebody who has ended',
      'who never was is not ended, and nobody is merged into them',
      'an event of somebody merged is taken, and one of somebody who never was is stale',
    ].map((name) => row(name, 'says that all was done', pretending)),
    row('nobody is merged into themselves', 'passes over what makes no sense', (sound) => ({
      commit: async (changeSet, options) =>
        sound.commit(changeSet, options).catch(() => refusal(problem('commit.stale', [], { id: 'ben' }))),
    })),
    row('a survivor can be changed in the commit that merges into it', 'writes nothing', without('put')),
  ],
}

export const brokenRelations: BrokenGroup = {
  group: 'relations',
  adapters: [
    row(
      'M-1 effects wait in the order in which they came, each as it was written',
      'sorts the outbox',
      reordered,
    ),
    row(
      'M-1 an effect that was acknowledged once is acknowledged for good, and a repetition harms nothing',
      'takes all for acknowledged',
      generous,
    ),
    row('M-1 what is sent again under its key brings no effect a second time', 'looks at no key', (sound) => {
      let again = 0
      return {
        commit: async (changeSet, options) =>
          sound.commit(
            {
              ...changeSet,
              key: `${changeSet.key}${++again}`,
              outbox: changeSet.outbox.map((one) => ({ ...one, id: `${one.id}${again}` })),
            },
            options,
          ),
      }
    }),
    ...[
      'MB-8 two merges into one are in progress until the effects of both are acknowledged',
      'MB-8 a merge is still in progress when its survivor is merged on, until the last effect is acknowledged',
    ].map((name) => row(name, 'ends a merge with its first effect', unfinished)),
    row(
      'M-1 acknowledging what concerns nobody’s merge changes nobody',
      'writes whoever an effect names',
      touching,
    ),
  ],
}

/** The plainest faults, for the plainest cases. */
export const brokenPlainly: BrokenGroup = {
  group: 'identity',
  adapters: [
    ...[
      'a new customer gets an id from the store, and the receipt tells it',
      'nothing is going on with a new customer',
      'two new customers of one change set are two',
      'ids that are given one after another are all different',
      'an address keeps its id through an edit, beside a new one',
      'events and effects of a new customer carry the real id',
      'a record is found by its new contacts at once, and no longer by the old',
      'C-6 a deleted customer is never found, and whoever comes with the same email is new',
      'a record keeps its revision while others change, and when it is only read',
      'two changes of one record in one commit give it one revision, that of the receipt',
      'a record may claim again what it holds',
      'a claim that was given up is free',
      'a claim passes to somebody new in the commit that frees it',
      'a survivor takes over the claims of whoever is merged into it',
      'M-2b a confirmed change set is carried out',
      'M-2b the key that was refused for want of a word is carried out with it',
    ].map((name) => row(name, 'writes nothing', without('put'))),
    ...['what was deleted or merged since is stale', 'nobody is merged into somebody who is gone'].map(
      (name) => row(name, 'says that all was done', pretending),
    ),
    row('where no id is asked, none is answered', 'asks for everybody where nobody is named', (sound) => ({
      load: (async (ids: readonly string[], options?: never) =>
        sound.load(ids.length === 0 ? ['anna'] : ids, options)) as typeof sound.load,
    })),
    row('an empty repository is one empty page', 'never says that it is done', (sound) => ({
      list: async (page, options) => ({ ...(await sound.list(page, options)), next: 'more' }),
    })),
  ],
}
