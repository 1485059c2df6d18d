import type { MilitaryProblemCode } from '../../../src/address/military/military-problem.js'
import type { Remedies } from './remedy.js'

/** What is wrong with an address as US military mail. Under the shipped policies all of them warn. */
export const militaryRemedies: Remedies<MilitaryProblemCode> = {
  'military.name-missing': {
    as: 'both',
    params: ['ask'],
    cause: 'The address names no person. Military mail is handed over by name.',
    remedy: 'Ask for first and last name; a rank is not needed.',
  },
  'military.name-not-specific': {
    as: 'both',
    params: ['ask'],
    cause: 'The recipient is “any soldier” or the like. The post no longer delivers such mail.',
    remedy: 'Ask for the name of a person, or for the post that they hold.',
  },
  'military.city-not-military': {
    as: 'both',
    params: ['ask'],
    cause: 'The city is none of APO, FPO and DPO, often the town where the base lies.',
    remedy:
      'Ask which of the three it is. `repairMilitaryAddress` takes it from the rest of the address where that tells.',
  },
  'military.city-extra-text': {
    as: 'both',
    params: ['ask'],
    cause: 'Beside APO, FPO or DPO something else stands in the city, such as the state or the ZIP.',
    remedy: '`repairMilitaryAddress` moves it to its field; what is left over a person must place.',
  },
  'military.city-nonstandard-spelling': {
    as: 'both',
    cause: 'The city is spelled in another way, such as `A.P.O.`',
    remedy: '`repairMilitaryAddress` writes it as the post wants it.',
  },
  'military.state-missing': {
    as: 'both',
    params: ['ask'],
    cause: 'No state is given. The three regions of the armed forces are the states AA, AE and AP.',
    remedy: 'The ZIP tells it: `repairMilitaryAddress` fills it in. Without a ZIP, ask.',
  },
  'military.state-not-military': {
    as: 'both',
    params: ['ask'],
    cause: 'The state is one of the mainland, or no state at all.',
    remedy: 'Ask for AA, AE or AP; where the ZIP tells it, `repairMilitaryAddress` proposes it.',
  },
  'military.state-legacy-name': {
    as: 'both',
    cause: 'The state is given by an older name that covered several of today’s regions.',
    remedy:
      '`repairMilitaryAddress` writes the letters of the region as it is today; show the customer what was written.',
  },
  'military.state-nonstandard-spelling': {
    as: 'both',
    cause: 'The state is meant rightly and spelled in another way.',
    remedy: '`repairMilitaryAddress` writes the two letters.',
  },
  'military.state-not-abbreviated': {
    as: 'both',
    cause: 'The state is written out. A shop’s form may say so; a label needs the two letters.',
    remedy: '`repairMilitaryAddress` writes the two letters.',
  },
  'military.country-missing': {
    as: 'both',
    cause:
      'No country is given. Military mail is domestic mail of the United States, wherever the base lies.',
    remedy: 'Set the country to `US`; `repairMilitaryAddress` does.',
  },
  'military.country-not-us': {
    as: 'both',
    cause:
      'The country is the one in which the base lies. The parcel would leave the military post and be taxed.',
    remedy: 'Set the country to `US`; show what it means, because duty and price may change.',
  },
  'military.psc-missing': {
    as: 'both',
    params: ['ask'],
    cause: 'The city is APO, and the address has no PSC with its number.',
    remedy: 'Ask for the PSC number.',
  },
  'military.unit-missing': {
    as: 'both',
    params: ['ask'],
    cause: 'The city is FPO or DPO, and the address has no UNIT with its number.',
    remedy: 'Ask for the UNIT number.',
  },
  'military.designator-missing': {
    as: 'both',
    params: ['ask'],
    cause: 'There is no PSC, UNIT or other designator by which the post office sorts.',
    remedy: 'Ask for the whole line with its numbers.',
  },
  'military.designator-number-missing': {
    as: 'both',
    params: ['ask'],
    cause: 'PSC, UNIT or the like stands there without its number.',
    remedy: 'Ask for the number.',
  },
  'military.designator-misspelled': {
    as: 'both',
    cause: 'PSC, UNIT or the like is spelled in another way.',
    remedy: '`repairMilitaryAddress` writes it as the post wants it.',
  },
  'military.box-missing': {
    as: 'both',
    params: ['ask'],
    cause: 'There is no BOX, without which the post office cannot tell whose it is.',
    remedy: 'Ask for the box number.',
  },
  'military.box-misspelled': {
    as: 'both',
    cause: 'BOX is spelled in another way.',
    remedy: '`repairMilitaryAddress` writes it as the post wants it.',
  },
  'military.box-not-a-number': {
    as: 'both',
    params: ['ask'],
    cause: 'What follows BOX is a word.',
    remedy: 'Ask for the box number.',
  },
  'military.outside-address-field': {
    as: 'both',
    cause: 'A number that belongs in the first line stands in the second, which shops and couriers may drop.',
    remedy: '`repairMilitaryAddress` joins them in the first line.',
  },
  'military.delivery-line-split': {
    as: 'both',
    cause: 'The designator stands on one line and the box on another.',
    remedy: '`repairMilitaryAddress` joins them.',
  },
  'military.delivery-line-format': {
    as: 'both',
    cause: 'The parts stand in another order, glued together, or with signs between them.',
    remedy: '`repairMilitaryAddress` writes the line as the post wants it.',
  },
  'military.delivery-line-extra-text': {
    as: 'both',
    params: ['ask'],
    cause: 'Something else stands on the line with the numbers, such as the name of a ship or a unit.',
    remedy: '`repairMilitaryAddress` moves a known unit to the company where that is free; else ask.',
  },
  'military.delivery-line-not-last': {
    as: 'both',
    cause: 'Another line stands between the numbers and the city.',
    remedy: 'Put it above; `repairMilitaryAddress` proposes how.',
  },
  'military.last-line-in-address': {
    as: 'both',
    cause: 'City, state or ZIP stand in an address line and not in their own fields.',
    remedy: '`repairMilitaryAddress` moves them to their fields.',
  },
  'military.foreign-place-in-address': {
    as: 'both',
    cause: 'A foreign city or country is named. Sorted by it, the parcel leaves the military post.',
    remedy: 'Take it out; the post office knows where the base lies.',
  },
  'military.zip-missing': {
    as: 'both',
    params: ['ask'],
    cause: 'No ZIP is given.',
    remedy: 'Ask for it, unless it stands in another field, from where `repairMilitaryAddress` takes it.',
  },
  'military.zip-malformed': {
    as: 'both',
    params: ['ask'],
    cause: 'The ZIP has too few or too many digits, or other signs.',
    remedy: 'Ask for it again; a missing hyphen or a stray blank `repairMilitaryAddress` mends.',
  },
  'military.zip-not-military': {
    as: 'both',
    params: ['ask'],
    cause: 'The ZIP belongs to a place in the country and to no military post office.',
    remedy: 'Ask for the ZIP of the post office.',
  },
  'military.zip-state-mismatch': {
    as: 'both',
    params: ['ask'],
    cause: 'The ZIP belongs to another region than the state says; one of the two is wrong.',
    remedy: 'Ask; mostly the ZIP is right and the state was picked in haste.',
  },
}
