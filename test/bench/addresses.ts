import { deepStrictEqual, ok } from 'node:assert'
import { type AddressInput, addressProblems, policies, repairMilitaryAddress } from 'clientele'
import { addressOf, codeOf, labelled } from '../address/military/labelled-case.js'
import type { Field, Race } from './contest.js'

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
function race(list: readonly AddressInput[], check: () => void): Race {
  const json = list.map((address) => JSON.stringify(address))
  return {
    size: `${list.length} addresses, ${json.join('').length} characters of JSON`,
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

export const addresses: Field = {
  races: { civil: race(civil, checkCivil), military: race(military, checkLabels) },
}
