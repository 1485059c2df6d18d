import type { CustomerRepository } from 'clientele'
import { repositoryContract } from 'clientele/contract'
import { describe, expect, it } from 'vitest'
import { inTransaction, transactional } from './transactional.js'

const refused = {
  ok: false,
  problems: [{ code: 'test.refused', path: [], params: { id: 'nobody' } }],
} as const

/** Adapters that answer everything in one way, and nothing as it should be answered. */
const mutes: Readonly<Record<string, (sound: CustomerRepository) => object>> = {
  'refuses every write': (sound) => ({
    commit: async () => refused,
    segments: { ...sound.segments, save: async () => refused, remove: async () => refused },
    memberships: () => ({ replace: async () => refused, members: async () => ({ ids: [], next: null }) }),
  }),
  'refuses every question': () => ({ find: async () => refused, count: async () => refused }),
  'finds no end': () => ({
    find: async () => ({ ok: true, value: { records: [], next: 'on' }, warnings: [] }),
  }),
  'knows nobody': () => ({
    load: async (ids: readonly string[]) => ids.map((id) => ({ id, state: 'unknown' })),
    list: async () => ({ records: [], next: null }),
    find: async () => ({ ok: true, value: { records: [], next: null }, warnings: [] }),
    timeline: async () => [],
  }),
  'gives nothing back': () => ({
    find: async () => undefined,
    count: async () => undefined,
    findByBlockingKeys: async () => undefined,
    distinctFrom: async () => undefined,
    memberships: () => undefined,
  }),
}

/** The names of the cases that an adapter passes; one that is failed must be failed in words. */
async function passedBy(wrap: (sound: CustomerRepository) => object): Promise<readonly string[]> {
  const cases = repositoryContract({
    createRepository: (records) => {
      const sound = transactional(records) as unknown as CustomerRepository
      return { ...sound, ...wrap(sound) }
    },
    capabilities: { transactions: true },
    inTransaction,
  })
  const passed: string[] = []
  for (const { name, run } of cases)
    await run().then(
      () => passed.push(name),
      (error: unknown) => {
        expect(error).toBeInstanceOf(Error)
        expect((error as Error).message).not.toBe('')
      },
    )
  expect(cases.length - passed.length).toBeGreaterThan(0)
  return passed
}

describe('an adapter that', () => {
  it.each([
    ['refuses every write', 'S-1 a saved segment is kept or undone with the host’s transaction'],
    ['refuses every question', 'find and count in a transaction see what was done in it'],
    ['finds no end', 'R-2 what find tells of a record is what load tells'],
    ['knows nobody', 'R-2 what find tells of a record is what load tells'],
    ['gives nothing back', 'everybody is found by each of their own keys'],
  ])('%s does not pass by it', async (how, wanted) => {
    const passed = await passedBy(mutes[how] as (sound: CustomerRepository) => object)
    expect(passed).not.toContain(wanted)
  })
})
