import { describe, expect, it } from 'vitest'
import { type AddressFields, type AddressInput, toAddressFields } from '../../../src/address/address.js'
import {
  type MilitaryRepairCode,
  repairMilitaryAddress,
} from '../../../src/address/military/repair-military-address.js'

const apo = {
  lastName: 'Doe',
  address1: 'PSC 802 BOX 74',
  city: 'APO',
  provinceCode: 'AE',
  zip: '09499',
  countryCode: 'US',
} as const satisfies AddressInput

const right = apo.address1

type Changed = Partial<AddressFields>
type Code = MilitaryRepairCode extends `military.repaired-${infer Rest}` ? Rest : never

/** What differs from a right address, what is repaired unasked, and what is only offered. */
interface Row {
  readonly typed: AddressInput
  readonly safe: Changed
  readonly suggest?: Changed
  readonly codes: readonly Code[]
}

function expectRow({ typed, safe, suggest = {}, codes }: Row): void {
  const input = { ...apo, ...typed }
  const { address, repairs } = repairMilitaryAddress(input)
  expect(address).toEqual({ ...toAddressFields(input), ...safe })
  const offered = repairs.filter(({ level }) => level === 'suggest')
  expect(Object.fromEntries(offered.map(({ path, after }) => [path[0], after]))).toEqual(suggest)
  const found = new Set(repairs.map(({ code }) => code.replace('military.repaired-', '')))
  expect([...found].toSorted()).toEqual(codes.toSorted())
}

const line = (address1: string | null, address2?: string | null): AddressInput => ({ address1, address2 })
const safe = (code: Code, typed: AddressInput, changed: Changed): Row => ({
  typed,
  safe: changed,
  codes: [code],
})
const offer = (code: Code, typed: AddressInput, suggest: Changed): Row => ({
  typed,
  safe: {},
  suggest,
  codes: [code],
})
const none = (typed: AddressInput): Row => ({ typed, safe: {}, codes: [] })

const zips: readonly Row[] = [
  ...['094990074', '09499 0074', '09499–0074', '09499.0074', '09499 - 0074', '09499-0074,'].map((zip) =>
    safe('zip', { zip }, { zip: '09499-0074' }),
  ),
  ...['09499-', '09499,', 'AE 09499', 'APO AE 09499', 'ZIP 09499', 'zip code: 09499'].map((zip) =>
    safe('zip', { zip }, { zip: '09499' }),
  ),
  safe('zip', { zip: '０９４９９－００７４' }, { zip: '09499-0074' }),
  offer('zip', { zip: 'AP 09499' }, { zip: '09499' }),
]

const guesses: readonly Row[] = [
  ...['9499', '009499', 'O9499', '09499-007'].map((zip) => offer('zip-digits', { zip }, { zip: '09499' })),
  ...['9499-0074', '94990074', '009499-0074'].map((zip) =>
    offer('zip-digits', { zip }, { zip: '09499-0074' }),
  ),
  // a blank within
  ...['09 499', '0 9499'].map((zip) => offer('zip-digits', { zip }, { zip: '09499' })),
  offer('zip-digits', { zip: '094 99-0074' }, { zip: '09499-0074' }),
  none({ zip: '12 345' }),
  ...['0902I', '0902l', 'O9O2i'].map((zip) => offer('zip-digits', { zip }, { zip: '09021' })),
  ...['O94990074', '9499-OO74'].map((zip) => offer('zip-digits', { zip }, { zip: '09499-0074' })),
  offer('zip-digits', { zip: 'ZIP code 09499-007' }, { zip: '09499' }),
  none({ provinceCode: 'AP', zip: '962078' }),
  offer('zip-digits', { zip: '0949O' }, { zip: '09490' }),
  offer('zip-digits', { provinceCode: 'AA', zip: '34OO2' }, { zip: '34002' }),
  // a military one, of the state where that is known
  offer('zip-digits', { provinceCode: '', zip: '9499' }, { zip: '09499' }),
  none({ provinceCode: 'AP', zip: '9499' }),
  none({ provinceCode: '', zip: '1234' }),
  none({ zip: '1234' }),
  none({ zip: '12345' }),
  none({ zip: '0949' }),
  none({ zip: 'none' }),
  none({ zip: '962780' }),
]

