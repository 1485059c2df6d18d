import { noLibraryFacts, unknownHostFacts } from '../../customer/facts.js'
import { noStatistics } from '../../customer/statistics.js'
import type { PutChange } from '../../plan/change.js'
import type { Living } from './entry.js'
import { frozenCopy } from './frozen-copy.js'
import { identitiesOf, joinIdentities, noIdentities } from './identities.js'
import { livingIn, type Staged } from './staged.js'

/** Writes a customer whole, a new one or in the place of what was there; contacts that are given up become former ones. */
export function applyPut(staged: Staged, { customer, claims }: PutChange): void {
  const { id } = customer
  const before = staged.entryOf(id) === undefined ? null : livingIn(staged, id)
  staged.entries.set(id, {
    ...newcomer,
    ...before,
    record: Object.freeze({ ...newcomerRecord, ...before?.record, customer: frozenCopy(customer) }),
    claims: frozenCopy(claims),
    current: identitiesOf(customer),
    former: before === null ? noIdentities : joinIdentities(before.former, before.current),
  })
  staged.raised.add(id)
}

const newcomer = { state: 'present', absorbed: [] } as const satisfies Partial<Living>

/** Of a new customer the host has told nothing yet. */
const newcomerRecord = frozenCopy({
  statistics: noStatistics,
  facts: { ...unknownHostFacts, ...noLibraryFacts },
  revision: '',
} as const satisfies Partial<Living['record']>)
