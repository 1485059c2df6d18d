import type { CustomerRecord } from '../../customer/record.js'
import type { IdentityConflict } from '../../duplicates/identity-audit.js'
import type { CallOptions } from '../../repository/call-options.js'
import type { DistinctPair } from '../../repository/port.js'
import type { CustomerId } from '../../value/id.js'
import type { ServicePorts } from '../ports.js'

/** How many ids the store is asked for at once, whether one crowd shares a contact or many pairs do. */
const AT_ONCE = 500

/** What the store says of those who are in conflict. */
export interface LookedUp {
  /** the records of those who are still there */
  records(ids: readonly CustomerId[]): readonly CustomerRecord[]
  /** those among them who were recorded to be different people */
  distinct(ids: readonly CustomerId[]): readonly DistinctPair[]
}

/** Conflicts in turns that a few questions answer: each holds one crowd, or as many ids as are asked for at once. */
export function* conflictTurns(
  conflicts: Iterable<IdentityConflict>,
): Generator<readonly IdentityConflict[], void> {
  let turn: IdentityConflict[] = []
  let size = 0
  for (const conflict of conflicts) {
    if (size > 0 && size + conflict.ids.length > AT_ONCE) {
      yield turn
      turn = []
      size = 0
    }
    turn.push(conflict)
    size += conflict.ids.length
  }
  yield turn
}

/** Asks the store for everybody in some conflicts. */
export async function lookUp<Tx>(
  { repository }: ServicePorts<Tx>,
  conflicts: readonly IdentityConflict[],
  options: CallOptions<Tx>,
): Promise<LookedUp> {
  const ids = [...new Set(conflicts.flatMap((conflict) => conflict.ids))]
  const records = new Map<CustomerId, CustomerRecord>()
  const others = new Map<CustomerId, Set<CustomerId>>()
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const asked = ids.slice(start, start + AT_ONCE)
    for (const one of await repository.load(asked, options))
      if (one.state === 'present') records.set(one.id, one.record)
    // whoever is asked for later tells a pair again
    for (const [one, other] of (await repository.distinctFrom?.(asked, options)) ?? [])
      others.set(one, (others.get(one) ?? new Set()).add(other))
  }
  return {
    records: (some) => some.flatMap((id) => records.get(id) ?? []),
    distinct: (some) => {
      const among = new Set(some)
      return some.flatMap((id) =>
        [...(others.get(id) ?? [])].filter((other) => among.has(other)).map((other) => [id, other] as const),
      )
    },
  }
}
