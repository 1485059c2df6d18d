import { describe, expect, it } from 'vitest'
import type { AddressInput } from '../../../src/address/address.js'
import {
  type MilitaryProblemCode,
  militaryAddressProblems,
} from '../../../src/address/military/military-address-problems.js'
import { codeOf, labelled } from './labelled-case.js'

const apo = {
  lastName: 'Doe',
  address1: 'PSC 802 BOX 74',
  city: 'APO',
  provinceCode: 'AE',
  zip: '09499',
  countryCode: 'US',
} as const satisfies AddressInput
const fpo = {
  ...apo,
  address1: 'UNIT 100100 BOX 4120',
  city: 'FPO',
  provinceCode: 'AP',
  zip: '96691',
} as const

type Level = 'merchant' | 'postal'
type Code = MilitaryProblemCode extends `military.${infer Rest}` ? Rest : never

/** `code`, or `code?ask`: a problem in a word. */
const found = (address: AddressInput, level: Level): string[] =>
  militaryAddressProblems(address, level).map(({ code, params }) =>
    [code.replace('military.', ''), ...(params ? [params.ask] : [])].join('?'),
  )

/** What changes in a right address, and the problems it then has: at both levels, or one list each. */
interface Row {
  readonly change: AddressInput
  readonly base?: AddressInput
  readonly merchant: readonly string[]
  readonly postal: readonly string[]
}
const both = (change: AddressInput, ...problems: string[]): Row => ({
  change,
  merchant: problems,
  postal: problems,
})
const merchant = (change: AddressInput, ...problems: string[]): Row => ({
  change,
  merchant: problems,
  postal: [],
})
const postal = (change: AddressInput, ...problems: string[]): Row => ({
  change,
  merchant: [],
  postal: problems,
})
const line = (address1: string, address2?: string): AddressInput => ({ address1, address2 })

function expectRow({ change, base = apo, ...expected }: Row): void {
  const address = { ...base, ...change }
  expect({
    merchant: found(address, 'merchant').toSorted(),
    postal: found(address, 'postal').toSorted(),
  }).toEqual({
    merchant: expected.merchant.toSorted(),
    postal: expected.postal.toSorted(),
  })
}

/** Addresses nearest to the rule and on its right side. */
const right: readonly AddressInput[] = [
  apo,
  fpo,
  { ...fpo, city: 'DPO' },
  { ...apo, firstName: 'Jo', lastName: '' },
  { ...apo, provinceCode: 'AA', zip: '34002' },
  { ...apo, city: 'apo', provinceCode: 'ae', countryCode: 'us' },
  { ...apo, city: ' APO, ', provinceCode: 'AE,', zip: ' #09499 ' },
  { ...apo, countryCode: 'U.S.A.' },
  { ...apo, countryCode: 'United States of America' },
  { ...apo, countryCode: 'the United States' },
  { ...apo, countryCode: 'United States (US)' },
  { ...apo, countryCode: 'U. S. A.' },
  { ...apo, ...line('PSC #802, BOX #74') },
  { ...apo, ...line('psc 802  box 74') },
  { ...apo, ...line('PSC 802 PO BOX 74') },
  ...['P.O. Box', 'P O BOX', 'POBOX', 'Post Office Box', 'POB'].map((box) => ({
    ...apo,
    ...line(`PSC 802 ${box} 74`),
  })),
  { ...apo, ...line('PSC 802 BOX 74a') },
  { ...apo, ...line('PSC 802 BOX R74') },
  { ...apo, ...line('PSC 0802 BOX 0000') },
  { ...apo, zip: '09499-0074' },
  { ...apo, zip: '09000' },
  { ...apo, zip: '09999' },
  { ...fpo, zip: '96299' },
  { ...fpo, zip: '96600' },
  { ...apo, lastName: 'Commanding Officer' },
  { ...apo, firstName: 'Any', lastName: 'Garcia' },
  { ...apo, firstName: 'David', lastName: 'Seaman' },
  { ...apo, firstName: 'Mia', lastName: 'Marine' },
  { ...apo, lastName: 'x'.repeat(1001) },
  { ...apo, firstName: 'Mia', lastName: 'Any Warrior' },
  { ...apo, firstName: 'To', lastName: 'Guardian' },
  { ...apo, company: 'London Office' },
  { ...apo, lastName: '李' },
  { ...apo, lastName: '3' },
  // what nobody sees
  { ...apo, city: 'APO\u200b', provinceCode: '\u200eAE', zip: '09499\u202c' },
  { ...apo, ...line('PSC\u200b802\u00ad BOX 74\u2060') },
]

