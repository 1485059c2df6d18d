import { rulesFor } from './blocking-rules.js'
import { candidatePairs, type PersonAt } from './candidates.js'
import type { DuplicateOptions } from './duplicate-finder.js'
import { countFrequencies, type Frequencies } from './frequencies.js'
import type { PairList } from './pair-list.js'
import type { Steps } from './steps.js'
import type { Traits } from './traits.js'
import type { CustomerId } from '../value/id.js'

/** A base that is searched. Whoever is in it is told by a place. */
export interface Base {
  /** how many places there are; a base may know of some of them that nobody is there who counts */
  readonly places: number
  /** how many people there are */
  readonly size: number
  readonly personAt: PersonAt
  readonly idAt: (place: number) => CustomerId
  readonly frequencies: Frequencies
  /** the pairs that are worth comparing */
  readonly pairs: () => Steps<PairList>
  /** whether two of such a pair do share a key: a base may offer pairs that only seem to */
  readonly doShare: (one: Traits, other: Traits) => boolean
}

/** A base of which all that is compared is held in memory. */
export function heldBase(people: readonly Traits[], { blocking = 'fuzzy' }: DuplicateOptions): Base {
  return {
    places: people.length,
    size: people.length,
    personAt: (place) => people[place] as Traits,
    idAt: (place) => (people[place] as Traits).id,
    // whoever wants it quick does without the frequencies, because records sieved by exact rules are not read whole
    frequencies: countFrequencies(blocking === 'fuzzy' ? people : []),
    pairs: () => candidatePairs(people, rulesFor(blocking)),
    doShare: () => true,
  }
}
