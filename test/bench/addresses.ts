import { deepStrictEqual, ok } from 'node:assert'
import { addressProblems } from '../../src/address/address-problems.js'
import type { AddressInput } from '../../src/address/address.js'
import { repairMilitaryAddress } from '../../src/address/military/repair-military-address.js'
import { policies } from '../../src/policy/policies.js'
import { addressOf, codeOf, labelled } from '../address/military/labelled-case.js'
import type { Contest } from './contest.js'

const policy = { ...policies.shopify, military: { level: 'postal', severity: 'refuse' } } as const

/** The labelled cases, apart from those on which experts differ. */
const cases = labelled.cases.filter(({ tags }) => !tags.includes('uncertain'))
const military = cases.map(({ input }) => addressOf(input))

const civil: readonly AddressInput[] = [
  ['Storgata 5', 'Tromsø', null, 'NO', '9008'],
  ['ul. Długa 12/3', 'Kraków', null, 'PL', '31-147'],
  ['350 Fifth Avenue', 'New York', 'NY', 'US', '10118'],
  ['1 Chome-1-2 Oshiage', 'Tokyo', null, 'JP', '131-0045'],
].flatMap(([address1 = null, city = null, provinceCode = null, countryCode = null, zip = null]) =>
  Array.from({ length: 20 }, () => ({ lastName: 'Nowak', address1, city, provinceCode, countryCode, zip })),
)

/** Reading the same addresses from JSON is the yardstick: no check can cost much less. */
function contest(title: string, list: readonly AddressInput[], check: () => void): Contest {
  const json = list.map((address) => JSON.stringify(address))
  return {
    title,
    count: list.length,
    check,
    ways: {
      'JSON.parse of the same': () => json.map((text) => JSON.parse(text) as unknown),
      addressProblems: () => list.map((address) => addressProblems(address, { policy })),
      repairMilitaryAddress: () => list.map(repairMilitaryAddress),
    },
  }
}

/** Each address is judged military where its label says so, and has exactly the problems of its label. */
function checkLabels(): void {
  for (const { id, input, usps } of cases) {
    const found = addressProblems(addressOf(input), { policy }).map(({ code }) => code as string)
    deepStrictEqual(found.toSorted(), usps.problems.map(codeOf).toSorted(), id)
  }
}

function checkCivil(): void {
  for (const address of civil) ok(addressProblems(address, { policy }).length === 0)
}

export const addressContests: readonly Contest[] = [
  contest('Civil addresses', civil, checkCivil),
  contest('Military addresses, at the postal level', military, checkLabels),
]
