import type { Transactional } from '../transactional.js'

/** An adapter that takes part in the host's transactions, with one thing wrong, and the cases that are there to catch it. */
export interface BrokenTransactions {
  readonly fault: string
  readonly caughtBy: readonly string[]
  readonly wrap: (sound: Transactional) => Partial<Transactional>
}

const drop = (options: object | undefined): object => {
  const { transaction: _transaction, ...rest } = (options ?? {}) as { transaction?: unknown }
  return rest
}

export const brokenTransactions: readonly BrokenTransactions[] = [
  {
    fault: 'commits beside the transaction',
    caughtBy: [
      'a commit in the host’s transaction is undone with it, in every table',
      'what is done in a transaction is seen in it',
      'a key that was rolled back is free, and one that was kept is answered in a later transaction',
      'ids of a transaction that was rolled back lead to nobody',
      'find and count in a transaction see what was done in it',
    ],
    wrap: (sound) => ({ commit: (changeSet, options) => sound.commit(changeSet, drop(options)) }),
  },
  {
    fault: 'undoes every transaction',
    caughtBy: [
      'a commit in the host’s transaction is kept with it',
      'two commits of one transaction are both kept, and the second sees the first',
      'effects are acknowledged with the host’s transaction, or not at all',
      'S-1 a saved segment is kept or undone with the host’s transaction',
    ],
    wrap: () => ({ keep: () => undefined }),
  },
  {
    fault: 'leaves a transaction that nothing more can be done in after a refusal',
    caughtBy: ['a refusal leaves the host’s transaction usable, with what was done in it before'],
    wrap: (sound) => {
      const dead = new Set<unknown>()
      return {
        commit: async (changeSet, options) => {
          if (dead.has(options?.transaction)) throw new Error('the transaction is aborted')
          const outcome = await sound.commit(changeSet, options)
          if (!outcome.ok) dead.add(options?.transaction)
          return outcome
        },
      }
    },
  },
]
