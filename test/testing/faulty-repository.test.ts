import type { CustomerRepository } from 'clientele'
import { createMemoryRepository } from 'clientele/memory'
import {
  buildRecord,
  type FaultSchedule,
  faultyRepository,
  type FaultyCall,
  type FaultyMethod,
} from 'clientele/testing'
import { describe, expect, it } from 'vitest'
import { changeSet, edit } from '../../src/repository/contract/change-sets.js'
import { anna } from '../../src/repository/contract/people.js'

const page = { after: null, limit: 10 }
const noted = (key: string): ReturnType<typeof changeSet> =>
  changeSet(key, { changes: [edit(anna, { note: key })] })

function faulty(schedule: FaultSchedule<FaultyMethod>, calls: FaultyCall[] = []): CustomerRepository {
  return faultyRepository(
    createMemoryRepository({ records: [anna] }),
    schedule,
    (call) => void calls.push(call),
  )
}

/** What can be seen of Anna past the faults. */
async function noteOf(repository: CustomerRepository): Promise<string | null> {
  const { records } = await repository.list(page)
  return records[0]?.customer.note ?? null
}

describe('a faulty repository', () => {
  it('fails before anything is done', async () => {
    const repository = faulty([{ method: 'commit', call: 1, kind: 'before' }])
    await expect(repository.commit(noted('k'))).rejects.toThrow('before it is done')
    expect(await noteOf(repository)).toBe('likes tea')
  })

  it('loses the answer to what is done', async () => {
    const repository = faulty([{ method: 'commit', call: 1, kind: 'after' }])
    await expect(repository.commit(noted('k'))).rejects.toThrow('after it is done')
    expect(await noteOf(repository)).toBe('k')
  })

  it('calls with a signal that is aborted, and leaves the other options alone', async () => {
    const repository = faulty([{ method: 'commit', call: 1, kind: 'aborted' }])
    await expect(repository.commit(noted('k'), { signal: undefined })).rejects.toThrow('aborted')
    expect(await noteOf(repository)).toBe('likes tea')
  })

  it('lets a call that is late be overtaken', async () => {
    const repository = faulty([{ method: 'commit', call: 1, kind: 'late', turns: 2 }])
    await Promise.all(['a', 'b', 'c'].map((key) => repository.commit(noted(key))))
    expect(await noteOf(repository)).toBe('a')
  })

  it('overtakes by as many answers as are named', async () => {
    const done: string[] = []
    const repository = faulty([{ method: 'outbox', call: 1, kind: 'late' }])
    const readings = ['first', 'second', 'third'].map((name) =>
      repository.outbox(page).then(() => done.push(name)),
    )
    await Promise.all(readings)
    expect(done.slice(0, 1)).toEqual(['second'])
    expect(done).toHaveLength(3)
  })

  it('waits for nobody where nobody else calls, not even for another that waits', async () => {
    const late = { kind: 'late', turns: 5 } as const
    const repository = faulty([
      { method: 'list', call: 1, ...late },
      { method: 'outbox', call: 1, ...late },
    ])
    expect(await Promise.all([repository.list(page), repository.outbox(page)])).toHaveLength(2)
  })

  it('counts the calls of all methods where a fault names none', async () => {
    const repository = faulty([{ call: 3, kind: 'before' }])
    await repository.outbox(page)
    await repository.list(page)
    await expect(repository.outbox(page)).rejects.toThrow('before')
    await repository.outbox(page)
  })

  it('answers nothing more after a fault that lasts', async () => {
    const repository = faulty([{ method: 'list', call: 1, kind: 'after', lasting: true }])
    await repository.outbox(page)
    await expect(repository.list(page)).rejects.toThrow('after')
    await expect(repository.list(page)).rejects.toThrow('because one before it was the last')
    await expect(repository.outbox(page)).rejects.toThrow('because one before it was the last')
  })

  it('tells of every call, and of what goes wrong with it', async () => {
    const calls: FaultyCall[] = []
    const fault = { method: 'load', call: 1, kind: 'before' } as const
    const repository = faulty([fault], calls)
    await repository.list(page)
    await repository.load(['anna']).catch(() => null)
    expect(calls).toEqual([
      { method: 'list', call: 1, fault: null },
      { method: 'load', call: 2, fault },
    ])
  })

  it('has the methods that the store has, and its capabilities', () => {
    const real = createMemoryRepository()
    const repository = faultyRepository(real, [])
    expect(Object.keys(repository).toSorted()).toEqual(Object.keys(real).toSorted())
    expect(repository.capabilities).toBe(real.capabilities)
  })

  it('takes the methods of a store that is made by a class', async () => {
    class Store {
      readonly #records = [buildRecord()]
      get capabilities(): CustomerRepository['capabilities'] {
        return createMemoryRepository().capabilities
      }
      async list(): Promise<unknown> {
        return { records: this.#records, next: null }
      }
    }
    const repository = faultyRepository(new Store() as unknown as CustomerRepository, [
      { method: 'list', call: 2, kind: 'before' },
    ])
    expect((await repository.list(page)).records).toHaveLength(1)
    await expect(repository.list(page)).rejects.toThrow('before')
    expect(repository.capabilities.guards).toBe('in-commit')
  })

  it('reaches saved segments and memberships', async () => {
    const asked: unknown[] = []
    const note = (...args: unknown[]): Promise<null> =>
      Promise.resolve(void asked.push(args)).then(() => null)
    const store = {
      ...createMemoryRepository(),
      segments: { list: note, save: note, remove: note },
      memberships: (id: string) => ({ replace: () => note(id), members: note }),
    } as unknown as Required<CustomerRepository>
    const { segments, memberships } = faultyRepository(store, [
      { method: 'segments.save', call: 1, kind: 'before' },
      { method: 'memberships.replace', call: 2, kind: 'before' },
      { method: 'segments.list', call: 1, kind: 'aborted' },
    ])
    const segment = { id: null, name: 'n', query: '', at: '2026-11-22T12:00:00.000Z' }
    await expect(segments.save(segment, 'absent')).rejects.toThrow('before')
    await memberships('7').replace(null as never)
    await expect(memberships('8').replace(null as never)).rejects.toThrow('before')
    await segments.list()
    expect(asked).toMatchObject([['7'], [{ signal: { aborted: true } }]])
  })
})
