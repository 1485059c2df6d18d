import { createMemoryRepository } from 'clientele/memory'
import { faultyRepository } from 'clientele/testing'
import { describe, expect, it } from 'vitest'
import { operations, records } from './operation.js'
import { type OpenStore, sweep } from './sweep.js'

/** A store whose n-th call fails, whichever it is; `lasting` when the process ends with it. */
const openAt =
  (lasting: boolean): OpenStore =>
  (point) => {
    const whole = createMemoryRepository({ records })
    let isHit = false
    const schedule = point === null ? [] : [{ call: point.nth, kind: point.kind, lasting }]
    const faulty = faultyRepository(whole, schedule, ({ fault }) => {
      isHit ||= fault !== null
    })
    return Promise.resolve({ faulty, whole, isHit: () => isHit })
  }

describe('R-4: a failure at any call of the port', () => {
  for (const operation of operations)
    for (const kind of ['before', 'after'] as const) {
      it(`${kind} it is done: ${operation.name} whose process ends there is not done or done, and once again`, async () => {
        const { points, before, after } = await sweep(operation, openAt(true), kind)
        // the key, what is read, the commit at least
        expect(points).toBeGreaterThanOrEqual(3)
        expect(before).toBeGreaterThan(0)
        if (kind === 'after') expect(after).toBeGreaterThan(0)
      })

      it(`${kind} it is done: ${operation.name} that is asked for again at once is done once`, async () => {
        const { after } = await sweep(operation, openAt(false), kind, 5)
        // the lost commit was sent again
        expect(after).toBeGreaterThan(0)
      })
    }
})
