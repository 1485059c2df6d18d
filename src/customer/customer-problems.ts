import type { MilitaryRule } from '../address/military-rule.js'
import { isMilitaryProblem } from '../address/address-problems.js'
import type { CustomerProblem } from './customer-problem.js'
import { customerRules } from './customer-rule-table.js'
import type { CustomerRule } from './customer-rule.js'
import type { Customer, CustomerField } from './customer.js'
import { defaultRules, type CustomerRules } from './rules.js'

/** What was found: reasons to refuse, and doubts that are none. */
export interface CustomerFindings {
  readonly problems: readonly CustomerProblem[]
  readonly warnings: readonly CustomerProblem[]
}

/**
 * Judges a customer by all rules at once. Doubtful are incomplete addresses, tax ids that do not add up, names that look
 * like others, and military mail where the policy warns.
 */
export function judgeCustomer(customer: Customer, own: CustomerRules): CustomerFindings {
  return judge(customer, own, customerRules)
}

const rulesReading: ReadonlyMap<CustomerField, readonly CustomerRule[]> = new Map(
  customerRules
    .flatMap(({ reads }) => reads)
    .map((field) => [field, customerRules.filter(({ reads }) => reads.includes(field))]),
)

/** Judges a customer by the rules that read any of these fields. */
export function judgeFields(
  customer: Customer,
  fields: readonly CustomerField[],
  own: CustomerRules,
): CustomerFindings {
  const rules: CustomerRule[] = []
  for (const field of fields)
    for (const rule of rulesReading.get(field) ?? []) if (!rules.includes(rule)) rules.push(rule)
  return judge(customer, own, rules)
}

/** The rules that may refuse, those of military mail among them or not: looking for doubts, too, would be a third more. */
const refusing = { all: rulesWithout('refuse'), butMilitary: rulesWithout('warn') } as const

function rulesWithout(severity: MilitaryRule['severity']): readonly CustomerRule[] {
  return customerRules.filter(({ isDoubt }) => !isDoubt?.(severity))
}

function judge(customer: Customer, own: CustomerRules, rules: Iterable<CustomerRule>): CustomerFindings {
  const problems: CustomerProblem[] = []
  const warnings: CustomerProblem[] = []
  for (const { finds } of rules)
    for (const one of finds(customer, own)) (isWarning(one, own) ? warnings : problems).push(one)
  return { problems, warnings }
}

/**
 * All that is against keeping this customer by the limits and rules of a policy; an empty list when nothing is.
 *
 * Codes: `customer.*`, `email.*`, `phone.invalid`, `address.country-invalid`, `address.country-unknown`, `address.html-tag`,
 * `address.emoji`, `address.url`, `text.*`, and `military.*` where the policy refuses them.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { buildRecord } = await import('clientele/testing')
 * const { customer } = buildRecord({ customer: { tags: ['vip', 'VIP'] } })
 * expect(customerProblems(customer)).toEqual([{ code: 'customer.tag-repeated', path: ['tags', 1] }])
 * ```
 */
export function customerProblems(
  customer: Customer,
  own: CustomerRules = defaultRules,
): readonly CustomerProblem[] {
  return judge(customer, own, own.military.severity === 'warn' ? refusing.butMilitary : refusing.all).problems
}

/**
 * What is doubtful about this customer but no reason to refuse: incomplete addresses, tax ids that do not add up, names
 * that look like others, and military mail where the policy warns.
 *
 * Codes: `address.required` (`params.field`), `address.zip-invalid`, `address.province-required`,
 * `address.province-invalid`, `address.tax-id-invalid`, `customer.name-look-alike` (`params.sign`: `mixed-scripts`, `invisible`, `direction`), `military.*`.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { buildRecord } = await import('clientele/testing')
 * expect(customerWarnings(buildRecord().customer)).toEqual([])
 * ```
 */
export function customerWarnings(
  customer: Customer,
  own: CustomerRules = defaultRules,
): readonly CustomerProblem[] {
  return judgeCustomer(customer, own).warnings
}

/** What may be kept, because the customer can be asked: an address that cannot be delivered to as it stands, an odd tax id or name. */
const doubts: ReadonlySet<string> = new Set<CustomerProblem['code']>([
  'address.required',
  'address.zip-invalid',
  'address.province-required',
  'address.province-invalid',
  'address.tax-id-invalid',
  'customer.name-look-alike',
])

function isWarning({ code }: CustomerProblem, { military }: CustomerRules): boolean {
  return doubts.has(code) || (isMilitaryProblem(code) && military.severity === 'warn')
}
