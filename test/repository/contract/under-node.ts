/** The suite under node's own runner: run by `runners.test.ts`. The seven methods alone, so that others are skipped aloud. */
import { test } from 'node:test'
import { repositoryContract } from '../../../src/repository/contract/index.js'
import { createMemoryRepository } from '../../../src/repository/memory/index.js'

const cases = repositoryContract({
  createRepository: (records) => {
    const { load, findByIdentity, list, commit, outcomeOf, outbox, acknowledge, capabilities } =
      createMemoryRepository({ records })
    return { load, findByIdentity, list, commit, outcomeOf, outbox, acknowledge, capabilities }
  },
})
for (const { name, run } of cases) void test(name, run)
