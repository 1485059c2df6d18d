import { deepStrictEqual } from 'node:assert'
import { type CountryCode, getExampleNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import examples from 'libphonenumber-js/mobile/examples'
import { parsePhone } from 'clientele/phone'
import type { Field, Race } from './contest.js'

type Typed = readonly [text: string, country: CountryCode]

const countries = ['PL', 'NO', 'US', 'GB', 'DE', 'FR', 'IT', 'ES', 'JP', 'IN', 'BR', 'AU'] as const
const garbage = ['call me', '+999 601 234 567', '12', '+1 000 000 0000', '--']

/** Numbers of twelve countries, national and international in turn; every eighth is none. All are different. */
function numbers(count: number): readonly Typed[] {
  return Array.from({ length: count }, (_, index) => {
    const country = countries[index % countries.length] ?? 'PL'
    const example = getExampleNumber(country, examples)
    if (index % 8 === 7) return [`${garbage[index % garbage.length]} ${index}`, country]
    const text = (index % 24 < 12 ? example?.formatNational() : example?.formatInternational()) ?? ''
    return [`${text.slice(0, -4)}${String(index).padStart(4, '0')}`, country]
  })
}

/** libphonenumber-js as people call it. */
function plainly([text, country]: Typed): string | null {
  const parsed = parsePhoneNumberFromString(text, { defaultCountry: country, extract: false })
  return parsed?.isValid() ? parsed.number : null
}

function ours([text, country]: Typed): string | null {
  const outcome = parsePhone(text, country)
  return outcome.ok ? outcome.value : null
}

/** More than are remembered, and few. */
const many = numbers(9_000)
const few = many.slice(0, 500)

function race(list: readonly Typed[]): Race {
  return {
    size: `${list.length} numbers of ${countries.length} countries`,
    count: list.length,
    ways: {
      'libphonenumber-js/max': () => list.map(plainly),
      'parsePhone of clientele/phone': () => list.map(ours),
    },
    check: () => {
      deepStrictEqual(list.map(ours), list.map(plainly))
      deepStrictEqual(list.map(ours), list.map(plainly), 'the second time')
    },
  }
}

export const phones: Field = { races: { different: race(many), repeated: race(few) } }