const names: readonly Row[] = [
  ...[' ', '.', '-', '...', '\u200b'].map((lastName) => both({ lastName }, 'name-missing?name')),
  ...[
    'Any Soldier',
    'any service member',
    'To Any Airman',
    'Any U.S. Sailor',
    'Any Hero',
    'Any Seaman',
    'To Any Hero',
    'For Any Warrior',
    'For any coast guard member',
  ].map((lastName) => postal({ lastName }, 'name-not-specific?name')),
  ...['Soldier', 'Military Mail', 'Our Troops', 'Service Member'].map((lastName) =>
    postal({ lastName }, 'name-not-specific?name'),
  ),
  postal({ firstName: 'Any', lastName: 'Marine' }, 'name-not-specific?name'),
]

const cities: readonly Row[] = [
  both({ city: '' }, 'city-not-military?post-office'),
  // full width, as it is typed in Japan
  both({ city: 'ＡＰＯ' }, 'city-nonstandard-spelling'),
  both({ provinceCode: 'ＡＥ' }, 'state-nonstandard-spelling'),
  both(line('ＰＳＣ　８０２ BOX ７４'), 'designator-misspelled'),
  postal({ zip: '０９４９９' }, 'zip-malformed'),
  both({ city: 'Ramstein' }, 'city-not-military?post-office'),
  both({ city: 'MPO' }, 'city-not-military?post-office'),
  ...[
    'APO AE',
    'APO, AE 09499',
    'APO AE Germany',
    'APO Yokota',
    'APO - Yokota',
    'APOAE',
    'APO/AE',
    'Ramstein AB, APO',
    'APO USA',
    'APO APO',
  ].map((city) => both({ city }, 'city-extra-text')),
  both({ city: 'APO/FPO' }, 'city-extra-text?post-office'),
  ...['A.P.O.', 'A P O', 'APO.', 'AP0', 'AOP', 'Army Post Office', 'Army/Air Force Post Office', 'APO -'].map(
    (city) => both({ city }, 'city-nonstandard-spelling'),
  ),
  ...[
    'Army Postal Office',
    'Air Post Office',
    'Air Force Post Office',
    'Army/Air Post Office',
    'Air/Army Post Office',
    'Army and Air Force Post Office',
  ].map((city) => both({ city }, 'city-nonstandard-spelling')),
  ...['Fleet Post Office', 'Fleet Postal Office', 'Diplomatic Post Office', 'Diplomatic Postal Office'].map(
    (city) => ({ base: fpo, ...both({ city }, 'city-nonstandard-spelling') }),
  ),
  // the address itself says which
  {
    change: { city: 'Ramstein', ...line('PSC 802 BOX 74', 'APO AE 09499') },
    merchant: ['city-not-military'],
    postal: ['city-not-military', 'last-line-in-address'],
  },
  both({ city: 'A.P.O. AE' }, 'city-nonstandard-spelling', 'city-extra-text'),
  both({ city: 'AP0 AE' }, 'city-nonstandard-spelling', 'city-extra-text'),
  both({ city: 'AP0 Ramstein' }, 'city-not-military?post-office'),
]

