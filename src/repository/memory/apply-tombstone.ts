import { forecastStatistics } from '../../merge/forecast.js'
import { mergedFacts } from '../../merge/merged-facts.js'
import { invariant } from '../../outcome/invariant.js'
import type { TombstoneChange } from '../../plan/change.js'
import type { CustomerId } from '../../value/id.js'
import type { Living } from './entry.js'
import { frozenCopy } from './frozen-copy.js'
import { joinIdentities } from './identities.js'
import { livingIn, withRecord, type Staged } from './staged.js'

/** Ends a record. Of one that was deleted only ids stay; one that was merged leads to its survivor. */
export function applyTombstone(staged: Staged, { id, into }: TombstoneChange): void {
  const ended = livingIn(staged, id)
  if (into === null) {
    staged.entries.set(id, { state: 'deleted', absorbed: ended.absorbed })
    return
  }
  invariant(into !== id, 'a record cannot be merged into itself')
  staged.entries.set(into, absorb(livingIn(staged, into), id, ended))
  staged.entries.set(id, { state: 'merged', into })
}

/**
 * What goes along that is in no plan: statistics, facts, and under what the person was known. Projected statistics and
 * stored facts too, because where this repository holds them, there is no other host to project them anew. Both add up as
 * the merge forecast them.
 */
function absorb(survivor: Living, id: CustomerId, ended: Living): Living {
  const { record } = survivor
  const statistics = forecastStatistics([record.statistics, ended.record.statistics])
  const facts = mergedFacts([record, ended.record], record.facts.mergeInProgress)
  return {
    ...withRecord(survivor, { statistics: frozenCopy(statistics), facts: frozenCopy(facts) }),
    former: joinIdentities(survivor.former, ended.former, ended.current),
    absorbed: [...survivor.absorbed, id, ...ended.absorbed],
  }
}
