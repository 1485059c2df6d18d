import { isCountryCode } from '../../value/country.js'
import type { TextForm } from './catalog.js'

// Not only ISO 3166-2: platforms know longer regions, such as MX-TAMPS
const REGION = /^[A-Z]{2}-[A-Z0-9]{1,5}$/
const CITY = /^[A-Z]{2}-(?:[A-Z0-9]{1,5}-)?\S+$/

/** ISO 3166-1 alpha-2; of the codes in use that are none, the one that is met most is refused. */
export const countryForm: TextForm = {
  expected: ['US', 'DE'],
  read: (text) => (isCountryCode(text) && text !== 'UK' ? text : null),
  nearest: (text) => {
    const code = text.toUpperCase().replace(/^UK$/, 'GB')
    return isCountryCode(code) ? code : null
  },
}

/** Country and region; two letters alone are a state of the US (ours). */
export const regionForm: TextForm = {
  expected: ['US-NY', 'CA-ON'],
  read: readRegion,
  nearest: (text) => readRegion(text.toUpperCase()),
}

/** Country, region where one is meant, and the city without blanks. A city alone is refused: there are several of each. */
export const cityForm: TextForm = {
  expected: ['US-NY-NewYorkCity', 'DE-Berlin'],
  read: (text) => inForm(CITY, text),
  nearest: (text) => inForm(CITY, text.replace(/\s/g, '')),
}

function readRegion(text: string): string | null {
  return isCountryCode(text) ? `US-${text}` : inForm(REGION, text)
}

function inForm(form: RegExp, text: string): string | null {
  return form.test(text) ? text : null
}
