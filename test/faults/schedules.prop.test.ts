import { createMemoryRepository } from 'clientele/memory'
import { arbitraries, faultyRepository } from 'clientele/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { operations, records, serviceOn, stateOf } from './operation.js'

/** All four operations, each again under its key until it is done. */
async function lifeWith(faults: Parameters<typeof faultyRepository>[1]): Promise<unknown> {
  const whole = createMemoryRepository({ records })
  const faulty = serviceOn(faultyRepository(whole, faults), 3)
  for (const operation of operations) {
    const first = await operation.act(faulty).catch(() => null)
    // a new process, whose store answers
    if (first?.ok !== true)
      expect(await operation.act(serviceOn(whole)), operation.name).toMatchObject({ ok: true })
  }
  return stateOf(whole)
}

describe('R-4: whatever goes wrong with a store', () => {
  it('what is asked for until it is done is done once', async () => {
    const expected = await lifeWith([])
    await fc.assert(
      fc.asyncProperty(arbitraries(fc).faults, async (faults) => {
        expect(await lifeWith(faults)).toEqual(expected)
      }),
      { numRuns: 150 },
    )
  })
})
