/** Why nothing is done to an account (C-7, C-8, E-7). */
export type AccessProblemCode =
  | 'access.guest'
  | 'access.not-invited'
  | 'access.not-enabled'
  | 'access.enabled'
  | 'access.declined'
  | 'access.blocked'
  | 'access.not-allowed'
  | 'access.no-mailbox'
  | 'access.link-void'
  | 'access.link-expired'
