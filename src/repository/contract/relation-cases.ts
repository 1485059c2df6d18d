import type { Capabilities } from '../capabilities.js'
import { accept } from './act.js'
import { changeSet, moveOrders, redactOrders, tombstone } from './change-sets.js'
import type { CaseRow } from './contract-case.js'
import { expectEqual } from './expect.js'
import { outboxIds, recordOf } from './observe.js'
import { everybody } from './people.js'

const hasOutbox = ({ relations }: Capabilities): boolean => Object.values(relations).includes('outbox')

const begun = (id: string) => ({ type: 'state', id, field: 'mergeInProgress', value: true }) as const

/** The host's own tables follow by effects that wait until somebody has carried them out (M-1, MB-8). */
export const relationCases: readonly CaseRow[] = [
  {
    name: 'M-1 effects wait in the order in which they came, each as it was written',
    seed: everybody,
    check: async (world) => {
      const effects = [
        moveOrders('z', 'ben', 'anna'),
        redactOrders('a', 'cleo'),
        moveOrders('m', 'cleo', 'anna'),
      ]
      await accept(world, changeSet('k1', { outbox: effects.slice(0, 2) }))
      await accept(world, changeSet('k2', { outbox: effects.slice(2) }))
      expectEqual(await world.repository.outbox({ limit: 10 }), effects, 'the outbox')
    },
  },
  {
    name: 'M-1 an effect that was acknowledged once is acknowledged for good, and a repetition harms nothing',
    seed: everybody,
    check: async (world) => {
      await accept(world, changeSet('k', { outbox: ['o1', 'o2'].map((id) => moveOrders(id, 'ben', 'anna')) }))
      await world.repository.acknowledge(['o1'])
      await world.repository.acknowledge(['o1', 'o1', '__proto__'])
      await world.repository.acknowledge([])
      expectEqual(await outboxIds(world), ['o2'], 'the outbox')
    },
  },
  {
    name: 'M-1 what is sent again under its key brings no effect a second time',
    seed: everybody,
    check: async (world) => {
      const wanted = changeSet('k', { outbox: [moveOrders('o', 'ben', 'anna')] })
      await accept(world, wanted)
      await accept(world, wanted)
      expectEqual(await outboxIds(world), ['o'], 'before')
      await world.repository.acknowledge(['o'])
      await accept(world, wanted)
      expectEqual(await outboxIds(world), [], 'after it was acknowledged')
    },
  },
  {
    name: 'MB-8 two merges into one are in progress until the effects of both are acknowledged',
    seed: everybody,
    needs: hasOutbox,
    check: async (world) => {
      for (const id of ['ben', 'cleo'])
        await accept(
          world,
          changeSet(id, {
            changes: [tombstone(id, 'anna'), begun('anna')],
            outbox: [moveOrders(`of ${id}`, id, 'anna')],
          }),
        )
      const progress: boolean[] = []
      for (const id of ['ben', 'cleo']) {
        await world.repository.acknowledge([`of ${id}`])
        progress.push((await recordOf(world, 'anna')).facts.mergeInProgress)
      }
      expectEqual(progress, [true, false], 'in progress')
    },
  },
  {
    name: 'MB-8 a merge is still in progress when its survivor is merged on, until the last effect is acknowledged',
    seed: everybody,
    needs: hasOutbox,
    check: async (world) => {
      const first = {
        changes: [tombstone('ben', 'anna'), begun('anna')],
        outbox: [moveOrders('o1', 'ben', 'anna')],
      }
      const second = {
        changes: [tombstone('anna', 'cleo'), begun('cleo')],
        outbox: [moveOrders('o2', 'anna', 'cleo')],
      }
      await accept(world, changeSet('k1', first))
      await accept(world, changeSet('k2', second))
      await world.repository.acknowledge(['o2'])
      expectEqual((await recordOf(world, 'cleo')).facts.mergeInProgress, true, 'with one of two')
      await world.repository.acknowledge(['o1'])
      expectEqual((await recordOf(world, 'cleo')).facts.mergeInProgress, false, 'with none')
    },
  },
  {
    name: 'M-1 acknowledging what concerns nobody’s merge changes nobody',
    seed: everybody,
    check: async (world) => {
      await accept(world, changeSet('k', { outbox: [moveOrders('o', 'ben', 'anna')] }))
      const before = await recordOf(world, 'anna')
      await world.repository.acknowledge(['o'])
      expectEqual(await recordOf(world, 'anna'), before, 'Anna')
    },
  },
]