const states: readonly Row[] = [
  ...[
    'ae',
    'A.E.',
    'A E',
    'Armed Forces Europe',
    'Armed Forces Africa',
    'US-AE',
    'AE 09499',
    'AE - Europe',
    'AE\u200b',
  ].map((provinceCode) => safe('state', { provinceCode }, { provinceCode: 'AE' })),
  safe(
    'state',
    { provinceCode: 'Armed Forces Americas (except Canada)', zip: '34002' },
    { provinceCode: 'AA' },
  ),
  offer('state', { provinceCode: 'AE 96278' }, { provinceCode: 'AE' }),
  offer('state', { provinceCode: 'AE 09499', zip: 'none' }, { provinceCode: 'AE' }),
  ...['', 'NY', 'XX', 'EA', 'Armed Forces'].map((provinceCode) =>
    safe('state-from-zip', { provinceCode }, { provinceCode: 'AE' }),
  ),
  offer('state-from-zip', { provinceCode: 'AP' }, { provinceCode: 'AE' }),
  // what stands nowhere else is of use
  ...['BOX 74', 'NY 10001', 'ＢＯＸ ７', 'FPO'].map((provinceCode) =>
    offer('state-from-zip', { provinceCode }, { provinceCode: 'AE' }),
  ),
  none({ provinceCode: '', zip: '' }),
  none({ provinceCode: 'NY', zip: '12345' }),
  {
    typed: { provinceCode: '', zip: '', city: 'APO AE' },
    safe: { provinceCode: 'AE', city: 'APO' },
    codes: ['state-from-text', 'city'],
  },
  {
    typed: { provinceCode: 'NY', zip: '', city: 'APO AE' },
    safe: {},
    suggest: { provinceCode: 'AE', city: 'APO' },
    codes: ['state-from-text', 'city'],
  },
  // a ZIP that contradicts the state would be a new problem, for the postal service alone
  {
    typed: { zip: '', city: 'APO 96278' },
    safe: {},
    suggest: { zip: '96278', city: 'APO' },
    codes: ['zip-from-text', 'city'],
  },
  {
    typed: { zip: '', city: 'APO AP' },
    safe: {},
    suggest: { city: 'APO' },
    codes: ['city'],
  },
  {
    typed: { provinceCode: '', city: 'APO AP' },
    safe: {},
    suggest: { provinceCode: 'AE', city: 'APO' },
    codes: ['state-from-zip', 'city'],
  },
  none({ provinceCode: '', zip: '', ...line('PSC 802 BOX 74', 'APO AE AP') }),
]

const cities: readonly Row[] = [
  ...[
    'apo',
    'A.P.O.',
    'A P O',
    'Army Post Office',
    'APO,',
    'APO AE',
    'APO, AE 09499',
    'APO AE GERMANY',
    'APO New York',
    'Yokota AB, APO',
    'APO USA',
    'APO APO',
    'ＡＰＯ',
  ].map((city) => safe('city', { city }, { city: 'APO' })),
  // five digits of nine say nothing new
  safe('city', { city: 'APO AE 09499', zip: '09499-0074' }, { city: 'APO' }),
  ...['AP0', '(AP0)', 'AOP', 'APO AP', 'APO AE 09012'].map((city) =>
    offer('city', { city }, { city: 'APO' }),
  ),
  ...['APO/FPO', 'APO UNIT 5', 'APO Camp 5', 'APO USS Nimitz', 'APO Bldg', 'Ramstein', ''].map((city) =>
    none({ city }),
  ),
  {
    typed: { city: 'APO AE 09499-0074', zip: '' },
    safe: { city: 'APO', zip: '09499-0074' },
    codes: ['city', 'zip-from-text'],
  },
  {
    typed: { city: 'APO AE 09499-0074' },
    safe: { city: 'APO', zip: '09499-0074' },
    codes: ['city', 'zip-from-text'],
  },
  {
    typed: { city: '', provinceCode: '', zip: '', ...line('PSC 802 BOX 74', 'APO AE 09499') },
    safe: { city: 'APO', provinceCode: 'AE', zip: '09499', address2: null },
    codes: ['city-from-text', 'state-from-zip', 'zip-from-text', 'city-line'],
  },
  offer(
    'city-from-text',
    { city: 'Ramstein', ...line('PSC 802 BOX 74', 'APO AE 09499') },
    { city: 'APO', address2: null },
  ),
  offer('city-from-text', { city: 'Ramstein', ...line('PSC 802 BOX 74', 'APO AP 96278') }, { city: 'APO' }),
  // the post office is beyond doubt, but a PSC would then be missing
  {
    typed: { city: '', ...line('CMR 802 BOX 74', 'APO AE 09499') },
    safe: {},
    suggest: { city: 'APO' },
    codes: ['city-from-text'],
  },
  none({ city: '', ...line('PSC 802 BOX 74', 'APO, FPO AE') }),
  // the only post office of the address stands in the field of the state
  {
    typed: { city: '', provinceCode: 'APO' },
    safe: { city: 'APO', provinceCode: 'AE' },
    codes: ['city-from-text', 'state-from-zip'],
  },
  {
    typed: { city: 'AE', provinceCode: 'APO' },
    safe: {},
    suggest: { city: 'APO', provinceCode: 'AE' },
    codes: ['city-from-text', 'state-from-zip'],
  },
  // the numbers in the city are kept
  offer(
    'city-from-text',
    { city: 'psc 802 box 74', ...line('APO AE 09499') },
    { city: 'APO', address1: right },
  ),
  offer(
    'city-from-text',
    { city: right, ...line('Ramstein', 'APO AE 09499') },
    { city: 'APO', address2: right },
  ),
  {
    typed: { city: 'Box 74', ...line('PSC 802', 'APO') },
    safe: {},
    suggest: { city: 'APO', address1: right, address2: null },
    codes: ['city-from-text'],
  },
  // no line is free
  offer(
    'other-line',
    { city: 'Box 74', ...line('PSC 802', 'Bldg 5, APO') },
    { company: 'BLDG 5', address2: 'APO' },
  ),
  none({ city: right, ...line('APO AP 96278', 'HHC') }),
]

