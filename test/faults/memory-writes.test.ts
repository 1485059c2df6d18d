import { createMemoryRepository } from 'clientele/memory'
import { describe, expect, it, vi } from 'vitest'
import { operations, records, serviceOn, stateOf } from './operation.js'
import { type OpenStore, type Point, sweep } from './sweep.js'

/** Which step of a commit in memory fails; `null` while all is well. */
const fault: { point: Point | null; steps: number; isHit: boolean } = vi.hoisted(() => ({
  point: null,
  steps: 0,
  isHit: false,
}))

/** A step of a commit that fails before or after it, when its turn comes. */
const step = vi.hoisted(
  () =>
    <Args extends readonly unknown[], Result>(real: (...args: Args) => Result) =>
    (...args: Args): Result => {
      const isNow = ++fault.steps === fault.point?.nth
      fault.isHit ||= isNow
      if (isNow && fault.point?.kind === 'before') throw new Error('before a step')
      const result = real(...args)
      if (isNow) throw new Error('after a step')
      return result
    },
)

// each write of a commit, what an erasure forgets, the revisions, and the moment at which all of it becomes true
vi.mock(import('../../src/repository/memory/apply-change.js'), async (original) => {
  const { applyChange } = await original()
  return { applyChange: step(applyChange) }
})
vi.mock(import('../../src/repository/memory/erasure.js'), async (original) => {
  const actual = await original()
  return { ...actual, forgetPeople: step(actual.forgetPeople) }
})
vi.mock(import('../../src/repository/memory/staged.js'), async (original) => {
  const actual = await original()
  return { ...actual, raiseRevisions: step(actual.raiseRevisions), publish: step(actual.publish) }
})

const open: OpenStore = (point) => {
  Object.assign(fault, { point, steps: 0, isHit: false })
  const repository = createMemoryRepository({ records })
  const heal = (): void => void Object.assign(fault, { point: null })
  return Promise.resolve({ faulty: repository, whole: repository, isHit: () => fault.isHit, heal })
}

describe('R-4: a failure inside a commit of the memory repository', () => {
  for (const operation of operations)
    for (const kind of ['before', 'after'] as const)
      it(`${kind} any write: ${operation.name} is not done or done, and once again`, async () => {
        const { points, after } = await sweep(operation, open, kind)
        // a write for each change, beside the three that every commit has
        expect(points).toBeGreaterThanOrEqual(4)
        // only after the last of them is anything to be seen
        expect(after).toBe(kind === 'after' ? 1 : 0)
      })
})

describe('R-4: tables of the host that fail inside a commit of the memory repository', () => {
  for (const [table, name] of [
    ['orders', 'the first'],
    ['reviews', 'the last'],
  ] as const)
    it(`${name} of them: the merge has not been, and its instructions are given once more`, async () => {
      const given: string[] = []
      let isBroken = true
      const tableOf = (kind: string) => ({
        mode: 'in-commit' as const,
        reassign: (from: readonly string[], to: string) => {
          if (isBroken && kind === table) throw new Error('the table is not there')
          given.push(`${kind}: ${from.join()} to ${to}`)
        },
        redact: () => undefined,
      })
      const relations = { orders: tableOf('orders'), reviews: tableOf('reviews') }
      const repository = createMemoryRepository({ records, relations })
      const before = await stateOf(repository)
      const merge = operations[0]!
      expect(await merge.act(serviceOn(repository))).toMatchObject({
        problems: [{ code: 'commit.outcome-unknown', params: { key: 'merge' } }],
      })
      expect(await stateOf(repository)).toEqual(before)
      isBroken = false
      given.length = 0
      expect(await merge.act(serviceOn(repository))).toMatchObject({ ok: true })
      expect(given).toEqual(['orders: twin to anna', 'reviews: twin to anna'])
    })
})
