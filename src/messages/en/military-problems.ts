import type { MilitaryProblemCode } from '../../address/military/military-problem.js'
import type { Message } from '../../outcome/message.js'

/** What each problem of a US military address says in English (A-2 … A-8). */
export const enMilitaryProblems: Readonly<Record<MilitaryProblemCode, Message>> = {
  'military.name-missing': 'The name of the recipient is needed; a rank is not.',
  'military.name-not-specific': 'The post delivers to a named person or a post held, not to any member.',
  'military.city-not-military': 'The city must be APO, FPO or DPO.',
  'military.city-extra-text': 'The city must be APO, FPO or DPO and nothing more.',
  'military.city-nonstandard-spelling': 'Write the city as APO, FPO or DPO.',
  'military.state-missing': 'The state is needed: AA, AE or AP.',
  'military.state-not-military': 'The state must be Armed Forces Americas (AA), Europe (AE) or Pacific (AP).',
  'military.state-legacy-name': 'This older name of the region is ambiguous. Write AA, AE or AP.',
  'military.state-nonstandard-spelling': 'Write the state as AA, AE or AP.',
  'military.state-not-abbreviated': 'The label needs the two letters of the state: AA, AE or AP.',
  'military.country-missing': 'The country is needed: United States.',
  'military.country-not-us': 'The country must be United States.',
  'military.psc-missing': 'An APO address needs a PSC number.',
  'military.unit-missing': 'An FPO or DPO address needs a UNIT number.',
  'military.designator-missing': 'PSC, UNIT, CPR, OPC or UPR with a number is needed.',
  'military.designator-number-missing': 'The number after PSC, UNIT or the like is missing.',
  'military.designator-misspelled': 'PSC, UNIT or the like is misspelled.',
  'military.box-missing': 'The BOX number is needed.',
  'military.box-misspelled': 'BOX is misspelled.',
  'military.box-not-a-number': 'What stands after BOX is not a number.',
  'military.outside-address-field': 'All the numbers belong in the first line of the address.',
  'military.delivery-line-split': 'The two numbers belong on one line.',
  'military.delivery-line-format': 'Write the line as PSC or UNIT, its number, BOX, its number.',
  'military.delivery-line-extra-text': 'Nothing else may stand on the line with the numbers.',
  'military.delivery-line-not-last': 'The line with the numbers must be the last above the city.',
  'military.last-line-in-address':
    'The line with APO, FPO or DPO belongs in the fields for city, state and ZIP.',
  'military.foreign-place-in-address':
    'No foreign city or country may be named: the mail would leave the military post.',
  'military.zip-missing': 'The ZIP is needed.',
  'military.zip-malformed': 'The ZIP is five digits, or five and four with a hyphen.',
  'military.zip-not-military': 'This ZIP is not a military one: those begin with 09, 340, or 962 to 966.',
  'military.zip-state-mismatch': 'The ZIP belongs to another of AA, AE and AP.',
}