const countries: readonly Row[] = [
  ...['', 'usa', 'U.S.A.', 'United States'].map((countryCode) =>
    safe('country', { countryCode }, { countryCode: 'US' }),
  ),
  ...['Germany', 'DE', 'AE'].map((countryCode) => safe('country', { countryCode }, { countryCode: 'US' })),
  offer('country', { countryCode: 'DE', zip: '' }, { countryCode: 'US' }),
  offer('country', { countryCode: 'DE', city: 'Ramstein' }, { countryCode: 'US' }),
  offer('country', { countryCode: 'DE', city: 'APO/FPO', zip: '', provinceCode: '' }, { countryCode: 'US' }),
  offer('country', { countryCode: 'DE', city: 'Ramstein', zip: '' }, { countryCode: 'US' }),
  {
    typed: { countryCode: 'DE', city: 'Ramstein', provinceCode: '' },
    safe: { provinceCode: 'AE' },
    suggest: { countryCode: 'US' },
    codes: ['state-from-zip', 'country'],
  },
  {
    typed: { countryCode: 'DE', city: 'Ramstein AP', provinceCode: '' },
    safe: {},
    suggest: { provinceCode: 'AE', countryCode: 'US' },
    codes: ['state-from-zip', 'country'],
  },
  none({ countryCode: 'AE', city: 'Dubai', provinceCode: 'DU', zip: '' }),
]

describe('repairMilitaryAddress, of the fields of the city line', () => {
  it.each([...zips, ...guesses])('finds the ZIP of $typed', expectRow)
  it.each(states)('finds the state of $typed', expectRow)
  it.each(cities)('finds the post office of $typed, never from the ZIP', expectRow)
  it.each(countries)('finds the country of $typed', expectRow)
})

