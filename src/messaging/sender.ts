import { emailKey, emailProblems } from '../contact/email.js'
import { limits } from '../limits/limits.js'
import { refusal, unlessProblems, type Outcome } from '../outcome/outcome.js'
import { problem, type Problem, type ProblemPath } from '../outcome/problem.js'
import type { Shop } from '../plan/context.js'
import type { StoredEmail } from '../timeline/stored-email.js'
import type { Mailbox } from '../value/mailbox.js'
import { textProblems } from '../value/text-problems.js'
import { headerProblems } from './header-text.js'

/**
 * From whom an email comes: the sender of the shop that was chosen by its address, the first unless one was. Only those that the host
 * lists, so that nobody writes in another's name.
 *
 * Codes: `messaging.no-sender` of a shop that lists none, `messaging.sender-unknown`, and what makes a listed one unfit for a header:
 * `email.*`, `messaging.header-unsafe`, `text.*`.
 */
export function readSender(
  { senders = [] }: Pick<Shop, 'senders'>,
  chosen?: string,
): Outcome<StoredEmail['from']> {
  if (senders.length === 0) return refusal(problem('messaging.no-sender', ['from']))
  const sender =
    chosen === undefined ? senders[0] : senders.find(({ email }) => emailKey(email) === emailKey(chosen))
  if (sender === undefined) return refusal(problem('messaging.sender-unknown', ['from']))
  const { email, name = null } = sender
  return unlessProblems(mailboxProblems(sender, ['from']), () => ({ email, name }))
}

/** What makes an address or the name beside it unfit for a header. */
export function mailboxProblems({ email, name = null }: Mailbox, path: ProblemPath): Problem[] {
  return [
    ...emailProblems(email, limits.email, [...path, 'email']),
    ...headerProblems(email, [...path, 'email']),
    ...textProblems(name, limits.name, [...path, 'name']),
    ...headerProblems(name ?? '', [...path, 'name']),
  ]
}
