import { describe, expect, it } from 'vitest'
import { addressFieldNames, type AddressInput } from '../../../src/address/address.js'
import { isMilitaryMail } from '../../../src/address/military/is-military-mail.js'
import { militaryAddressProblems } from '../../../src/address/military/military-address-problems.js'
import { repairMilitaryAddress } from '../../../src/address/military/repair-military-address.js'
import {
  attackStrings,
  expectLinear,
  expectWithin,
  prototypeNames,
  unstorableTexts,
} from '../../hostile-texts.js'

const repeated =
  (text: string) =>
  (length: number): string =>
    text.repeat(Math.ceil(length / text.length)).slice(0, length)

const attacks: Readonly<Record<string, (length: number) => string>> = {
  ...attackStrings,
  'dotted letters': repeated('A.'),
  'dotted letters that end badly': (length) => `${repeated('A.')(length)}Ab`,
  'lone letters': repeated('P S '),
  designators: repeated('PSC 1 BOX 1 '),
  'designators without a number': repeated('PSC - '),
  'boxes with text': repeated('BOX A '),
  states: repeated('ARMED FORCES '),
  countries: repeated('UNITED STATES OF '),
  places: repeated('GERMANY, '),
  'city lines': repeated('APO AE 09499 '),
  'ZIPs with signs': (length) => `09499${'-'.repeat(length)}`,
  'formation numbers': repeated('1-'),
  'letters O among digits': repeated('O1'),
}

const everyField = (text: string): AddressInput =>
  Object.fromEntries(addressFieldNames.map((name) => [name, text]))

function readEverything(text: string): void {
  const address = everyField(text)
  isMilitaryMail(address)
  militaryAddressProblems(address, 'postal')
  repairMilitaryAddress(address)
}

describe('the military rules, of hostile texts in every field', () => {
  it.each(Object.entries(attacks))('take linear time: %s', (_, attack) => {
    expectLinear(readEverything, attack)
  })

  it.each(Object.entries(attacks))('take little time where a line is as long as is read: %s', (_, attack) => {
    expectWithin(2000, () => readEverything(attack(999)))
  })

  it.each([...unstorableTexts, ...prototypeNames, '\u202e', '\u200bAPO'])('answer %j', (text) => {
    expect(() => readEverything(text)).not.toThrow()
    expect(militaryAddressProblems(everyField(text), 'merchant').length).toBeGreaterThan(0)
  })

  it('read a text as long as a line may be', () => {
    const typed = { address1: `PSC 802 BOX 74 ${'x'.repeat(985)}`, city: 'APO' }
    const codes = militaryAddressProblems(typed, 'merchant').map(({ code }) => code)
    expect(typed.address1).toHaveLength(1000)
    expect(codes).not.toContain('military.psc-missing')
  })

  it('read a text longer than any address as saying nothing', () => {
    const typed = { address1: `PSC 802 BOX 74 ${'x'.repeat(1000)}`, city: 'APO' }
    const codes = militaryAddressProblems(typed, 'merchant').map(({ code }) => code)
    expect(codes).toEqual(expect.arrayContaining(['military.psc-missing', 'military.box-missing']))
    expect(repairMilitaryAddress(typed).address.address1).toBe(typed.address1)
  })
})
