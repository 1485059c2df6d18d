import type { AccountAction } from '../../plan/account-change.js'

/** What is to be done to an account. */
export interface AccessWish {
  readonly action: AccountAction
  /**
   * the id of the link that the customer followed, of `activate` and `decline`: it must be the last that was sent, and in time.
   * Without it, whoever calls has made sure of that
   */
  readonly link?: string | undefined
}
