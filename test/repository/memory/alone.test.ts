import { createMemoryRepository, type MemoryRepository } from 'clientele/memory'
import { describe, expect, it } from 'vitest'
import { allCustomers } from '../../../src/segment/segment.js'
import { changeSet, edit } from '../../../src/repository/contract/change-sets.js'
import { anna, everybody } from '../../../src/repository/contract/people.js'
import { harmlessHostFacts } from '../../../src/customer/facts.js'

const at = '2026-11-22T12:00:00.000Z'
const everyone = { where: allCustomers, search: null, moment: { now: at, timeZone: 'UTC' } }
const redactAnna = { type: 'redact', relation: 'orders', id: 'anna' } as const

/** Every method that writes. */
const writes: Readonly<Record<string, (repository: MemoryRepository) => Promise<unknown>>> = {
  commit: (repository) => repository.commit(changeSet('inner', { changes: [edit(anna, { note: 'in' })] })),
  acknowledge: (repository) => repository.acknowledge(['nothing']),
  'segments.save': ({ segments }) =>
    segments.save({ id: null, name: 'inner', query: "tags CONTAINS 'a'", at }, 'absent'),
  'segments.remove': ({ segments }) => segments.remove('segment-1', 'revision-1'),
  'memberships.replace': (repository) => repository.memberships('segment-1').replace(everyone),
}

describe('a write that the host begins while the repository asks it', () => {
  it.each(Object.entries(writes))('throws inside a commit: %s', async (_name, write) => {
    let inner: Promise<unknown> | undefined
    const repository: MemoryRepository = createMemoryRepository({
      records: everybody,
      relations: {
        orders: {
          mode: 'in-commit',
          reassign: () => undefined,
          redact: () => {
            inner = write(repository)
          },
        },
      },
    })
    await repository.segments.save({ id: null, name: 'first', query: "tags CONTAINS 'a'", at }, 'absent')
    const before = repository.snapshot()
    await repository.commit(changeSet('outer', { changes: [redactAnna] }))
    await expect(inner).rejects.toThrow('while the repository asks it')
    expect(repository.snapshot().segments).toEqual(before.segments)
    const next = await repository.segments.save(
      { id: null, name: 'next', query: "tags CONTAINS 'a'", at },
      'absent',
    )
    expect(next.ok && next.value.id).toBe('segment-2')
    expect(await repository.segments.list()).toHaveLength(2)
  })

  it('throws while a membership is taken, so that no member is kept of a segment that is gone', async () => {
    const host: { remove?: () => Promise<unknown> } = {}
    let inner: Promise<unknown> | undefined
    const repository = createMemoryRepository({
      records: everybody,
      facts: () => {
        inner ??= host.remove?.()
        return harmlessHostFacts
      },
    })
    const saved = await repository.segments.save(
      { id: null, name: 'a', query: "tags CONTAINS 'a'", at },
      'absent',
    )
    if (!saved.ok) throw new Error('refused')
    const { id, revision } = saved.value
    host.remove = () => repository.segments.remove(id, revision)
    expect(await repository.memberships(id).replace(everyone)).toMatchObject({ ok: true })
    await expect(inner).rejects.toThrow(TypeError)
    expect((await repository.segments.list()).map((one) => one.id)).toEqual([id])
  })
})