const states: readonly Row[] = [
  both({ provinceCode: '' }, 'state-missing'),
  both({ provinceCode: 'NY' }, 'state-not-military'),
  ...[
    'Armed Forces',
    'Armed Europe',
    'Forces Europe',
    'Armed Forces Museum Europe',
    'Europe',
    // of another state, or no region's name alone
    'AE Pacific',
    'AE - Europe HQ',
    `Armed Forces ${'of the '.repeat(12)}Europe`,
  ].map((provinceCode) => both({ provinceCode }, 'state-not-military')),
  both({ provinceCode: 'AE AP' }, 'state-not-military'),
  both({ provinceCode: 'AB C' }, 'state-not-military'),
  ...[
    'A.E.',
    'A E',
    'A-E',
    'AE.',
    'US-AE',
    'AE 09499',
    'APO AE',
    '(AE)',
    'AE Europe',
    'AE - Europe',
    'AE (Europe)',
    'Europe (AE)',
    'AE Africa',
  ].map((provinceCode) => both({ provinceCode }, 'state-nonstandard-spelling')),
  ...[
    'Armed Forces Africa',
    'Armed Forces Canada',
    'armed forces middle east',
    'Armed Forces Middle East (AE)',
  ].map((provinceCode) => both({ provinceCode }, 'state-legacy-name')),
  ...[
    'Armed Forces Europe',
    'Armed Forces of Europe',
    'ARMED FORCES (AE)',
    'U.S. Armed Forces – Europe',
    'AE - Armed Forces Europe',
    'Armed Force Europe',
    'Armed Forces Europe, the Middle East, and Canada',
  ].map((provinceCode) => postal({ provinceCode }, 'state-not-abbreviated')),
  ...[
    'Armed Forces Americas',
    'Armed Forces America',
    'Armed Forces of the Americas',
    'Armed Forces Americas (except Canada)',
    'Armed Forces (AA)',
  ].map((provinceCode) => postal({ provinceCode, zip: '34002' }, 'state-not-abbreviated')),
  ...['Armed Forces Pacific', 'Armed Forces the Pacific', 'Armed Forces (AP)'].map((provinceCode) =>
    postal({ provinceCode, zip: '96278' }, 'state-not-abbreviated'),
  ),
  {
    change: { provinceCode: '', zip: '12345' },
    merchant: ['state-missing?state'],
    postal: ['state-missing?state', 'zip-not-military?zip'],
  },
  {
    change: { provinceCode: 'NY', zip: '' },
    merchant: ['state-not-military?state'],
    postal: ['state-not-military?state', 'zip-missing?zip'],
  },
  {
    change: { provinceCode: 'AE Dorf', zip: '' },
    merchant: ['state-not-military?state'],
    postal: ['state-not-military?state', 'zip-missing?zip'],
  },
  {
    change: { city: 'APO AE', provinceCode: '', zip: '' },
    merchant: ['city-extra-text', 'state-missing'],
    postal: ['city-extra-text', 'state-missing', 'zip-missing?zip'],
  },
]

const zips: readonly Row[] = [
  postal({ zip: '' }, 'zip-missing?zip'),
  {
    change: { zip: '', city: 'APO 09499' },
    merchant: ['city-extra-text'],
    postal: ['city-extra-text', 'zip-missing'],
  },
  ...['094990074', '09499 0074', '09499–0074', '09499 -0074', '09499-', 'AE 09499', 'ZIP 09499'].map((zip) =>
    postal({ zip }, 'zip-malformed'),
  ),
  ...['9499', '009499', '09499-007', 'O9499', '0949', 'none', '09 499'].map((zip) =>
    postal({ zip }, 'zip-malformed?zip'),
  ),
  ...['08999', '10000', '33999', '34100', '96199', '96700', '00000'].map((zip) =>
    postal({ zip }, 'zip-not-military?zip'),
  ),
  postal({ zip: '123450000' }, 'zip-malformed', 'zip-not-military?zip'),
  postal({ zip: '34002' }, 'zip-state-mismatch?zip'),
  postal({ zip: '96278' }, 'zip-state-mismatch?zip'),
  postal({ provinceCode: 'Armed Forces Pacific' }, 'state-not-abbreviated', 'zip-state-mismatch?zip'),
]

const countries: readonly Row[] = [
  merchant({ countryCode: '' }, 'country-missing'),
  both({ countryCode: 'Germany' }, 'country-not-us'),
  both({ countryCode: 'AE' }, 'country-not-us'),
  both({ countryCode: '-' }, 'country-not-us'),
]

describe('the rules A-2, A-5, A-6, A-7 and those of the postal service', () => {
  it.each(right.map((address) => ({ address })))('find nothing wrong with $address', ({ address }) => {
    expect([...found(address, 'merchant'), ...found(address, 'postal')]).toEqual([])
  })

  it.each([...names, ...cities, ...states, ...zips, ...countries])('judge $change', expectRow)
})

