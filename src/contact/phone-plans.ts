import numbering from 'libphonenumber-js/max/metadata'
import type { CountryCode } from '../value/country.js'
import type { E164 } from './phone.js'

/** What tells a plain number of a calling code, by the country whose plan it is. */
interface Plan {
  readonly country: CountryCode
  readonly callingCode: string
  /** what a call abroad begins with: a national number that begins so is none */
  readonly abroad: RegExp
  /** what may stand before a number, and be no part of it */
  readonly prefix: RegExp | null
  /** how the country's numbers begin, where that tells them from those of others with the same calling code */
  readonly begins: RegExp | null
  readonly number: RegExp
  readonly kinds: readonly { readonly lengths: readonly number[]; readonly number: RegExp }[]
  /** of all numbers of the calling code, whatever the country */
  readonly lengths: ReadonlySet<number>
}

/** Digits, with what people put between them. */
const PLAIN = /^\+?[\d ().-]+$/

/** As most machines write numbers: nothing is between the digits. */
const DIGITS = /^\d+$/

/** Digits of the longest number; the patterns of the plans, which nobody here has written, see no more. */
const LONGEST = 20

/**
 * A plain number in E.164; `false` for what plainly is none: nothing before it may be a prefix, and no number of its calling code is so
 * long or so short; `null` for all that only libphonenumber can tell.
 */
type PlainReading = E164 | false | null

/**
 * Reads a number that is a plain one: of a kind that its plan knows, with nothing before it that may be a prefix. libphonenumber
 * says the same in ten times the time, and is asked only about what is not plain.
 */
export function readPlainNumber(typed: string, country: CountryCode | null): PlainReading {
  if (!PLAIN.test(typed)) return null
  const isInternational = typed.startsWith('+')
  const local = isInternational ? typed.slice(1) : typed
  const digits = DIGITS.test(local) ? local : local.replace(/\D+/g, '')
  if (digits.length > LONGEST) return null
  return isInternational ? international(digits) : national(digits, country)
}

function international(digits: string): PlainReading {
  const plan = planOf(digits.slice(0, 1)) ?? planOf(digits.slice(0, 2)) ?? planOf(digits.slice(0, 3))
  return plan === null ? null : readBy(plan, digits.slice(plan.callingCode.length))
}

function national(digits: string, country: CountryCode | null): PlainReading {
  const plan = country === null ? null : planOf(callingCodeOf(country))
  // in a country that shares its code with a greater one, numbers are not plain
  if (plan === null || plan.country !== country) return null
  return digits.startsWith(plan.callingCode) || plan.abroad.test(digits) ? null : readBy(plan, digits)
}

function readBy(plan: Plan, digits: string): PlainReading {
  const { callingCode, prefix, begins, number, kinds, lengths } = plan
  if (prefix?.test(digits) || begins?.test(digits) === false) return null
  if (number.test(digits) && isOfAKind(kinds, digits)) return `+${callingCode}${digits}`
  return lengths.has(digits.length) ? null : false
}

function isOfAKind(kinds: Plan['kinds'], digits: string): boolean {
  for (const { lengths, number } of kinds)
    if (lengths.includes(digits.length) && number.test(digits)) return true
  return false
}

const plans = new Map<string, Plan | null>()

/** Made when it is first asked for: there are two hundred plans with a dozen patterns each, and a shop needs few. */
function planOf(callingCode: string): Plan | null {
  const known = plans.get(callingCode)
  if (known !== undefined) return known
  const countries = ownValue(data.country_calling_codes, callingCode) as Countries | undefined
  const plan = countries === undefined || !isReadable(countries) ? null : toPlan(countries)
  plans.set(callingCode, plan)
  return plan
}

type KindData = readonly [number: string, lengths?: readonly number[]] | 0

/** A plan as libphonenumber keeps it: a list whose places have the names below. */
type PlanData = readonly unknown[]

/** The countries of a calling code; there is one at least. */
type Countries = readonly [CountryCode, ...CountryCode[]]

const data = numbering as {
  readonly version: number
  /** the first country is the one whose plan a number is read by, as long as nothing says otherwise */
  readonly country_calling_codes: { readonly [callingCode: string]: readonly CountryCode[] }
  readonly countries: { readonly [country: CountryCode]: PlanData }
}

/** Another version has other places; and without kinds a number is told in another way. */
function isReadable([country]: Countries): boolean {
  return data.version === 4 && Boolean((data.countries[country] as PlanData)[11])
}

function toPlan(countries: Countries): Plan {
  const [country] = countries
  const [callingCode, abroad, number, usual, , prefix, , prefixes, , , begins, kinds] = data.countries[
    country
  ] as PlanData
  const before = (prefixes || prefix) as string | 0 | undefined
  return {
    country,
    callingCode: callingCode as string,
    abroad: atStart(abroad as string),
    prefix: before ? atStart(before) : null,
    begins: begins ? atStart(begins as string) : null,
    number: whole(number as string),
    kinds: (kinds as readonly KindData[]).flatMap((kind) =>
      kind ? [{ lengths: kind[1] ?? (usual as readonly number[]), number: whole(kind[0]) }] : [],
    ),
    lengths: new Set(countries.flatMap(lengthsOf)),
  }
}

/** How long the numbers of a country may be, of whatever kind. */
function lengthsOf(country: CountryCode): readonly number[] {
  return (data.countries[country] as PlanData)[3] as readonly number[]
}

function atStart(planPattern: string): RegExp {
  return new RegExp(`^(?:${planPattern})`)
}

function whole(planPattern: string): RegExp {
  return new RegExp(`^(?:${planPattern})$`)
}

function callingCodeOf(country: CountryCode): string {
  return (ownValue(data.countries, country)?.[0] as string | undefined) ?? ''
}

function ownValue<T>(map: { readonly [key: string]: T }, key: string): T | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined
}
