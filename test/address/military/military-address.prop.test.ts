import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AddressFields,
  addressFieldNames,
  type AddressInput,
  toAddressFields,
} from '../../../src/address/address.js'
import { isMilitaryAddress } from '../../../src/address/military/is-military-address.js'
import { isMilitaryMail } from '../../../src/address/military/is-military-mail.js'
import { militaryAddressProblems } from '../../../src/address/military/military-address-problems.js'
import { repairMilitaryAddress } from '../../../src/address/military/repair-military-address.js'
import { typedMilitaryAddress } from './typed-military-address.js'

const RUNS = { numRuns: 2000 }
const levels = ['merchant', 'postal'] as const

const anything = fc.record(
  Object.fromEntries(
    addressFieldNames.map((name) => [
      name,
      fc.option(fc.string({ unit: 'binary', maxLength: 60 }), { nil: undefined }),
    ]),
  ),
  { requiredKeys: [] },
) as fc.Arbitrary<AddressInput>

const address = fc.oneof({ weight: 9, arbitrary: typedMilitaryAddress }, { weight: 1, arbitrary: anything })

const codes = (input: AddressInput, level: (typeof levels)[number]): string[] =>
  militaryAddressProblems(input, level).map(({ code }) => code)

const digitRuns = (fields: AddressFields): string[] =>
  addressFieldNames.flatMap((name) => fields[name]?.match(/\d+/g) ?? [])

describe('repairMilitaryAddress, for any address', () => {
  it('changes nothing more when it is run again', () => {
    fc.assert(
      fc.property(address, (input) => {
        const once = repairMilitaryAddress(input)
        const twice = repairMilitaryAddress(once.address)
        expect(twice.address).toEqual(once.address)
        expect(twice.repairs).toEqual(once.repairs.filter(({ level }) => level === 'suggest'))
      }),
      RUNS,
    )
  })

  it('never adds a problem at either level', () => {
    fc.assert(
      fc.property(address, fc.constantFrom(...levels), (input, level) => {
        const before = codes(input, level)
        expect(before).toEqual(expect.arrayContaining(codes(repairMilitaryAddress(input).address, level)))
      }),
      RUNS,
    )
  })

  it('never invents digits: each run of them stood in what was typed', () => {
    fc.assert(
      fc.property(address, (input) => {
        const typed = Object.values(toAddressFields(input)).join('\n')
        for (const run of digitRuns(repairMilitaryAddress(input).address)) expect(typed).toContain(run)
      }),
      RUNS,
    )
  })

  it('never invents a post office', () => {
    fc.assert(
      fc.property(address, (input) => {
        const withoutOffice = { ...input, city: 'Ramstein' }
        expect(repairMilitaryAddress(withoutOffice).address.city).toBe('Ramstein')
      }),
      RUNS,
    )
  })

  it('lists every change: the safe repairs, applied in their order, give the address', () => {
    fc.assert(
      fc.property(address, (input) => {
        const { address: repaired, repairs } = repairMilitaryAddress(input)
        const applied: Record<string, string | null> = { ...toAddressFields(input) }
        for (const { path, before, after } of repairs.filter(({ level }) => level === 'safe')) {
          expect(applied[path[0]]).toBe(before)
          applied[path[0]] = after
        }
        expect(applied).toEqual(repaired)
        for (const { path, before, level } of repairs) {
          if (level === 'suggest') expect(before).toBe(repaired[path[0]])
        }
      }),
      RUNS,
    )
  })

  it('keeps the box and its leading zeros in a line that is only untidy', () => {
    const number = fc.stringMatching(/^\d{1,5}$/)
    fc.assert(
      fc.property(number, number, fc.constantFrom('', ' ', ', ', ' #'), (psc, box, gap) => {
        const { address: repaired } = repairMilitaryAddress({
          address1: `psc${gap}${psc}${gap}box${gap}${box}`,
        })
        expect(repaired.address1).toBe(`PSC ${psc} BOX ${box}`)
      }),
      RUNS,
    )
  })
})

describe('the military rules, for any address', () => {
  it('give each code once, and answer whatever was typed', () => {
    fc.assert(
      fc.property(address, fc.constantFrom(...levels), (input, level) => {
        const found = codes(input, level)
        expect(new Set(found).size).toBe(found.length)
        expect(typeof isMilitaryAddress(input)).toBe('boolean')
      }),
      RUNS,
    )
  })

  it('judge every military address, and abroad nothing that does not name a post office', () => {
    fc.assert(
      fc.property(address, (input) => {
        if (isMilitaryAddress(input)) expect(isMilitaryMail(input)).toBe(true)
        expect(isMilitaryMail({ ...input, city: 'Ramstein', countryCode: 'DE' })).toBe(false)
      }),
      RUNS,
    )
  })

  it('read case, blanks, commas and number signs as nothing', () => {
    const valid = {
      lastName: 'Doe',
      address1: 'PSC 3 BOX 4120',
      city: 'APO',
      provinceCode: 'AE',
      zip: '09021',
      countryCode: 'US',
    }
    const noise = fc.constantFrom(' ', '  ', ', ', ' #', ' , ')
    fc.assert(
      fc.property(noise, noise, fc.boolean(), fc.constantFrom(...levels), (one, two, isLower, level) => {
        const typed = {
          ...valid,
          address1: `PSC${one}3${two}BOX${one}4120${two}`,
          city: `APO${one}`,
          zip: `${two}09021`,
        }
        const cased = isLower
          ? { ...typed, address1: typed.address1.toLowerCase(), city: typed.city.toLowerCase() }
          : typed
        expect(militaryAddressProblems(cased, level)).toEqual([])
      }),
    )
  })
})
