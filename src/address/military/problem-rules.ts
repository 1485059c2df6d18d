import { deliveryRules } from './delivery-rules.js'
import { only } from './hints.js'
import type { MilitaryProblemRule } from './problem-rule.js'
import { isGeneralAddressee } from './recipient.js'

/** All rules about military mail, in the order in which people write an address. */
export const militaryProblemRules: readonly MilitaryProblemRule[] = [
  {
    code: 'military.name-missing',
    level: 'both',
    field: 'lastName',
    holds: ({ name }) => name === '',
    ask: 'name',
  },
  {
    code: 'military.name-not-specific',
    level: 'postal',
    field: 'lastName',
    holds: ({ name }) => isGeneralAddressee(name),
    ask: 'name',
  },
  ...deliveryRules,
  {
    code: 'military.city-not-military',
    level: 'both',
    field: 'city',
    holds: ({ city }) => !city.namesPostOffice,
    ask: ({ misplaced }) => (only(misplaced.offices) === null ? 'post-office' : null),
  },
  {
    code: 'military.city-extra-text',
    level: 'both',
    field: 'city',
    holds: ({ city }) => city.namesPostOffice && city.extraParts.length + city.rest.length > 0,
    ask: ({ city }) => (city.postOffice === null ? 'post-office' : null),
  },
  {
    code: 'military.city-nonstandard-spelling',
    level: 'both',
    field: 'city',
    holds: ({ city }) => city.spelling !== 'plain',
  },
  {
    code: 'military.state-missing',
    level: 'both',
    field: 'provinceCode',
    holds: ({ state }) => state.form === 'blank',
    ask: ({ zip, misplaced }) => ((zip.state ?? only(misplaced.states)) ? null : 'state'),
  },
  {
    code: 'military.state-not-military',
    level: 'both',
    field: 'provinceCode',
    holds: ({ state }) => state.form === 'other',
    ask: ({ zip, misplaced }) => ((zip.state ?? only(misplaced.states)) ? null : 'state'),
  },
  {
    code: 'military.state-legacy-name',
    level: 'both',
    field: 'provinceCode',
    holds: ({ state }) => state.form === 'legacy-name',
  },
  {
    code: 'military.state-nonstandard-spelling',
    level: 'both',
    field: 'provinceCode',
    holds: ({ state }) => state.form === 'spelling',
  },
  {
    code: 'military.state-not-abbreviated',
    level: 'postal',
    field: 'provinceCode',
    holds: ({ state }) => state.form === 'name',
  },
  {
    code: 'military.zip-missing',
    level: 'postal',
    field: 'zip',
    holds: ({ zip }) => zip.form === 'blank',
    ask: ({ misplaced }) => (only(misplaced.zips) === null ? 'zip' : null),
  },
  {
    code: 'military.zip-malformed',
    level: 'postal',
    field: 'zip',
    holds: ({ zip }) => zip.form === 'malformed' || zip.form === 'readable',
    ask: ({ zip }) => (zip.form === 'malformed' ? 'zip' : null),
  },
  {
    code: 'military.zip-not-military',
    level: 'postal',
    field: 'zip',
    holds: ({ zip }) => zip.zip !== null && zip.state === null,
    ask: 'zip',
  },
  {
    code: 'military.zip-state-mismatch',
    level: 'postal',
    field: 'zip',
    holds: ({ zip, state }) => zip.state !== null && state.state !== null && zip.state !== state.state,
    ask: 'zip',
  },
  {
    code: 'military.country-missing',
    level: 'merchant',
    field: 'countryCode',
    holds: ({ country }) => country === 'blank',
  },
  {
    code: 'military.country-not-us',
    level: 'both',
    field: 'countryCode',
    holds: ({ country }) => country === 'other',
  },
]
