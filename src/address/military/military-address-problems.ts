import { invariant } from '../../outcome/invariant.js'
import type { Problem } from '../../outcome/problem.js'
import type { AddressInput } from '../address.js'
import { militaryLevels, type MilitaryLevel } from '../military-rule.js'
import type { MilitaryAsk, MilitaryProblemCode } from './military-problem.js'
import type { MilitaryProblemRule } from './problem-rule.js'
import { militaryProblemRules } from './problem-rules.js'
import { readMilitaryAddress, type MilitaryReading } from './reading.js'

export type { MilitaryAsk, MilitaryProblemCode } from './military-problem.js'

/** One reason why military mail would not arrive, or would be refused; `ask` names what only the customer can tell. */
export interface MilitaryProblem extends Problem<MilitaryProblemCode> {
  readonly params?: { readonly ask: MilitaryAsk }
}

/**
 * All that is wrong with an address as US military mail, whatever the address is (A-2 … A-8): at the `merchant` level by
 * the shop pages' rules, at the `postal` level by those of the postal service. An empty list when nothing is.
 *
 * Codes: `military.*`, each once. `params.ask` names what only the customer can tell (A-8): `name`, `psc-number`,
 * `unit-number`, `box-number`, `delivery-line`, `post-office`, `state`, `zip`.
 *
 * @example
 * ```ts @import.meta.vitest
 * const address = { lastName: 'Park', address1: 'PSC 3', city: 'APO', provinceCode: 'AE', zip: '09021', countryCode: 'US' }
 * const problem = { code: 'military.box-missing', path: ['address1'], params: { ask: 'box-number' } }
 * expect(militaryAddressProblems(address, 'merchant')).toEqual([problem])
 * ```
 */
export function militaryAddressProblems(address: AddressInput, level: MilitaryLevel): MilitaryProblem[] {
  invariant(militaryLevels.includes(level), 'the level is merchant or postal')
  return problemsOfReading(readMilitaryAddress(address), level)
}

/** The same, of an address that has been read. */
export function problemsOfReading(reading: MilitaryReading, level: MilitaryLevel): MilitaryProblem[] {
  return militaryProblemRules
    .filter((rule) => (rule.level === 'both' || rule.level === level) && rule.holds(reading))
    .map((rule) => problemOf(rule, reading))
}

function problemOf({ code, field, ask }: MilitaryProblemRule, reading: MilitaryReading): MilitaryProblem {
  const path = [typeof field === 'function' ? field(reading) : field]
  const asked = typeof ask === 'function' ? ask(reading) : ask
  return asked ? { code, path, params: { ask: asked } } : { code, path }
}
