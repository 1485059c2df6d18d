import { limits } from '../limits/limits.js'
import { foldText, isLongerThan } from '../value/text.js'
import type { Country, Province } from './country.js'
import { readState } from './military/state.js'

/** The province that people mean by its code or by its name in any language that is known; `null` if there is none. */
export function provinceOf(country: Country, typed: string): Province | null {
  const { code, provinces } = country
  if (isLongerThan(typed, limits.addressLine)) return null
  const wanted = foldText(typed.trim().normalize('NFKC'))
  const bare = wanted.startsWith(`${foldText(code)}-`) ? wanted.slice(code.length + 1) : wanted
  return (
    provinces.find((province) => foldText(province.code) === bare) ??
    provinces.find(({ names }) => Object.values(names).some((name) => foldText(name) === wanted)) ??
    militaryStateOf(country, typed)
  )
}

/** The states of the forces abroad by the names that shops give them: the data have their codes alone. */
function militaryStateOf({ code, provinces }: Country, typed: string): Province | null {
  if (code !== 'US') return null
  const { form, state } = readState(typed)
  return (form === 'name' && provinces.find((province) => province.code === state)) || null
}

/** The province's name for a reader: in the language asked for, else as an address in that script is written. */
export function provinceName({ names }: Province, language: string | null, isLatin: boolean): string {
  const own = language !== null && Object.hasOwn(names, language) ? names[language] : undefined
  return own ?? (isLatin ? names['latin'] : undefined) ?? names.default
}
