import type { CustomerRecord } from '../../customer/record.js'
import type { ChangeSet, Receipt } from '../../plan/change-set.js'
import type { Change } from '../../plan/change.js'
import type { CallOptions } from '../../repository/call-options.js'
import type { Loaded } from '../../repository/port.js'
import { isNewId, type CustomerId } from '../../value/id.js'
import type { ServicePorts } from '../ports.js'

/** Tells what a commit has changed, when it is done. */
export type TellChanges = (receipt: Receipt) => Promise<void>

const tellNobody: TellChanges = () => Promise.resolve()

/**
 * Reads the customers whom a change set concerns before it is committed; what is given tells the listener afterwards which segments
 * each of them has come into and gone out of (S-2). A mistake in the segments throws here, before anything is done.
 */
export async function segmentTeller<Tx>(
  ports: ServicePorts<Tx>,
  changeSet: ChangeSet,
  options: CallOptions<Tx>,
): Promise<TellChanges> {
  const { followed } = ports
  if (followed === undefined || options.transaction !== undefined) return tellNobody
  const ids = [...new Set(changeSet.changes.flatMap(customersOf))]
  if (ids.length === 0) return tellNobody
  const { now } = ports.contextOf({ key: changeSet.key })
  const index = followed.indexAt(now)
  const before = await recordsOf(ports, ids, options)
  return async (receipt) => {
    const real = ids.map((id) => receipt.ids[id] ?? id)
    const after = await recordsOf(ports, real, {})
    for (const [place, customer] of real.entries()) {
      const { entered, left } = index.update(before[place] ?? null, after[place] ?? null)
      if (entered.length + left.length > 0) await followed.changed({ customer, at: now, entered, left })
    }
  }
}

/** The customers of whom a change can say anything that a segment reads. */
function customersOf(change: Change): readonly CustomerId[] {
  switch (change.type) {
    case 'put':
      return [change.customer.id]
    case 'tombstone':
      return change.into === null ? [change.id] : [change.id, change.into]
    case 'count':
    case 'state':
      return [change.id]
    case 'distinct':
    case 'event':
    case 'reassign':
    case 'redact':
    case 'redactEvents':
    case 'suppress':
      return []
  }
}

/** Those that live, in the order of the ids; `null` for everybody else, and for whom the store has yet to number. */
async function recordsOf<Tx>(
  { repository }: ServicePorts<Tx>,
  ids: readonly CustomerId[],
  options: CallOptions<Tx>,
): Promise<readonly (CustomerRecord | null)[]> {
  const loaded = await repository.load(
    ids.filter((id) => !isNewId(id)),
    options,
  )
  const byId = new Map(loaded.map((one) => [one.id, livingRecord(one)]))
  return ids.map((id) => byId.get(id) ?? null)
}

function livingRecord(loaded: Loaded): CustomerRecord | null {
  return loaded.state === 'present' && !loaded.record.facts.deleted ? loaded.record : null
}