const designators: readonly Row[] = [
  {
    change: line(''),
    merchant: ['psc-missing?psc-number', 'box-missing?box-number'],
    postal: ['designator-missing?delivery-line'],
  },
  {
    change: line('BOX 74'),
    merchant: ['psc-missing?psc-number'],
    postal: ['designator-missing?delivery-line'],
  },
  {
    change: line('PO BOX 74'),
    merchant: ['psc-missing?psc-number', 'box-missing?box-number'],
    postal: ['designator-missing?delivery-line'],
  },
  {
    base: fpo,
    change: line('Marine Expeditionary Unit'),
    merchant: ['unit-missing?unit-number', 'box-missing?box-number'],
    postal: ['designator-missing?delivery-line'],
  },
  {
    base: { ...fpo, city: 'DPO' },
    change: line('FOO 3 BOX 4'),
    merchant: ['unit-missing?unit-number'],
    postal: ['designator-missing?delivery-line'],
  },
  ...['UNIT', 'CMR', 'CPR', 'OPC', 'OMC', 'UPR', 'UMR'].map((type) =>
    merchant(line(`${type} 2050 BOX 4`), 'psc-missing?psc-number'),
  ),
  ...['PSC', 'CMR', 'CPR', 'OPC', 'OMC', 'UPR', 'UMR'].map((type) => ({
    base: fpo,
    ...merchant(line(`${type} 2050 BOX 4`), 'unit-missing?unit-number'),
  })),
  postal(line('UNIT 5 PSC 802 BOX 74'), 'delivery-line-extra-text?delivery-line'),
  ...['PSC BOX 74', 'PSC # BOX 74', 'PSC, BOX 74', 'PSC No. BOX 74'].map((typed) =>
    both(line(typed), 'designator-number-missing?psc-number'),
  ),
  both(line('UNIT BOX 74'), 'designator-number-missing?unit-number'),
  both(line('CMR BOX 74'), 'designator-number-missing?delivery-line'),
  both(line('PSC'), 'designator-number-missing?psc-number', 'box-missing?box-number'),
  {
    change: line('UNIT 2nd PLT BOX 74'),
    merchant: ['designator-number-missing?unit-number'],
    postal: ['designator-number-missing?unit-number', 'delivery-line-extra-text'],
  },
  // a letter among the digits: neither 8 nor 802
  ...['PSC 8O2 BOX 74', 'PSC 802XY BOX 74', 'PSC8O2 BOX 74'].map((typed) => ({
    change: line(typed),
    merchant: ['designator-number-missing?psc-number'],
    postal: ['designator-number-missing?psc-number', 'delivery-line-extra-text?delivery-line'],
  })),
  ...['PSC 802A BOX 74', 'PSC 802 XY BOX 74'].map((typed) =>
    postal(line(typed), 'delivery-line-extra-text?delivery-line'),
  ),
  postal(line('PSC 802A-BOX 74'), 'delivery-line-format', 'delivery-line-extra-text?delivery-line'),
  {
    change: line('PSC802BX 74'),
    merchant: ['box-misspelled'],
    postal: ['box-misspelled', 'delivery-line-format'],
  },
  ...[
    'P.S.C. 802 BOX 74',
    'PSC. 802 BOX 74',
    'P S C 802 BOX 74',
    'PCS 802 BOX 74',
    'SPC 802 BOX 74',
    'P5C 802 BOX 74',
  ].map((typed) => both(line(typed), 'designator-misspelled')),
  ...[
    'Postal Service Center',
    'Postal Services Center',
    'Postal Service Centre',
    'Postal Service Ctr',
    'Consolidated Postal Room',
    'Consolidated Mail Room',
    'Consolidated Mailroom',
    'Community Mail Room',
    'Community Mailroom',
    'Official Postal Center',
    'Official Postal Centre',
    'Official Mail Center',
    'Official Mail Centre',
    'Unit Postal Room',
    'Unit Mail Room',
    'Unit Mailroom',
  ].map((name) => both(line(`${name} 802 BOX 74`), 'designator-misspelled')),
  ...['UNT', 'UNI', 'UIT', 'Units', 'UN1T', 'UNNIT', 'UINT'].map((unit) => ({
    base: fpo,
    change: line(`${unit} 2050`),
    merchant: ['designator-misspelled', 'box-missing?box-number'],
    postal: ['designator-misspelled'],
  })),
  both(line('CRM 802 BOX 74'), 'designator-misspelled'),
  // any slip that can mean one designator only, before a number and a box
  both(line('PSK 802 BOX 74'), 'designator-misspelled'),
  both(line('PXSC 802 BOX 74'), 'designator-misspelled'),
  { base: fpo, ...both(line('UNUT 2050 BOX 4'), 'designator-misspelled') },
  both(line('PSK 802 BOC 74'), 'designator-misspelled', 'box-misspelled'),
  ...['CXR 802 BOX 74', 'SC 802 BOX 74', 'PXX 802 BOX 74', 'PSK - BOX 74'].map((typed) => ({
    change: line(typed),
    merchant: ['psc-missing?psc-number'],
    postal: ['designator-missing?delivery-line'],
  })),
  ...['PSK 802', 'PSK 802 B CO', 'PSK 802 FLAT 5', 'PCS B 5', 'Smith PSC Office'].map((typed) => ({
    change: line(typed),
    merchant: ['psc-missing?psc-number', 'box-missing?box-number'],
    postal: ['designator-missing?delivery-line'],
  })),
  // the one with a number counts
  merchant(line('PSC', 'PSC 802 BOX 74'), 'outside-address-field'),
  { base: fpo, ...both(line('UNTI 2050 BOX 4'), 'designator-misspelled') },
  { base: fpo, ...both(line('UN1T 2050 BOX 4'), 'designator-misspelled') },
  both(line('PCS BOX 74'), 'designator-number-missing?psc-number', 'designator-misspelled'),
  {
    change: line('PCS SMITH BOX 74'),
    merchant: ['psc-missing?psc-number'],
    postal: ['designator-missing?delivery-line'],
  },
  {
    change: line('BOX 74 PSC'),
    merchant: ['designator-number-missing?psc-number'],
    postal: ['designator-number-missing?psc-number', 'delivery-line-format'],
  },
  {
    change: line('BOX 74, UNIT'),
    merchant: ['designator-number-missing?unit-number'],
    postal: ['designator-number-missing?unit-number', 'delivery-line-format'],
  },
  postal(line('SPC 4 PSC 802 BOX 74'), 'delivery-line-extra-text?delivery-line'),
]

