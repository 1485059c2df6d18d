export const accountStates = ['DISABLED', 'INVITED', 'ENABLED', 'DECLINED'] as const

/** How far an account has come: nobody asked, invited, in use, or the invitation declined. */
export type AccountState = (typeof accountStates)[number]

/** A person who registered (C-7), or was invited to. */
export interface RegisteredAccount {
  readonly type: 'account'
  readonly state: AccountState
  /** a blocked account cannot log in (C-8) */
  readonly blocked: boolean
}

/** A person who bought without registering (C-7): never more than `DISABLED`. */
export interface GuestAccount {
  readonly type: 'guest'
  readonly state: 'DISABLED'
  readonly blocked: boolean
}

/** The kind of account and its state (C-7, C-8). A guest with a login cannot be written down. */
export type Account = RegisteredAccount | GuestAccount

export const guestAccount: GuestAccount = { type: 'guest', state: 'DISABLED', blocked: false }

/** The account of whoever has come so far, or was sent back: of a guest an account is made; who was blocked stays blocked. */
export function accountIn(state: AccountState, { blocked }: Account): RegisteredAccount {
  return { type: 'account', state, blocked }
}

/** The account, blocked or not (C-8). */
export function accountBlocked(blocked: boolean, account: Account): Account {
  return { ...account, blocked }
}
