import type { MilitaryRule } from '../address/military-rule.js'
import { invariant } from '../outcome/invariant.js'
import type { ConsentRule, IdentityRule, Policy } from './policy.js'
import type { RegistrationRule } from './registration-rule.js'

type Ways<Way extends string> = Readonly<Record<Way, true>>

/** What a policy chooses, a row a rule; a way that nobody knows would be a rule that nobody follows. */
const choices: {
  readonly consent: Ways<ConsentRule>
  readonly 'identity.email': Ways<IdentityRule['email']>
  readonly 'identity.phone': Ways<IdentityRule['phone']>
  readonly registration: Ways<RegistrationRule>
  readonly 'military.level': Ways<MilitaryRule['level']>
  readonly 'military.severity': Ways<MilitaryRule['severity']>
  readonly 'paymentLink.recipient': Ways<Policy['paymentLink']['recipient']>
} = {
  consent: { either: true, 'most-restrictive': true, 'follows-contact': true },
  'identity.email': { 'per-shop': true, 'per-account-type': true, 'not-unique': true },
  'identity.phone': { unique: true, 'not-unique': true },
  registration: { never: true, 'when-email-confirmed': true, 'same-email': true },
  'military.level': { merchant: true, postal: true },
  'military.severity': { warn: true, refuse: true },
  'paymentLink.recipient': { customer: true, chosen: true },
}

/** Finds a rule that is misspelt or missing: a policy often comes from a file, where no compiler looks. */
export function expectPolicy(policy: unknown): asserts policy is Policy {
  for (const [rule, ways] of Object.entries(choices)) {
    const way = rule.split('.').reduce(partOf, policy)
    const known = Object.keys(ways).map((one) => `'${one}'`)
    invariant(isAmong(ways, way), `\`${rule}\` of a policy is one of ${known.join(', ')}`)
  }
}

function isAmong(ways: Ways<string>, way: unknown): boolean {
  return typeof way === 'string' && ways[way] === true
}

function partOf(whole: unknown, name: string): unknown {
  return (whole as { readonly [part: string]: unknown } | null | undefined)?.[name]
}