const lines: readonly Row[] = [
  ...[
    'psc 802 box 74',
    'PSC802BOX74',
    'P.S.C. 802 BOX 74',
    'ＰＳＣ　８０２　ＢＯＸ　７４',
    'P S C 802 BOX 74',
    'Postal Service Center 802 BOX 74',
    'PSC #802, BOX #74',
    'PSC 802 - BOX 74',
    'PSC No. 802 Box No. 74',
    'Box 74, PSC 802',
    'box74psc802',
    'PSC 802 Bx 74',
    'PSC 802 PO BOX 74',
    'PSC 802 P.O. Box 74',
  ].map((typed) => safe('delivery-line', line(typed), { address1: right })),
  ...[
    'PCS 802 BOX 74',
    'PSK 802 BOX 74',
    'P.C.S. 802 BOX 74',
    'SPC802 BOX 74',
    'PSC 802 B0X 74',
    'PSC 802 B 74',
  ].map((typed) => offer('delivery-line', line(typed), { address1: right })),
  // beyond doubt, but a PSC would then be missing
  offer('delivery-line', line('C.M.R. 802 BOX 74'), { address1: 'CMR 802 BOX 74' }),
  safe('delivery-line', line('psc 0802 box 0074a'), { address1: 'PSC 0802 BOX 0074A' }),
  safe('delivery-line', line('cmr 802 box r 74'), { address1: 'CMR 802 BOX R74' }),
  safe('delivery-line', line('unit 802'), { address1: 'UNIT 802' }),
  safe('delivery-line', line('PSC 802', 'Box 74'), { address1: right, address2: null }),
  safe('delivery-line', line('Box 74', 'PSC 802'), { address1: right, address2: null }),
  safe('delivery-line', line(null, right), { address1: right, address2: null }),
  ...[
    'PSC BOX 74',
    'PSC 802 BOX',
    'psc 802 box tbd',
    'box 74',
    'psc 802 box 74 extra',
    'Main St',
    'Yokota AB',
    'USS Nimitz',
  ].map((typed) => none(line(typed))),
]

const cityLines: readonly Row[] = [
  ...[
    'APO AE 09499',
    'APO, AE',
    'AE 09499',
    'Armed Forces Europe',
    'USA',
    'A.P.O. Armed Forces Europe 09499 USA',
  ].flatMap((last) => [
    safe('city-line', line(right, last), { address2: null }),
    safe('city-line', line(`psc 802, box 74, ${last}`), { address1: right }),
  ]),
  safe('city-line', line('APO AE 09499', right), { address1: right, address2: null }),
  safe('city-line', line('APO AE 09499 USA, psc 802 box 74'), { address1: right }),
  {
    typed: line('PCS 802 BOX 74', 'APO AE'),
    safe: { address2: null },
    suggest: { address1: right },
    codes: ['city-line', 'delivery-line'],
  },
  none(line(right, 'APO AP 96278')),
  none(line(right, 'FPO AE')),
  none(line(right, 'Armed Forces Pacific')),
  none(line(right, 'APO AE 09012')),
]

const places: readonly Row[] = [
  ...['Germany', 'London, UK', 'Ramstein AB, Germany', 'Seoul Korea'].flatMap((place) => [
    safe('foreign-place', line(right, place), { address2: null }),
    safe('foreign-place', line(`${right}, ${place}`), { address1: right }),
  ]),
  offer('foreign-place', line(right, 'Miesau, Germany'), { address2: null }),
  offer('foreign-place', line(right, '66877 Ramstein, Germany'), { address2: null }),
  // from a unit or a ship, too, which goes to the company without it
  ...[
    ['B CO 1-23 IN Germany', 'B CO 1-23 IN'],
    ['US Embassy Tokyo Japan', 'US EMBASSY'],
    ['USS Nimitz Yokosuka Japan', 'USS NIMITZ'],
  ].map(
    ([typed = '', company = '']): Row => ({
      typed: line(right, typed),
      safe: { company, address2: null },
      codes: ['foreign-place', 'company'],
    }),
  ),
  // nobody knows whether the ship bears the name, or a person of the office
  ...['USS Sudan', 'Attn Jordan', 'HHC Sydney'].map((own) =>
    safe('company', line(right, own), { company: own.toUpperCase(), address2: null }),
  ),
  none(line('Main St', 'Germany')),
  {
    typed: line('psc 802 box 74, extra,', 'Germany'),
    safe: { address2: null },
    codes: ['foreign-place'],
  },
  // what stays is as typed
  safe('foreign-place', line(`Bldg.  5/B, ${right}, Germany`), { address1: `Bldg.  5/B, ${right}` }),
  safe('foreign-place', line(`Bldg 5, Germany, ${right}`), { address1: `Bldg 5 ${right}` }),
]

