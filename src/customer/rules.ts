import type { Countries } from '../address/country.js'
import type { MilitaryRule } from '../address/military-rule.js'
import type { TaxIdChecker } from '../address/tax-id.js'
import { limits, type Limits } from '../limits/limits.js'

/** The rules a customer is judged by. A whole policy satisfies it. */
export interface CustomerRules {
  readonly limits: Limits
  readonly military: MilitaryRule
  /** by which postal codes and provinces are judged; without them they are not */
  readonly countries?: Countries | undefined
  /** by which tax ids are judged; without it they are not */
  readonly checkTaxId?: TaxIdChecker | undefined
}

/** The rules of the default policy: the library's limits, military mail checked as a merchant would, as a warning. */
export const defaultRules: CustomerRules = {
  limits,
  military: { level: 'merchant', severity: 'warn' },
}
