import type { CustomerRepository } from 'clientele'
import { createMemoryRepository } from 'clientele/memory'
import { faultyRepository } from 'clientele/testing'
import { expect, it } from 'vitest'
import { operations, records } from './operation.js'
import { type OpenStore, sweep } from './sweep.js'

/** Writes the changes of each customer by themselves, one after the other. */
function piecemeal(repository: CustomerRepository): CustomerRepository {
  return {
    ...repository,
    commit: async (changeSet, options) => {
      const [first, ...rest] = changeSet.changes
      if (first === undefined || rest.length === 0) return repository.commit(changeSet, options)
      const alone = { ...changeSet, key: `${changeSet.key}, at first`, changes: [first], outbox: [] }
      const outcome = await repository.commit(alone, options)
      return outcome.ok ? repository.commit({ ...changeSet, expects: [], changes: rest }, options) : outcome
    },
  }
}

/** Does not know again what it has carried out. */
function forgetful(repository: CustomerRepository): CustomerRepository {
  let commits = 0
  return {
    ...repository,
    outcomeOf: () => Promise.resolve(null),
    commit: (changeSet, options) =>
      repository.commit({ ...changeSet, key: `${changeSet.key} ${++commits}` }, options),
  }
}

const planted = [
  { broken: piecemeal, operation: 'a bulk edit', seen: 'half done after a failure' },
  { broken: forgetful, operation: 'a merge', seen: 'retry' },
]

for (const { broken, operation, seen } of planted)
  it(`a sweep sees a store that is ${broken.name}`, async () => {
    const open: OpenStore = (point) => {
      let isHit = false
      // the faults lie beneath what is broken: between its writes
      const schedule = point === null ? [] : [{ call: point.nth, kind: point.kind, lasting: true }]
      const real = createMemoryRepository({ records })
      const faulty = faultyRepository(real, schedule, ({ fault }) => {
        isHit ||= fault !== null
      })
      return Promise.resolve({ faulty: broken(faulty), whole: broken(real), isHit: () => isHit })
    }
    const swept = operations.find(({ name }) => name === operation)!
    await expect(sweep(swept, open, 'after')).rejects.toThrow(seen)
  })
