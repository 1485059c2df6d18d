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
  readonly number: RegExp
  readonly kinds: readonly { readonly lengths: readonly number[]; readonly number: RegExp }[]
}

/** Digits, with what people put between them. */
const PLAIN = /^\+?[\d ().-]+$/

/** As most machines write numbers: nothing is between the digits. */
const DIGITS = /^\d+$/

/** Digits of the longest number; the patterns of the plans, which nobody here has written, see no more. */
const LONGEST = 20

/**
 * The number in E.164, where it is a plain one: of a kind that its plan knows, with nothing before it that may be a prefix.
 * libphonenumber says the same in ten times the time, and is asked only about what is not plain: then this says `null`.
 */
export function readPlainNumber(typed: string, country: CountryCode | null): E164 | null {
  if (!PLAIN.test(typed)) return null
  const isInternational = typed.startsWith('+')
  const local = isInternational ? typed.slice(1) : typed
  const digits = DIGITS.test(local) ? local : local.replace(/\D+/g, '')
  if (digits.length > LONGEST) return null
  return isInternational ? international(digits) : national(digits, country)
}

function international(digits: string): E164 | null {
  const plan = planOf(digits.slice(0, 1)) ?? planOf(digits.slice(0, 2)) ?? planOf(digits.slice(0, 3))
  return plan !== null && fits(plan, digits.slice(plan.callingCode.length)) ? `+${digits}` : null
}

function national(digits: string, country: CountryCode | null): E164 | null {
  const plan = country === null ? null : planOf(callingCodeOf(country))
  // in a country that shares its code with a greater one, numbers are not plain
  if (plan === null || plan.country !== country) return null
  const isPlain = !digits.startsWith(plan.callingCode) && !plan.abroad.test(digits) && fits(plan, digits)
  return isPlain ? `+${plan.callingCode}${digits}` : null
}

function fits({ prefix, number, kinds }: Plan, digits: string): boolean {
  return prefix?.test(digits) !== true && number.test(digits) && isOfAKind(kinds, digits)
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
  const [country] = ownValue(data.country_calling_codes, callingCode) ?? []
  const plan = country === undefined ? null : toPlan(country)
  plans.set(callingCode, plan)
  return plan
}

type KindData = readonly [number: string, lengths?: readonly number[]] | 0

/** A plan as libphonenumber keeps it: a list whose places have the names below. */
type PlanData = readonly unknown[]

const data = numbering as {
  readonly version: number
  /** the first country is the one whose plan a number is read by, as long as nothing says otherwise */
  readonly country_calling_codes: { readonly [callingCode: string]: readonly CountryCode[] }
  readonly countries: { readonly [country: CountryCode]: PlanData }
}

function toPlan(country: CountryCode): Plan | null {
  const [callingCode, abroad, number, lengths, , prefix, , prefixes, , , begins, kinds] = data.countries[
    country
  ] as PlanData
  // another version has other places; and how a number must begin is looked at by libphonenumber alone
  if (data.version !== 4 || begins || !kinds) return null
  const before = (prefixes || prefix) as string | 0 | undefined
  return {
    country,
    callingCode: callingCode as string,
    abroad: atStart(abroad as string),
    prefix: before ? atStart(before) : null,
    number: whole(number as string),
    kinds: (kinds as readonly KindData[]).flatMap((kind) =>
      kind ? [{ lengths: kind[1] ?? (lengths as readonly number[]), number: whole(kind[0]) }] : [],
    ),
  }
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
