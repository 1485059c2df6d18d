import { accountIn, type Account } from '../../customer/account.js'
import type { Customer } from '../../customer/customer.js'
import type { RegistrationRule } from '../../policy/registration-rule.js'

/** What speaks for the registered account being this profile's. */
export interface RegistrationProof {
  /** the host says so: a link was followed, a transfer agreed to */
  readonly isKnown: boolean
  /** whoever registers has shown that the mailbox is theirs */
  readonly emailConfirmed: boolean
}

/** What each rule asks for before the profile with the same email becomes the account. */
const isProved: { readonly [Rule in RegistrationRule]: (proof: RegistrationProof) => boolean } = {
  never: () => false,
  'when-email-confirmed': ({ emailConfirmed }) => emailConfirmed,
  'same-email': () => true,
}

/** Whether the profile becomes the account; one that is in use already is the account. */
export function becomesAccount(
  { account }: Customer,
  proof: RegistrationProof,
  rule: RegistrationRule,
): boolean {
  return isInUse(account) || proof.isKnown || isProved[rule](proof)
}

/** The account of somebody who has just registered (C-7); who was blocked stays blocked (C-8). */
export function registeredAccount(account: Account): Account {
  return accountIn('ENABLED', account)
}

/** A guest's is never enabled (C-7). */
function isInUse({ state }: Account): boolean {
  return state === 'ENABLED'
}
