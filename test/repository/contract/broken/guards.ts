import type { ChangeSet } from '../../../../src/plan/change-set.js'
import type { Guard } from '../../../../src/plan/change.js'
import { committing, type BrokenGroup } from './broken-adapter.js'

const guarding = (alter: (guards: readonly Guard[]) => readonly Guard[]) =>
  committing((changeSet: ChangeSet) => ({ ...changeSet, guards: alter(changeSet.guards) }))

export const brokenGuards: BrokenGroup = {
  group: 'guards',
  adapters: [
    {
      fault: 'ignores guards',
      caughtBy: 'a fact that is no longer as the plan found it refuses the commit',
      wrap: guarding(() => []),
    },
    {
      fault: 'reads only the first guard of a record',
      caughtBy: 'every changed fact is named, of every record, and no other',
      wrap: guarding((guards) =>
        guards.filter(({ id }, index) => guards.findIndex((guard) => guard.id === id) === index),
      ),
    },
    {
      fault: 'lets unknown facts pass',
      caughtBy: 'a fact that nobody can tell is not what the plan found',
      wrap: guarding((guards) => guards.map((guard) => ({ ...guard, oneOf: [...guard.oneOf, 'unknown'] }))),
    },
    {
      fault: 'refuses every unknown fact, allowed or not',
      caughtBy: 'a plan that allows an unknown fact passes',
      wrap: guarding((guards) =>
        guards.map((guard) => ({ ...guard, oneOf: guard.oneOf.filter((value) => value !== 'unknown') })),
      ),
    },
    {
      fault: 'compares facts as text',
      caughtBy: 'a value of another type is another value',
      wrap: guarding((guards) =>
        guards.map((guard) => ({ ...guard, oneOf: [...guard.oneOf, ...guard.oneOf.map(Number)] })),
      ),
    },
    {
      fault: 'looks only at the first value that is allowed',
      caughtBy: 'a fact that is as the plan found it lets the commit pass',
      wrap: guarding((guards) => guards.map((guard) => ({ ...guard, oneOf: guard.oneOf.slice(0, 1) }))),
    },
    {
      fault: 'knows only the facts of the host',
      caughtBy: 'a fact that the library owns can be guarded, and is read as it is now',
      wrap: guarding((guards) => guards.filter(({ fact }) => fact !== 'dataRequest')),
    },
    {
      fault: 'passes guards of those who are gone',
      caughtBy: 'nothing is known of whoever is gone',
      wrap: (sound) => ({
        commit: async (changeSet, options) => {
          const loaded = await sound.load(changeSet.guards.map(({ id }) => id))
          const guards = changeSet.guards.filter((_guard, index) => loaded[index]?.state === 'present')
          return sound.commit({ ...changeSet, guards }, options)
        },
      }),
    },
  ],
}
