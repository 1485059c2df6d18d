import { describe, expect, it } from 'vitest'
import { actorReference, type Actor } from '../../src/value/actor.js'

describe('actorReference', () => {
  it.each<readonly [Actor, string]>([
    [{ type: 'staff', id: '7' }, 'staff:7'],
    [{ type: 'customer', id: '7' }, 'customer:7'],
    [{ type: 'system', id: null }, 'system'],
    [{ type: 'staff', id: '' }, 'staff:'],
  ])('of %j is %s', (actor, reference) => {
    expect(actorReference(actor)).toBe(reference)
  })
})
