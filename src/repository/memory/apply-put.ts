import { noLibraryFacts, unknownHostFacts } from '../../customer/facts.js'
import { noStatistics } from '../../customer/statistics.js'
import type { PutChange } from '../../plan/change.js'
import type { Identities } from '../port.js'
import type { Living } from './entry.js'
import { frozenCopy } from './frozen-copy.js'
import { identitiesOf, joinIdentities, noIdentities, sameIdentities } from './identities.js'
import { livingIn, type Staged } from './staged.js'

/** Writes a customer whole, a new one or in the place of what was there; contacts that are given up become former ones. */
export function applyPut(staged: Staged, { customer, claims }: PutChange): void {
  const { id } = customer
  const before = staged.entryOf(id) === undefined ? null : livingIn(staged, id)
  const { statistics, facts, revision } = before?.record ?? newcomerRecord
  const current = identitiesOf(customer)
  staged.entries.set(id, {
    state: 'present',
    record: Object.freeze({ customer: frozenCopy(customer), statistics, facts, revision }),
    claims: frozenCopy(claims),
    current,
    former: before === null ? noIdentities : formerOf(before, current),
    absorbed: before?.absorbed ?? nobody,
  })
  staged.raised.add(id)
}

/** Whoever keeps the contacts has given up none. */
function formerOf(before: Living, current: Identities): Identities {
  return sameIdentities(before.current, current)
    ? before.former
    : joinIdentities(before.former, before.current)
}

const nobody: readonly never[] = Object.freeze([])

/** Of a new customer the host has told nothing yet. */
const newcomerRecord = frozenCopy({
  statistics: noStatistics,
  facts: { ...unknownHostFacts, ...noLibraryFacts },
  revision: '',
} as const satisfies Partial<Living['record']>)
