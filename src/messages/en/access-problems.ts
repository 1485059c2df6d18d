import type { AccessProblemCode } from '../../messaging/access/access-problem.js'
import type { Message } from '../../outcome/message.js'

/** Why nothing is done to an account, in English. */
export const enAccessProblems: Readonly<Record<AccessProblemCode, Message>> = {
  'access.guest': 'A guest has no login. Invite them first.',
  'access.not-invited': 'There is no invitation that could be answered.',
  'access.not-enabled': 'This account is not in use. Invite the customer instead.',
  'access.enabled': 'This account is in use already.',
  'access.declined':
    'The customer has declined the invitation. Close the account first to invite them again.',
  'access.blocked': 'The customer is blocked.',
  'access.not-allowed': 'This is not for {actor} to do.',
  'access.no-mailbox': 'Nobody can be invited without an email of their own.',
  'access.link-void': 'This link does not hold any more. Ask for a new one.',
  'access.link-expired': 'This link held until {expiresAt}. Ask for a new one.',
}
