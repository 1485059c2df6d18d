import { describe, expect, it } from 'vitest'
import { type AddressInput, toAddressFields } from '../../../src/address/address.js'
import { isMilitaryAddress } from '../../../src/address/military/is-military-address.js'
import { militaryAddressProblems } from '../../../src/address/military/military-address-problems.js'
import { repairMilitaryAddress } from '../../../src/address/military/repair-military-address.js'
import { addressOf, codeOf, labelled, levels } from './labelled-case.js'

const namesOfLevels = ['strict', 'usps'] as const

const codes = (address: AddressInput, level: 'merchant' | 'postal'): string[] =>
  militaryAddressProblems(address, level).map(({ code }) => code)

/** The address with everything applied that was done or offered. */
function allApplied(typed: AddressInput): AddressInput {
  const { address, repairs } = repairMilitaryAddress(typed)
  return { ...address, ...Object.fromEntries(repairs.map(({ path, after }) => [path[0], after])) }
}

const isRepairable = ({ repair }: (typeof labelled.cases)[number]): boolean => repair !== null

describe.each(labelled.cases)('$id ($why)', ({ input, repair, ...labels }) => {
  const typed = addressOf(input)

  it.each(namesOfLevels)('has the problems of its label at the level %s', (level) => {
    const expected = labels[level].problems.map(codeOf)
    expect(codes(typed, levels[level]).toSorted()).toEqual(expected.toSorted())
    expect(expected.length === 0).toBe(labels[level].valid)
  })

  it('keeps all its problems but those that a safe repair takes away', () => {
    const { address } = repairMilitaryAddress(typed)
    for (const level of namesOfLevels) {
      expect(labels[level].problems.map(codeOf)).toEqual(
        expect.arrayContaining(codes(address, levels[level])),
      )
      if (repair === null && labels.usps.problems.length > 0) expect(codes(address, 'postal')).not.toEqual([])
    }
  })
})

describe.each(labelled.cases.filter(isRepairable))('the repair of $id ($why)', ({ input, repair }) => {
  const typed = addressOf(input)
  const { to, confidence, then } = repair!

  it('leads to the canonical postal form', () => {
    expect(allApplied(typed)).toEqual(toAddressFields(addressOf(to)))
  })

  it('asks the customer only where it must', () => {
    const { repairs } = repairMilitaryAddress(typed)
    const hasSuggestion = repairs.some(({ level }) => level === 'suggest')
    expect(hasSuggestion ? 'suggest' : 'safe').toBe(confidence)
  })

  it.each(namesOfLevels)('passes the level %s afterwards, or not, as its label says', (level) => {
    expect(codes(allApplied(typed), levels[level]).length === 0).toBe(then[level])
  })
})

describe('isMilitaryAddress', () => {
  it.each(labelled.not_military)('is false for $id ($why)', ({ input }) => {
    expect(isMilitaryAddress(addressOf(input))).toBe(false)
  })

  it('is true for every labelled address of which two of city, state and ZIP are military, a host country chosen or not', () => {
    const others = labelled.cases.filter(({ input }) => !isMilitaryAddress(addressOf(input)))
    // state and ZIP are both domestic
    expect(others.map(({ id }) => id)).toEqual(['mil-056'])
  })
})