const texts: readonly Row[] = [
  safe('repetition', line('Doe PSC 802 BOX 74'), { address1: right }),
  safe('repetition', { company: 'USS Nimitz', ...line(right, 'USS NIMITZ') }, { address2: null }),
  safe(
    'repetition',
    { company: 'USS Nimitz (CVN 68)', ...line(right, 'USS Nimitz CVN-68') },
    { address2: null },
  ),
  safe('repetition', line(right, 'psc 802 box 74'), { address2: null }),
  safe('repetition', line(right, 'AE'), { address2: null }),
  safe('repetition', line(right, '09499'), { address2: null }),
  safe('repetition', line(`${right} AE`), { address1: right }),
  // not what the fields say
  offer('other-line', line(right, 'AP'), { company: 'AP', address2: null }),
  offer('other-line', line(right, '96278'), { company: '96278', address2: null }),
  offer(
    'other-line',
    { company: 'Villa 55', ...line(right, 'Villa 5 5') },
    { company: 'Villa 55 VILLA 5 5', address2: null },
  ),
  // nothing that can be compared
  none(line('PSC, PSC BOX 74')),
  none(line('PSC 802 BOX TBD BOX N/A')),
  ...[
    ['B CO 1-23 IN', 'B CO 1-23 IN'],
    ['USS Nimitz (CVN 68)', 'USS NIMITZ (CVN 68)'],
    ['Ramstein  AB', 'RAMSTEIN AB'],
    ['USS Nimitz, Supply Dept', 'USS NIMITZ SUPPLY DEPT'],
    ['2nd Platoon', '2ND PLATOON'],
    ['101st', '101ST'],
    ['3rd', '3RD'],
    ['4th', '4TH'],
    ['Ordnance Battalion', 'ORDNANCE BATTALION'],
    ['Yokota Air Base', 'YOKOTA AIR BASE'],
    ['2/504 PIR', '2/504 PIR'],
    ['Naval Station', 'NAVAL STATION'],
    ['U.S. Army', 'U.S. ARMY'],
    ['U.S. Air Force', 'U.S. AIR FORCE'],
  ].flatMap(([typed = '', company = '']) => [
    safe('company', line(right, typed), { company, address2: null }),
    safe('company', line(typed, right), { company, address1: right, address2: null }),
  ]),
  safe('company', line('psc 802 box 74 USS Nimitz'), { company: 'USS NIMITZ', address1: right }),
  safe('company', line('USS Nimitz PSC 802', 'Box 74'), {
    company: 'USS NIMITZ',
    address1: right,
    address2: null,
  }),
  offer(
    'company',
    { company: 'Acme', ...line(right, 'USS Nimitz') },
    { company: 'Acme USS NIMITZ', address2: null },
  ),
  {
    typed: { company: 'Acme', ...line('USS Nimitz', 'psc 802 box 74') },
    safe: { address2: right },
    suggest: { company: 'Acme USS NIMITZ', address1: right, address2: null },
    codes: ['company', 'delivery-line'],
  },
  {
    typed: { company: 'Acme', ...line('psc 802 box 74', 'USS Nimitz') },
    safe: { address1: right },
    suggest: { company: 'Acme USS NIMITZ', address2: null },
    codes: ['company', 'delivery-line'],
  },
  ...[
    'Bldg 5',
    '5th Avenue',
    'Main St',
    '555-1234',
    'Robert Smith',
    'Villa 12B',
    'Villa 12/B',
    'Villa 12B3',
    'Villa 5555-12',
    'Villa B-12',
    'x'.repeat(1001),
  ].map((typed) => offer('other-line', line(right, typed), { company: typed.toUpperCase(), address2: null })),
  offer('other-line', line('Bldg 5', right), { company: 'BLDG 5', address1: right, address2: null }),
  ...[`${right} Bldg 5`, `${right} 5`, `${right} (Bldg`, 'SPC 4 PSC 802 BOX 74'].map((typed) =>
    none(line(typed)),
  ),
  none(line('Bldg 5', 'Box 74')),
  {
    typed: { company: 'Acme', ...line('USS Nimitz, PCS 802 BOX 74') },
    safe: {},
    suggest: { company: 'Acme USS NIMITZ', address1: right },
    codes: ['company'],
  },
]

