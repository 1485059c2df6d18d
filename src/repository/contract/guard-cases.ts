import type { FactName } from '../../customer/facts.js'
import type { JsonValue } from '../../outcome/json.js'
import type { Guard } from '../../plan/change.js'
import type { Capabilities } from '../capabilities.js'
import { accept, refuse } from './act.js'
import { changeSet, edit, tombstone } from './change-sets.js'
import type { CaseRow } from './contract-case.js'
import { cleo, everybody } from './people.js'

const inCommit = ({ guards }: Capabilities): boolean => guards === 'in-commit'
const guard = (id: string, fact: FactName, ...oneOf: readonly JsonValue[]): Guard => ({ id, fact, oneOf })
const changes = [edit(cleo, { note: 'guarded' })]

const rows: readonly CaseRow[] = [
  {
    name: 'a fact that is as the plan found it lets the commit pass',
    check: async (world) => {
      const guards = [
        guard('ben', 'vaultedCards', 2),
        guard('ben', 'custom.loyalty', 'silver', 'gold'),
        guard('anna', 'orderHistory', 'some'),
        guard('anna', 'multipass', false),
      ]
      await accept(world, changeSet('k', { guards, changes }))
    },
  },
  {
    name: 'a fact that is no longer as the plan found it refuses the commit',
    check: async (world) =>
      refuse(world, changeSet('k', { guards: [guard('ben', 'vaultedCards', 0)], changes }), [
        'commit.fact-changed ben vaultedCards',
      ]),
  },
  {
    name: 'every changed fact is named, of every record, and no other',
    check: async (world) => {
      const guards = [
        guard('ben', 'vaultedCards', 0),
        guard('ben', 'multipass', false),
        guard('ben', 'custom.loyalty', 'silver'),
        guard('anna', 'orderHistory', 'none'),
      ]
      await refuse(world, changeSet('k', { guards, changes }), [
        'commit.fact-changed anna orderHistory',
        'commit.fact-changed ben custom.loyalty',
        'commit.fact-changed ben vaultedCards',
      ])
    },
  },
  {
    name: 'a fact that nobody can tell is not what the plan found',
    check: async (world) => {
      const guards = [guard('cleo', 'multipass', false, true), guard('ben', 'custom.nothing', null)]
      await refuse(world, changeSet('k', { guards, changes }), [
        'commit.fact-changed ben custom.nothing',
        'commit.fact-changed cleo multipass',
      ])
    },
  },
  {
    name: 'a plan that allows an unknown fact passes',
    check: async (world) => {
      const guards = [guard('cleo', 'multipass', 'unknown'), guard('ben', 'custom.nothing', 'unknown')]
      await accept(world, changeSet('k', { guards, changes }))
    },
  },
  {
    name: 'a value of another type is another value',
    check: async (world) =>
      refuse(world, changeSet('k', { guards: [guard('ben', 'vaultedCards', '2', true)], changes }), [
        'commit.fact-changed ben vaultedCards',
      ]),
  },
  {
    name: 'a fact that the library owns can be guarded, and is read as it is now',
    check: async (world) => {
      const guards = [guard('anna', 'dataRequest', 'none')]
      await accept(world, changeSet('k1', { guards, changes }))
      const state = { type: 'state', id: 'anna', field: 'dataRequest', value: 'pending' } as const
      await accept(world, changeSet('k2', { changes: [state] }))
      await refuse(world, changeSet('k3', { guards, changes }), ['commit.fact-changed anna dataRequest'])
    },
  },
  {
    name: 'nothing is known of whoever is gone',
    check: async (world) => {
      await accept(world, changeSet('k1', { changes: [tombstone('ben', null)] }))
      const guards = [guard('ben', 'orderHistory', 'none'), guard('nobody', 'orderHistory', 'none')]
      await refuse(world, changeSet('k2', { guards, changes }), [
        'commit.fact-changed ben orderHistory',
        'commit.fact-changed nobody orderHistory',
      ])
    },
  },
  {
    name: 'nothing is known of whoever was merged, whatever is known of the survivor',
    check: async (world) => {
      await accept(world, changeSet('k1', { changes: [tombstone('ben', 'anna')] }))
      const guards = [guard('ben', 'orderHistory', 'some'), guard('ben', 'dataRequest', 'none')]
      await refuse(world, changeSet('k2', { guards, changes }), [
        'commit.fact-changed ben dataRequest',
        'commit.fact-changed ben orderHistory',
      ])
    },
  },
]

/** What a plan relied on in the host's tables must still be so, read inside the commit. */
export const guardCases: readonly CaseRow[] = rows.map((row) => ({
  ...row,
  seed: everybody,
  needs: inCommit,
}))
