import { expect, it } from 'vitest'
import type { Change } from '../../../src/plan/change.js'
import type { Effect } from '../../../src/plan/effect.js'
import { changeSet, created, put, tombstone } from '../../../src/repository/contract/change-sets.js'
import { anna } from '../../../src/repository/contract/people.js'
import { idsNamed, idsOfEffect } from '../../../src/repository/memory/named-ids.js'

const event = (id: string): Change => created('e1', id)

/** Every kind of change, with everybody of whom anything is kept by it. */
const changes: readonly (readonly [Change, readonly string[]])[] = [
  [put(anna.customer), ['anna']],
  [tombstone('ben', 'anna'), ['ben', 'anna']],
  [tombstone('ben', null), ['ben']],
  [{ type: 'reassign', relation: 'orders', from: ['ben', 'cleo'], to: 'anna' }, ['ben', 'cleo', 'anna']],
  [{ type: 'distinct', ids: ['anna', 'ben'] }, ['anna', 'ben']],
  [event('anna'), ['anna']],
  [{ type: 'count', id: 'anna', activityId: 'a1', delta: {} } as unknown as Change, ['anna']],
  [{ type: 'state', id: 'anna', field: 'redaction', value: 'done' }, ['anna']],
  [{ type: 'redact', relation: 'orders', id: 'anna' }, ['anna']],
  [{ type: 'redactEvents', id: 'anna' }, ['anna']],
  [{ type: 'suppress', id: 'anna' }, ['anna']],
]

it.each(changes)(
  'G-1 what is stored of a change is found by everybody whom it names: $type',
  (change, ids) => {
    expect(idsNamed(changeSet('key', { changes: [change] }))).toEqual(ids)
  },
)

const effects: readonly (readonly [object, readonly string[]])[] = [
  [{ type: 'reassign', from: ['ben', 'cleo'], to: 'anna' }, ['ben', 'cleo', 'anna']],
  [{ type: 'redact', customer: 'anna' }, ['anna']],
  [{ type: 'email', customer: 'anna' }, ['anna']],
  [{ type: 'account', customer: 'anna' }, ['anna']],
  [{ type: 'payment-method', customer: 'anna' }, ['anna']],
  [{ type: 'notice' }, []],
]

it.each(effects)('G-1 an effect is found by everybody whom it concerns: $type', (effect, ids) => {
  expect(idsOfEffect(effect as Effect)).toEqual(ids)
  expect(idsNamed(changeSet('key', { outbox: [effect as Effect] }))).toEqual(ids)
})

it('whoever is expected or guarded is named, too, and everybody once', () => {
  const guards = [{ id: 'cleo' }] as never
  const expects = [{ id: 'ben', revision: 'r1' }]
  const named = idsNamed(changeSet('key', { expects, guards, changes: [event('ben'), event('anna')] }))
  expect(named).toEqual(['ben', 'cleo', 'anna'])
})
