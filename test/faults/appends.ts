import { setTimeout as sleep } from 'node:timers/promises'
import type { ChangeSet, CustomerRecord, CustomerRepository, JsonValue, Receipt } from 'clientele'
import { requestOf } from 'clientele'
import { buildRecord } from 'clientele/testing'

/** Where each customer's list of appended values stands: no index reads it, so that long lists cost no more than their length. */
const LIST = 'test.appended'

/** Customers whom everybody writes to at once. */
export function hotCustomers(count: number): readonly CustomerRecord[] {
  return Array.from({ length: count }, (_, index) =>
    buildRecord({ customer: { id: `hot-${index}`, email: null, phone: null, metafields: { [LIST]: [] } } }),
  )
}

/** What was appended to a customer, in order. */
export function appendedTo({ customer }: CustomerRecord): readonly string[] {
  return customer.metafields[LIST] as readonly string[]
}

/**
 * Appends one value to the lists of some customers, in one commit: reads, writes what was read and one value more, and begins
 * again where somebody else was quicker. Every append has a key of its own, so that it can be asked for again whatever became of it.
 */
export async function append(
  repository: CustomerRepository,
  ids: readonly string[],
  value: string,
): Promise<Receipt> {
  for (let attempt = 1; ; attempt++) {
    const records = (await repository.load(ids)).map((loaded) => {
      if (loaded.state !== 'present') throw new Error(`${loaded.id} is ${loaded.state}`)
      return loaded.record
    })
    const outcome = await repository.commit(appending(records, value))
    if (outcome.ok) return outcome.value
    const other = outcome.problems.find(({ code }) => code !== 'commit.stale')
    if (other !== undefined) throw new Error(`an append is refused: ${other.code}`)
    // all who were too late at once must not be so again
    await sleep(Math.random() * Math.min(4 * 2 ** attempt, 2000))
  }
}

function appending(records: readonly CustomerRecord[], value: string): ChangeSet {
  const ids = records.map(({ customer }) => customer.id)
  return {
    key: value,
    request: requestOf('append', ids, value),
    expects: records.map(({ customer: { id }, revision }) => ({ id, revision })),
    guards: [],
    changes: records.flatMap((record) => {
      const { customer } = record
      const list: JsonValue = [...appendedTo(record), value]
      const at = '2026-11-22T12:00:00.000Z'
      return [
        {
          type: 'put',
          customer: { ...customer, metafields: { ...customer.metafields, [LIST]: list } },
          claims: [],
          touches: [],
        } as const,
        {
          type: 'event',
          id: `${value}/${customer.id}`,
          customer: customer.id,
          at,
          event: { kind: 'created', by: { type: 'system', id: null } },
        } as const,
      ]
    }),
    outbox: [],
    summary: {},
  }
}

/** What became of all appends. */
export interface AppendReport {
  readonly acknowledged: number
  /** acknowledged, and not there */
  readonly lost: number
  /** there more than once */
  readonly repeated: number
  /** in one of the places that one commit writes, and not in another */
  readonly halfDone: number
}

/** Compares what was acknowledged with what is there: in the lists, on the timelines, under the keys. */
export async function reportOf(
  repository: CustomerRepository,
  acknowledged: ReadonlyMap<string, readonly string[]>,
): Promise<AppendReport> {
  const report = { acknowledged: acknowledged.size, lost: 0, repeated: 0, halfDone: 0 }
  const listed = new Map<string, number>()
  const told = new Set<string>()
  for (const id of new Set([...acknowledged.values()].flat())) {
    const [loaded] = await repository.load([id])
    const values = loaded?.state === 'present' ? appendedTo(loaded.record) : []
    for (const value of values) listed.set(`${value}/${id}`, (listed.get(`${value}/${id}`) ?? 0) + 1)
    for (const event of (await repository.timeline?.(id)) ?? []) told.add(event.id)
  }
  for (const [value, ids] of acknowledged) if (ids.some((id) => !listed.has(`${value}/${id}`))) report.lost++
  for (const times of listed.values()) if (times > 1) report.repeated++
  const both = new Set([...listed.keys(), ...told])
  for (const place of both) if (!listed.has(place) || !told.has(place)) report.halfDone++
  for (const value of new Set([...listed.keys()].map((place) => place.slice(0, place.lastIndexOf('/')))))
    if ((await repository.outcomeOf(value)) === null) report.halfDone++
  return report
}

/** Many writers at once on few customers, each append on one of them. */
export async function appendAll(
  repository: CustomerRepository,
  { writers, appends, customers }: { writers: number; appends: number; customers: number },
): Promise<AppendReport> {
  const acknowledged = new Map<string, readonly string[]>()
  const write = async (writer: number): Promise<void> => {
    for (let nth = 0; nth < appends; nth++) {
      const ids = [`hot-${(writer + nth) % customers}`]
      const value = `${writer}.${nth}`
      await append(repository, ids, value)
      acknowledged.set(value, ids)
    }
  }
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)))
  return reportOf(repository, acknowledged)
}
