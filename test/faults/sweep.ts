import type { CustomerRepository } from 'clientele'
import assert from 'node:assert/strict'
import { type Operation, serviceOn, stateOf } from './operation.js'

/** Where a run goes wrong: at the n-th step of a store, whatever a step is to it. */
export interface Point {
  readonly nth: number
  readonly kind: 'before' | 'after'
}

/** A store with the records of the operations, which goes wrong at a point. */
export interface FaultyStore {
  readonly faulty: CustomerRepository
  /** the same store, where nothing goes wrong */
  readonly whole: CustomerRepository
  /** whether the point was reached */
  isHit(): boolean
  /** what the host's own tables hold beside it */
  beside?(): Promise<unknown>
  /** from now on nothing goes wrong any more */
  heal?(): void | Promise<void>
  close?(): Promise<void>
}

export type OpenStore = (point: Point | null) => Promise<FaultyStore>

/**
 * Runs an operation again and again, with a failure at the first, second, third step, until one run reaches none any more. After
 * each failure the store is exactly as before or as after, and the same call again, by a new process, applies it once. Gives the
 * number of points, and what the store was like at them.
 */
export async function sweep(
  operation: Operation,
  open: OpenStore,
  kind: Point['kind'],
  attempts = 1,
): Promise<{ readonly points: number; readonly before: number; readonly after: number }> {
  const { before, after } = await endsOf(operation, await open(null))
  const seen = { points: 0, before: 0, after: 0 }
  for (let nth = 1; ; nth++) {
    const store = await open({ nth, kind })
    const isOver = !(await fails(operation, store, attempts))
    await store.heal?.()
    if (!isOver) {
      const state = await seenOf(store)
      const where = `${operation.name}, ${kind} step ${nth}`
      const isWhole = state === before || state === after
      if (!isWhole)
        assert.deepEqual(JSON.parse(state), JSON.parse(before), `half done after a failure of ${where}`)
      seen.points++
      seen[state === before ? 'before' : 'after']++
    }
    for (const retry of ['first', 'second'])
      await expectDone(operation, store, after, `${operation.name}, ${kind} step ${nth}, ${retry} retry`)
    await store.close?.()
    if (isOver) return seen
  }
}

/** Whether something went wrong: then the call has failed, or asked again and succeeded. Where nothing did, it has succeeded. */
async function fails(operation: Operation, store: FaultyStore, attempts: number): Promise<boolean> {
  const outcome = await operation.act(serviceOn(store.faulty, attempts)).catch(() => null)
  if (!store.isHit()) assert(outcome?.ok, `${operation.name} fails by itself`)
  return store.isHit()
}

async function expectDone(
  operation: Operation,
  store: FaultyStore,
  after: string,
  where: string,
): Promise<void> {
  const outcome = await operation.act(serviceOn(store.whole))
  assert(outcome.ok, `${where}: ${JSON.stringify(outcome)}`)
  const state = await seenOf(store)
  if (state !== after) assert.deepEqual(JSON.parse(state), JSON.parse(after), where)
}

/** What a store is like before an operation, and after it, where nothing goes wrong. */
async function endsOf(
  operation: Operation,
  store: FaultyStore,
): Promise<{ readonly before: string; readonly after: string }> {
  const before = await seenOf(store)
  const outcome = await operation.act(serviceOn(store.whole))
  assert(outcome.ok, `${operation.name}: ${JSON.stringify(outcome)}`)
  const after = await seenOf(store)
  assert.notEqual(after, before, `${operation.name} changes something`)
  await store.close?.()
  return { before, after }
}

async function seenOf({ whole, beside }: FaultyStore): Promise<string> {
  return JSON.stringify({ state: await stateOf(whole), beside: await beside?.() })
}