const boxes: readonly Row[] = [
  both(line('PSC 802'), 'box-missing?box-number'),
  both(line('PSC 802 BOX'), 'box-missing?box-number'),
  both(line('PSC 802 PO BOX'), 'box-missing?box-number'),
  {
    change: line('CMR 802'),
    merchant: ['psc-missing?psc-number', 'box-missing?box-number'],
    postal: ['box-missing?box-number'],
  },
  {
    change: line('CPR 802'),
    merchant: ['psc-missing?psc-number', 'box-missing?box-number'],
    postal: ['box-missing?box-number'],
  },
  ...['UNIT', 'OPC', 'OMC', 'UPR', 'UMR'].map((type) =>
    merchant(line(`${type} 802`), 'psc-missing?psc-number', 'box-missing?box-number'),
  ),
  { base: fpo, ...both(line('UNIT 802 BOX'), 'box-missing?box-number') },
  {
    change: line('PSC 802 BOX, Bldg'),
    merchant: ['box-missing?box-number'],
    postal: ['box-missing?box-number', 'delivery-line-extra-text?delivery-line'],
  },
  both(line('BOX PSC 802'), 'box-missing?box-number'),
  {
    change: line('PSC 802 BOX APO AE'),
    merchant: ['box-missing?box-number'],
    postal: ['box-missing?box-number', 'last-line-in-address'],
  },
  ...[
    'Bx 74',
    'BX. 74',
    'BOX. 74',
    'B.O.X. 74',
    'B0X 74',
    'BXO 74',
    'B 74',
    'BOC 74',
    'VOX 74',
    'OX 74',
    'Mailbox 74',
    'Mail Box 74',
  ].map((box) => both(line(`PSC 802 ${box}`), 'box-misspelled')),
  both(line('PSC 802 BOX.'), 'box-missing?box-number', 'box-misspelled'),
  ...['TBD', 'G.D.', 'General Delivery', 'N/A', '12-34', '74AB', '12B34', 'A74', 'R', '74/A', '2nd'].map(
    (box) => both(line(`PSC 802 BOX ${box}`), 'box-not-a-number?box-number'),
  ),
  {
    change: line('PSC 802 BX TBD'),
    merchant: ['box-missing?box-number'],
    postal: ['box-missing?box-number', 'delivery-line-extra-text?delivery-line'],
  },
  {
    change: line('PSC 802 BOX TBD 5'),
    merchant: ['box-not-a-number?box-number'],
    postal: ['box-not-a-number?box-number', 'delivery-line-extra-text?delivery-line'],
  },
  // the one with a number counts, and the one that is no guess
  postal(line('PSC 802 BOX TBD BOX 74'), 'delivery-line-extra-text?delivery-line'),
  postal(line('PSC 802 B 5 BOX 74'), 'delivery-line-extra-text?delivery-line'),
  // a room, whatever its number
  {
    change: line('PSC 802 RM 5'),
    merchant: ['box-missing?box-number'],
    postal: ['box-missing?box-number', 'delivery-line-extra-text?delivery-line'],
  },
]

