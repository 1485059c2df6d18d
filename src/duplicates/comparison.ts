import { isLike, isSwap } from './likeness.js'
import {
  DIGITS,
  levelBefore,
  MISSING,
  WITH_CONTACTS,
  withLevel,
  type Level,
  type Pattern,
} from './pattern.js'
import type { Place, Traits } from './traits.js'

/** Compares two customers, attribute by attribute in the order of `attributeNames`. */
export function compareTraits(one: Traits, other: Traits): Pattern {
  const names = compareNames(one, other)
  const email = withLevel(names, compareEmails(one, other))
  const phone = withLevel(email, comparePhones(one.phones, other.phones))
  const birthDate = withLevel(phone, compareDates(one.birthDate, other.birthDate))
  const levels = birthDate * DIGITS ** 3 + comparePlaces(one.places, other.places)
  return hasContact(one) && hasContact(other) ? WITH_CONTACTS + levels : levels
}

function hasContact({ email, phones }: Traits): boolean {
  return email !== null || phones.length > 0
}

const CLOSE = 0.8
const ALIKE = 0.6

/** How alike two texts are, in steps. */
function compareText(one: string | null, other: string | null): Level {
  if (one === null || other === null) return MISSING
  if (one === other) return 3
  if (!isLike(one, other, ALIKE)) return 0
  return isLike(one, other, CLOSE) ? 2 : 1
}

/** What may follow a name in another's: the rest of a longer form, or the letter that makes of a man's name a woman's. */
const ENDING = /^(?:[ae]|.{2,})$/

/**
 * As texts; but neighbours that changed places are a slip of the hand however short the name is, and a name that another
 * begins with is only alike: an initial or a short form, or else `Daniel` and `Daniela`, who are two.
 */
function compareName(one: string | null, other: string | null): Level {
  const level = compareText(one, other)
  if (level === MISSING || level === 3) return level
  const [short, long] = bySize(one as string, other as string)
  if (isSwap(short, long)) return 2
  return long.startsWith(short) && ENDING.test(long.slice(short.length)) ? 1 : level
}

function bySize(one: string, other: string): readonly [string, string] {
  return one.length < other.length ? [one, other] : [other, one]
}

/** Both names, or both in the other's field: then at best close. */
function compareNames(one: Traits, other: Traits): Pattern {
  const firstName = compareName(one.firstName, other.firstName)
  const lastName = compareName(one.lastName, other.lastName)
  if (firstName > 1 || lastName > 1) return namePattern(firstName, lastName)
  const crossed = Math.min(
    compareText(one.firstName, other.lastName),
    compareText(one.lastName, other.firstName),
  )
  return crossed > 0 ? namePattern(2, 2) : namePattern(firstName, lastName)
}

function namePattern(firstName: Level, lastName: Level): Pattern {
  return withLevel(withLevel(0, firstName), lastName)
}

/** The same mailbox, as far as can be told from outside, or one mistyped. */
function compareEmails(one: Traits, other: Traits): Level {
  if (one.email === null || other.email === null) return MISSING
  if (one.email === other.email) return 3
  if (one.mailbox === other.mailbox) return 2
  return isLike(one.email, other.email, 0.9) ? 1 : 0
}

function comparePhones(some: readonly string[], others: readonly string[]): Level {
  if (some.length === 0 || others.length === 0) return MISSING
  for (const phone of some) if (others.includes(phone)) return 3
  return some.some((phone) => others.some((other) => isLike(phone, other, 0.9))) ? 2 : 0
}

/** One digit off, or day and month, or two digits, in the other's place. */
function compareDates(one: string | null, other: string | null): Level {
  if (one === null || other === null) return MISSING
  if (one === other) return 3
  const isTurned = one === other.slice(0, 4) + other.slice(6) + other.slice(4, 6)
  return isTurned || isLike(one, other, 0.87) ? 2 : 0
}

/** The pair of addresses that agrees best, because a customer who moved keeps the old one in the book; whoever is named first. */
function comparePlaces(some: readonly Place[], others: readonly Place[]): Pattern {
  let best = placePattern(MISSING, MISSING, MISSING)
  let most = Number.NEGATIVE_INFINITY
  for (const one of some)
    for (const other of others) {
      const pattern = comparePlace(one, other)
      const sum = levelBefore(pattern, 2) * 2 + levelBefore(pattern, 0)
      if (sum < most || (sum === most && pattern <= best)) continue
      best = pattern
      most = sum
    }
  return best
}

function comparePlace(one: Place, other: Place): Pattern {
  const street = compareText(one.street, other.street)
  const addressLine2 = compareText(one.line2, other.line2)
  const place = compareSettlement(one, other)
  if (street > 1) return placePattern(street, addressLine2, place)
  const crossed = Math.max(compareText(one.street, other.line2), compareText(one.line2, other.street))
  return crossed > 1 ? placePattern(2, 2, place) : placePattern(street, addressLine2, place)
}

function placePattern(street: Level, addressLine2: Level, place: Level): Pattern {
  return withLevel(withLevel(withLevel(0, street), addressLine2), place)
}

/** Postal code and city say nearly the same, so they count once: same code, nearly, or at least the same city. */
function compareSettlement(one: Place, other: Place): Level {
  const zip = compareText(one.zip, other.zip)
  const city = compareText(one.city, other.city)
  if (zip === 3) return 3
  if (city > 1 && zip > 0) return 2
  if (city > 1) return 1
  return zip === MISSING && city === MISSING ? MISSING : 0
}
