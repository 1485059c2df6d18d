import type { Place, Traits } from './traits.js'
import { soundOf } from './phonetic.js'

/** A row: customers who share any key of it are compared. */
interface BlockingRule {
  readonly keys: (traits: Traits) => readonly (string | null)[]
}

/**
 * By what duplicates are looked up, a row a kind of key. The keys of a row are stable: hosts store them, so a row whose keys
 * change gets a new name.
 */
export const blockingRules = {
  email: { keys: ({ email }) => [email] },
  mailbox: { keys: ({ mailbox }) => [mailbox] },
  phone: { keys: ({ phones }) => phones },
  /** first name, last name and postal code */
  'name-zip': {
    keys: (traits) => atPlaces(traits, ({ zip }) => join(traits.firstName, traits.lastName, zip)),
  },
  /** a birth date has 365 days and about 80 years: few share it in any base of a town's size */
  'birth-date': { keys: ({ birthDate }) => [birthDate] },
  /** both names as they sound, in any order, and the beginning of the city */
  'sound-city': {
    keys: (traits) => {
      if (traits.places.length === 0) return none
      const names = namesOf(traits)
      return atPlaces(traits, ({ city }) => join(names, beginning(city, 4)))
    },
  },
  /** one name as it sounds, and the postal code: first and last, because either may be spelt or given anew */
  'sound-zip': {
    keys: (traits) => {
      if (traits.places.length === 0) return none
      const [first, last] = [soundOrNull(traits.firstName), soundOrNull(traits.lastName)]
      return traits.places.flatMap(({ zip }) => [join(first, zip), join(last, zip)])
    },
  },
  /** the beginnings of both names and of the street */
  'name-street': {
    keys: (traits) =>
      atPlaces(traits, ({ street }) =>
        join(beginning(traits.firstName, 3), beginning(wordsOf(street), 4), numberOf(street)),
      ),
  },
  /** house number, the beginning of the street, and postal code or city */
  street: {
    keys: (traits) =>
      traits.places.flatMap(({ street, zip, city }) => {
        const house = join(numberOf(street), beginning(wordsOf(street), 4))
        return [join(house, zip), join(house, beginning(city, 3))]
      }),
  },
} as const satisfies { readonly [name: string]: BlockingRule }

/** How names sound takes longest to tell, and who has no address has no such key. */
const none: readonly never[] = []

/** A kind of key. */
export type BlockingRuleName = keyof typeof blockingRules

function atPlaces({ places }: Traits, key: (place: Place) => string | null): readonly (string | null)[] {
  return places.map(key)
}

/** Parts of a key; one that lacks a part is none. */
function join(one: string | null, two: string | null, three?: string | null): string | null {
  if (one === null || two === null || three === null) return null
  return three === undefined ? `${one}/${two}` : `${one}/${two}/${three}`
}

function soundOrNull(name: string | null): string | null {
  return name === null ? null : soundOf(name)
}

function namesOf({ firstName, lastName }: Traits): string | null {
  if (firstName === null || lastName === null) return null
  return [soundOf(firstName), soundOf(lastName)].toSorted().join('+')
}

function beginning(text: string | null, length: number): string | null {
  if (text === null) return null
  // half of a character is none, and no store keeps it
  return text.slice(0, length).replace(HALF_AT_END, '')
}

const HALF_AT_END = /[\ud800-\udbff]$/

const NUMBER = /\d+/
const WORDS = /[^\d]+/

/** The house number, in front as in English or behind as in most of Europe. */
function numberOf(street: string | null): string | null {
  return street === null ? null : (NUMBER.exec(street)?.[0] ?? null)
}

/** The street without its number. */
function wordsOf(street: string | null): string | null {
  return street === null ? null : (WORDS.exec(street)?.[0] ?? null)
}

/**
 * The rules that forgive nothing, as a base in memory is searched by them: customers who share a key of one are one person
 * unless something speaks against it. Whoever shares an email shares the mailbox.
 */
export const exactRules = ['mailbox', 'phone', 'name-zip'] as const satisfies readonly BlockingRuleName[]

/** An exact rule by which a base in memory is searched. */
export type ExactRuleName = (typeof exactRules)[number]

/** The rules by which a base in memory is searched: all, or only the exact ones. */
export function rulesFor(blocking: 'fuzzy' | 'exact'): readonly BlockingRuleName[] {
  if (blocking === 'exact') return exactRules
  return (Object.keys(blockingRules) as BlockingRuleName[]).filter((name) => name !== 'email')
}