const forms: readonly Row[] = [
  merchant(line('', 'PSC 802 BOX 74'), 'outside-address-field'),
  merchant(line('USS Nimitz', 'PSC 802 BOX 74'), 'outside-address-field'),
  { change: line('PSC 802', 'BOX 74'), merchant: ['outside-address-field'], postal: ['delivery-line-split'] },
  { change: line('BOX 74', 'PSC 802'), merchant: ['outside-address-field'], postal: ['delivery-line-split'] },
  {
    change: line('BOX 74', 'HHC, PSC 802'),
    merchant: ['outside-address-field'],
    postal: ['delivery-line-split', 'delivery-line-extra-text'],
  },
  {
    change: line('CMR 802', 'BOX 74'),
    merchant: ['psc-missing?psc-number', 'outside-address-field'],
    postal: ['delivery-line-split'],
  },
  {
    change: line('BOX 74', 'CMR 802'),
    merchant: ['psc-missing?psc-number'],
    postal: ['delivery-line-split'],
  },
  {
    change: { city: '', ...line('BOX 74', 'PSC 802') },
    merchant: ['city-not-military?post-office'],
    postal: ['city-not-military?post-office', 'delivery-line-split'],
  },
  {
    change: line('BOX 74', 'PSC'),
    merchant: ['designator-number-missing?psc-number'],
    postal: ['designator-number-missing?psc-number', 'delivery-line-split'],
  },
  {
    change: line('PSC 802', 'BOX TBD'),
    merchant: ['box-not-a-number?box-number'],
    postal: ['box-not-a-number?box-number', 'delivery-line-split'],
  },
  ...[
    'BOX 74, PSC 802',
    'PSC802 BOX 74',
    'PSC 802BOX 74',
    'PSC 802 BOX74',
    'PSC802BOX74',
    'psc802box74a',
    'PSC 802-BOX 74',
    'PSC 802 - BOX 74',
    'PSC: 802 BOX 74',
    'PSC 802 BOX: 74',
    'PSC No. 802 BOX 74',
    'PSC Nr. 802 BOX 74',
    'PSC Num 802 BOX 74',
    'PSC Nbr 802 BOX 74',
    'PSC nº 802 BOX Nº74',
    'PSC 802 Box Number 74',
    'PSC 802 (BOX 74)',
    'PSC 802 BOX 74.',
    'PSC 802 BOX R 74',
  ].map((typed) => postal(line(typed), 'delivery-line-format')),
  ...[
    'PSC 802 BOX 74 EXTRA',
    'PSC 802 EXTRA BOX 74',
    'Robert Smith PSC 802 BOX 74',
    'PSC 802 BOX 74 Bldg 5',
    'PSC 802 BOX 74, USS Nimitz, EXTRA',
    'PSC 802 BOX 74 B',
  ].map((typed) => postal(line(typed), 'delivery-line-extra-text?delivery-line')),
  ...[
    'PSC 802 BOX 74 Ramstein AB',
    'USS Nimitz PSC 802 BOX 74',
    'HHC, PSC 802 BOX 74',
    'Doe PSC 802 BOX 74',
    'PSC 802 BOX 74 PSC 802',
  ].map((typed) => postal(line(typed), 'delivery-line-extra-text')),
  {
    change: line('PSC 802', 'BOX 74 EXTRA'),
    merchant: ['outside-address-field'],
    postal: ['delivery-line-split', 'delivery-line-extra-text?delivery-line'],
  },
  ...[
    'B CO 1-23 IN',
    'Bldg 5',
    'Ramstein AB',
    'PSC 9',
    '123 Main',
    // neither a post office nor a state before a ZIP
    'AOP',
    'AP Hansen',
    'Hansen AP',
    // units of such a name
    'HQ Armed Forces Europe',
    'Armed Forces Europe HQ',
    'Bldg 5, -',
  ].map((second) => postal(line('PSC 802 BOX 74', second), 'delivery-line-not-last')),
  // nothing is last where there is no delivery line
  {
    change: line('Main St', 'Bldg 5'),
    merchant: ['psc-missing?psc-number', 'box-missing?box-number'],
    postal: ['designator-missing?delivery-line'],
  },
  ...[
    'APO AE 09499',
    'APO',
    'A.P.O., AE',
    'AE 09499',
    'AE09499',
    'APOAE09499',
    'APO Armed Forces Europe',
    'Armed Forces Europe',
    'US Armed Forces – Europe',
    'USA',
  ].map((second) => postal(line('PSC 802 BOX 74', second), 'last-line-in-address')),
  ...['APO AE 09499-0074', 'Armed Forces Europe', 'Armed Forces Europe, USA'].flatMap((last) => [
    postal(line(`PSC 802 BOX 74, ${last}`), 'last-line-in-address'),
    postal(line(`PSC 802 BOX 74 ${last}`), 'last-line-in-address'),
  ]),
  postal(line('PSC 802 BOX 74 Armed Forces Europe, HHC'), 'last-line-in-address', 'delivery-line-extra-text'),
  postal(line('PSC 802 BOX 74 HHC, Armed Forces Europe'), 'last-line-in-address', 'delivery-line-extra-text'),
  // `B` is a box only behind a designator
  {
    change: line('PSC 802', 'APO B 5'),
    merchant: ['box-missing?box-number'],
    postal: ['box-missing?box-number', 'delivery-line-not-last', 'last-line-in-address'],
  },
  {
    change: line('APO AE 09499'),
    merchant: ['psc-missing?psc-number', 'box-missing?box-number'],
    postal: ['designator-missing?delivery-line', 'last-line-in-address'],
  },
]

