import { createMemoryRepository } from 'clientele/memory'
import { arbitraries, faultyRepository, type FaultyCall } from 'clientele/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

/** Three readers at once, with whatever went wrong. */
async function historyOf(faults: Parameters<typeof faultyRepository>[1]): Promise<unknown> {
  const calls: FaultyCall[] = []
  const answers: string[] = []
  const repository = faultyRepository(createMemoryRepository(), faults, (call) => void calls.push(call))
  const read = async (reader: string): Promise<void> => {
    for (let nth = 1; nth <= 4; nth++) {
      const answer = await repository.outbox({ limit: 1 }).then(
        () => 'answered',
        () => 'failed',
      )
      answers.push(`${reader} ${nth} ${answer}`)
    }
  }
  await Promise.all(['a', 'b', 'c'].map(read))
  return { calls, answers }
}

describe('a schedule of faults', () => {
  it('goes the same way each time, and survives JSON', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraries(fc).faults, async (faults) => {
        const again = JSON.parse(JSON.stringify(faults)) as typeof faults
        expect(await historyOf(again)).toEqual(await historyOf(faults))
      }),
      { numRuns: 300 },
    )
  })
})
