import { operations } from '../faults/operation.js'
import { type deeds, postgresStores } from '../faults/postgres-sweep.js'
import { type Point, sweep } from '../faults/sweep.js'
import type { Campaign } from './campaign.js'
import { onServer } from './on-server.js'

/** Each way to fail, at each moment of a statement. */
const ways: readonly {
  readonly deed: keyof typeof deeds
  readonly kind: Point['kind']
  readonly during?: true
}[] = [
  { deed: 'none', kind: 'before' },
  { deed: 'none', kind: 'after' },
  { deed: 'terminated', kind: 'before' },
  { deed: 'terminated', kind: 'after' },
  { deed: 'terminated', kind: 'after', during: true },
  { deed: 'killed', kind: 'before' },
  { deed: 'killed', kind: 'after' },
  { deed: 'killed', kind: 'after', during: true },
]

/** Every statement of what writes the most fails in every way, and all is done once. */
export const faults: Campaign = {
  name: 'faults',
  says: 'every statement of a merge, an erasure, an import and a bulk edit fails in eight ways: [rounds]',
  run: onServer(async (server, pool, say, [rounds = 1]) => {
    for (let round = 0; round < rounds; round++)
      for (const { deed, kind, during = false } of ways)
        for (const operation of operations) {
          // a sweep throws at the first point that is wrong
          const seen = await sweep(operation, postgresStores(server, pool, deed, { during }), kind)
          say(`${deed}, ${during ? 'during' : kind}: ${operation.name}: ${JSON.stringify(seen)}`)
        }
    return true
  }),
}