const places: readonly Row[] = [
  ...[
    'Germany',
    'London, UK',
    'London UK',
    'Ramstein AB, Germany',
    'Yokota Air Base Japan',
    'Miesau, Germany',
    'Seoul',
    'Republic of Korea',
    'New Zealand',
    'Buenos Aires',
    'Afghanistan',
    'Bahrain',
    'The Bahamas',
    'Zimbabwe',
    'Ashgabat',
    'Antalya',
    'Zurich',
    'Miesau Germany',
    'Neu Ulm Nord Germany',
    'Neu Ulm Nord, Germany',
    'Eskan Village Saudi Arabia',
    'Grafenwöhr',
    'Grafenwohr',
    'Bogota\u0301',
    'México',
    'Côte d’Ivoire',
    'Bosnia & Herzegovina',
    'Guinea-Bissau',
    'St. Lucia',
    'Democratic Republic of the Congo',
  ].flatMap((place) => [
    postal(line('PSC 802 BOX 74', place), 'foreign-place-in-address'),
    postal(line(`PSC 802 BOX 74, ${place}`), 'foreign-place-in-address'),
  ]),
  {
    change: line('Germany', 'PSC 802 BOX 74'),
    merchant: ['outside-address-field'],
    postal: ['foreign-place-in-address'],
  },
  ...[
    'US Forces Korea HQ, Korea',
    'HHC Korea',
    'USS Nimitz, Yokosuka',
    'USS Nimitz Japan',
    'Somewhere in the woods, Germany',
  ].map((place) =>
    postal(line('PSC 802 BOX 74', place), 'delivery-line-not-last', 'foreign-place-in-address'),
  ),
  postal(line('PSC 802 BOX 74', '66877 Ramstein, Germany'), 'foreign-place-in-address'),
  postal(
    line('PSC 802 BOX 74', 'Miesau Germany APO AE 09499'),
    'foreign-place-in-address',
    'last-line-in-address',
  ),
  postal(
    line('PSC 802 BOX 74', '10115 Berlin, Germany'),
    'delivery-line-not-last',
    'foreign-place-in-address',
  ),
  postal(
    line('PSC 802 BOX 74', 'In the fields behind the village of Miesau Germany'),
    'delivery-line-not-last',
    'foreign-place-in-address',
  ),
  postal(line('Germany, PSC 802 BOX 74'), 'foreign-place-in-address'),
  postal(line('SGT JOHN ENGLAND PSC 802 BOX 74'), 'delivery-line-extra-text?delivery-line'),
  ...['USS Tripoli', 'MV Iceland', 'x'.repeat(1001)].map((second) =>
    postal(line('PSC 802 BOX 74', second), 'delivery-line-not-last'),
  ),
  postal(line('PSC 802 BOX 74', 'Jack London'), 'delivery-line-not-last'),
  postal(line('PSC 802 BOX 74', 'Lakenheath'), 'delivery-line-not-last'),
]

describe('the rules A-3 and A-4, and those of the postal service, about the delivery line', () => {
  it.each(designators)('find the designator of $change', expectRow)
  it.each(boxes)('find the box of $change', expectRow)
  it.each(forms)('judge the form of $change', expectRow)
  it.each(places)('find foreign places in $change', expectRow)
})

