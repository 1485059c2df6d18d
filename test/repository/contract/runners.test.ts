import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { repositoryContract } from 'clientele/contract'
import { createMemoryRepository } from 'clientele/memory'
import { describe, expect, it, test } from 'vitest'

const cases = repositoryContract({ createRepository: (records) => createMemoryRepository({ records }) })

describe('under vitest, by the line of the documentation', () => {
  for (const { name, run } of cases) test(name, run)
})

describe('under node:test, by the same line', () => {
  it('every case is run or skipped aloud, and none fails', () => {
    const file = fileURLToPath(new URL('under-node.ts', import.meta.url))
    const { NODE_TEST_CONTEXT: _context, ...env } = process.env
    const options = { encoding: 'utf8', env } as const
    const { stdout } = spawnSync(
      process.execPath,
      ['--import', 'tsx', '--test', '--test-reporter', 'tap', file],
      options,
    )
    const count = (what: string): number =>
      Number(new RegExp(`^# ${what} (\\d+)$`, 'm').exec(stdout)?.[1] ?? -1)
    const optional = cases.filter(({ method }) => method !== null).length
    expect([count('fail'), count('skipped'), count('pass')]).toEqual([0, optional, cases.length - optional])
  })
})