const names: readonly Row[] = [
  offer(
    'name',
    { lastName: '', ...line('SGT Robert Smith psc 802 box 74') },
    { lastName: 'SGT Robert Smith', address1: right },
  ),
  {
    typed: { lastName: '', ...line('Robert Smith', 'psc 802 box 74') },
    safe: { address2: right },
    suggest: { lastName: 'Robert Smith', address1: right, address2: null },
    codes: ['name', 'delivery-line'],
  },
  offer(
    'name',
    { lastName: '', ...line('Sgt Maria de la Cruz PSC 802 BOX 74') },
    { lastName: 'Sgt Maria de la Cruz', address1: right },
  ),
  // behind a rank with a digit also what could be a unit or a base
  ...[
    'MM3 John Smith',
    'A1C Jane Roe',
    '1LT John Doe',
    'PV2 Ann Co',
    'HM2 Robert Smith',
    '1SG John Camp',
    'MK2 John Wing',
    'CWO2 Jo Fleet',
  ].map((name) =>
    offer('name', { lastName: '', ...line(`${name} PSC 802 BOX 74`) }, { lastName: name, address1: right }),
  ),
  // a unit, or somebody: only the customer can tell
  ...['John Wing', 'SGT John Camp', 'Supply Dept', 'Camp John', 'SGT Smith HQ Support Group'].map((text) =>
    offer(
      'company',
      { lastName: '', ...line(`${text} PSC 802 BOX 74`) },
      { company: text.toUpperCase(), address1: right },
    ),
  ),
  // nobody is called so
  ...['USS Nimitz', 'B CO 1-23 IN', 'Wing', '1LT Camp Post 5', 'HM2 Fleet Wing', 'BN2 HQ'].map((text) =>
    safe(
      'company',
      { lastName: '', ...line(`${text} PSC 802 BOX 74`) },
      { company: text.toUpperCase(), address1: right },
    ),
  ),
  safe(
    'company',
    { lastName: '', ...line('PSC 802 BOX 74 John Wing') },
    { company: 'JOHN WING', address1: right },
  ),
  // somebody else, where there is a name
  offer('other-line', line('Robert Smith', right), {
    company: 'ROBERT SMITH',
    address1: right,
    address2: null,
  }),
  none({ lastName: '', ...line('Smith PSC 802 BOX 74') }),
  none({ lastName: '', ...line('one of the six of us PSC 802 BOX 74') }),
  none({ lastName: '', ...line('PSC 802 BOX 74 Robert Smith') }),
  none({ lastName: '', ...line('Robert Smith, Jane Doe, PSC 802 BOX 74') }),
  none({ lastName: '', ...line('Robert Smith 5 PSC 802 BOX 74') }),
  offer(
    'other-line',
    { lastName: '', ...line(right, 'Robert Smith') },
    { company: 'ROBERT SMITH', address2: null },
  ),
]

describe('repairMilitaryAddress, of the address lines', () => {
  it.each(lines)('writes the delivery line of $typed in its canonical form', expectRow)
  it.each(cityLines)('drops what the fields say already from $typed', expectRow)
  it.each(places)('drops known foreign places from $typed', expectRow)
  it.each(texts)('moves ships and units of $typed to the company, if that is free', expectRow)
  it.each(names)('offers a name found in $typed where there is none', expectRow)
})

describe('repairMilitaryAddress', () => {
  it('leaves a right address as it is', () => {
    expect(repairMilitaryAddress(apo)).toEqual({ address: toAddressFields(apo), repairs: [] })
  })

  it('keeps what it does not read: phone, and the case of the name', () => {
    const { address } = repairMilitaryAddress({ ...apo, firstName: 'jo', phone: '+1 202 555 0164 ' })
    expect(address).toMatchObject({ firstName: 'jo', lastName: 'Doe', phone: '+1 202 555 0164' })
  })

  it('says of each change what was there before and after', () => {
    expect(repairMilitaryAddress({ ...apo, city: 'A.P.O.', zip: '9499' }).repairs).toEqual([
      { code: 'military.repaired-city', path: ['city'], level: 'safe', before: 'A.P.O.', after: 'APO' },
      {
        code: 'military.repaired-zip-digits',
        path: ['zip'],
        level: 'suggest',
        before: '9499',
        after: '09499',
      },
    ])
  })

  it('finds nothing in nothing but the country', () => {
    expect(repairMilitaryAddress({})).toEqual({
      address: { ...toAddressFields({}), countryCode: 'US' },
      repairs: [
        {
          code: 'military.repaired-country',
          path: ['countryCode'],
          level: 'safe',
          before: null,
          after: 'US',
        },
      ],
    })
  })
})