describe('a problem', () => {
  const paths: readonly (readonly [field: string, change: AddressInput, ...codes: Code[]])[] = [
    ['lastName', { lastName: '' }, 'name-missing'],
    ['lastName', { lastName: 'Any Soldier' }, 'name-not-specific'],
    ['address1', line('Main', 'PSC'), 'designator-number-missing'],
    ['address1', line(''), 'psc-missing', 'box-missing', 'designator-missing'],
    ['address1', { city: 'FPO', ...line('') }, 'unit-missing', 'box-missing'],
    ['address1', line('', 'CMR 802'), 'box-missing'],
    ['address1', line('', 'P.S.C. 802 BX 74'), 'designator-misspelled', 'box-misspelled'],
    ['address1', line('', 'PSC 802 BOX TBD'), 'box-not-a-number', 'outside-address-field'],
    ['address1', line('PSC 802', 'BOX 74'), 'delivery-line-split'],
    ['address1', line('', 'PSC802BOX74 EXTRA'), 'delivery-line-format', 'delivery-line-extra-text'],
    ['address1', line('PSC 802 BOX 74', 'Bldg 5'), 'delivery-line-not-last'],
    ['address1', line('APO AE', 'PSC 802 BOX 74'), 'last-line-in-address'],
    ['address1', line('PSC 802 BOX 74 APO', 'AE 09499'), 'last-line-in-address'],
    ['address2', line('PSC 802 BOX 74', 'APO AE'), 'last-line-in-address'],
    ['address1', line('Germany', 'PSC 802 BOX 74'), 'foreign-place-in-address'],
    ['address2', line('PSC 802 BOX 74', 'Germany'), 'foreign-place-in-address'],
    ['address2', line('PSC 802 BOX 74 EXTRA', 'Germany'), 'foreign-place-in-address'],
    ['city', { city: 'Ramstein' }, 'city-not-military'],
    ['city', { city: 'A.P.O. AE' }, 'city-extra-text', 'city-nonstandard-spelling'],
    ['provinceCode', { provinceCode: '' }, 'state-missing'],
    ['provinceCode', { provinceCode: 'NY' }, 'state-not-military'],
    ['provinceCode', { provinceCode: 'Armed Forces Africa' }, 'state-legacy-name'],
    ['provinceCode', { provinceCode: 'A.E.' }, 'state-nonstandard-spelling'],
    ['provinceCode', { provinceCode: 'Armed Forces Europe' }, 'state-not-abbreviated'],
    ['zip', { zip: '' }, 'zip-missing'],
    ['zip', { zip: '123450000' }, 'zip-malformed', 'zip-not-military'],
    ['zip', { zip: '34002' }, 'zip-state-mismatch'],
    ['countryCode', { countryCode: '' }, 'country-missing'],
    ['countryCode', { countryCode: 'DE' }, 'country-not-us'],
  ]

  const rows = paths.map(([field, change, ...codes]) => ({ field, change, codes }))

  it.each(rows)('points at $field: $change', ({ field, change, codes }) => {
    const address = { ...apo, ...change }
    const problems = [
      ...militaryAddressProblems(address, 'merchant'),
      ...militaryAddressProblems(address, 'postal'),
    ]
    for (const code of codes) {
      const fields = problems.filter((problem) => problem.code === `military.${code}`).map(({ path }) => path)
      expect(fields.length).toBeGreaterThan(0)
      expect(new Set(fields.flat())).toEqual(new Set([field]))
    }
  })

  it('exists for every code of the examples, and is shown by a test', () => {
    const tested = [
      ...names,
      ...cities,
      ...states,
      ...zips,
      ...countries,
      ...designators,
      ...boxes,
      ...forms,
      ...places,
    ]
    const shown = tested
      .flatMap((row) => [...row.merchant, ...row.postal])
      .map((word) => `military.${word.split('?')[0]}`)
    expect([...new Set(shown)].toSorted()).toEqual(
      Object.keys(labelled.about.problem_codes).map(codeOf).toSorted(),
    )
  })

  it('holds no text of the address', () => {
    const typed = Object.fromEntries(Object.keys(apo).map((name) => [name, `canary ${name}`]))
    expect(JSON.stringify(militaryAddressProblems(typed, 'postal'))).not.toContain('canary')
  })
})

describe('an address of which nothing is known', () => {
  it('lacks everything that the merchant wants', () => {
    expect(found({}, 'merchant')).toEqual([
      'name-missing?name',
      'box-missing?box-number',
      'city-not-military?post-office',
      'state-missing?state',
      'country-missing',
    ])
  })

  it('lacks everything that the postal service wants', () => {
    expect(found({}, 'postal')).toEqual([
      'name-missing?name',
      'designator-missing?delivery-line',
      'city-not-military?post-office',
      'state-missing?state',
      'zip-missing?zip',
    ])
  })
})

describe('a level that nobody knows', () => {
  it.each(['usps', 'Merchant', '', undefined, null])('%j is no level at which all is well', (level) => {
    expect(() => militaryAddressProblems({}, level as never)).toThrow(
      new TypeError('clientele: the level is merchant or postal'),
    )
  })
})
