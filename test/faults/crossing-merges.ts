import { type CustomerRecord, type CustomerRepository, createCustomers } from 'clientele'
import { buildRecord } from 'clientele/testing'

const shop = { timeZone: 'UTC', currency: 'EUR', country: 'NO', locale: 'nb-NO' } as const

/** Who is merged into whom, all at once. */
export const crossings: readonly (readonly (readonly [into: string, other: string])[])[] = [
  [
    ['a', 'b'],
    ['b', 'a'],
  ],
  [
    ['a', 'b'],
    ['b', 'c'],
  ],
  [
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'a'],
  ],
]

/** Three people of each round, each with a tag that tells whose data is where. */
export function peopleOf(rounds: number): readonly CustomerRecord[] {
  return Array.from({ length: rounds }, (_, round) =>
    ['a', 'b', 'c'].map((name) =>
      buildRecord({ customer: { id: `${name}${round}`, email: null, tags: [name] } }),
    ),
  ).flat()
}

/** Merges that cross, and what they leave: who leads to nobody that lives, and whose tag is nowhere or twice. */
export async function crossMerges(
  repository: CustomerRepository,
  rounds: number,
): Promise<{ readonly merged: number; readonly orphans: number; readonly lost: number }> {
  const customers = createCustomers({ repository, shop, attempts: 10 })
  const report = { merged: 0, orphans: 0, lost: 0 }
  for (let round = 0; round < rounds; round++) {
    const merges = (crossings[round % crossings.length] ?? []).map((pair) =>
      pair.map((name) => `${name}${round}`),
    )
    const outcomes = await Promise.all(
      merges.map((ids) => customers.runMerge({ ids, survivor: ids[0]! }, { confirmed: true })),
    )
    report.merged += outcomes.filter(({ ok }) => ok).length
    const loaded = await repository.load(['a', 'b', 'c'].map((name) => `${name}${round}`))
    const living = new Map(
      loaded.flatMap((one) => (one.state === 'present' ? [[one.id, one.record] as const] : [])),
    )
    for (const one of loaded)
      if (one.state !== 'present' && !(one.state === 'merged' && living.has(one.into))) report.orphans++
    const tags = [...living.values()].flatMap(({ customer }) => customer.tags)
    if (tags.toSorted().join() !== 'a,b,c') report.lost++
  }
  return report
}
