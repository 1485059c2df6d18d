import type { MessagingProblemCode } from '../../../src/messaging/email-problem.js'
import type { TextProblemCode } from '../../../src/value/text-problems.js'
import type { Remedies } from './remedy.js'

/** What can stand against an email. */
export const messagingRemedies: Remedies<Exclude<MessagingProblemCode, TextProblemCode>> = {
  'messaging.no-mailer': {
    cause: 'The service was made without the port `mailer`, so nothing can be sent.',
    remedy:
      'Pass a mailer to `createCustomers`; `examples/smtp-mailer` is one. Until then do not offer the button.',
  },
  'messaging.no-sender': {
    cause: '`shop.senders` names no address from which the shop writes.',
    remedy: 'List one at least; the first is used unless the wish names another.',
  },
  'messaging.sender-unknown': {
    cause: 'The wish names a `from` that is not among `shop.senders`; nobody writes in another’s name.',
    remedy: 'Offer the listed senders, or list this one if it is the shop’s.',
  },
  'messaging.no-own-mailbox': {
    cause: 'A copy to oneself is wanted, and the call does not say where that is.',
    remedy: 'Pass `ownMailbox` of the person who is logged in.',
  },
  'messaging.header-unsafe': {
    cause:
      'The subject, a name or an address holds a line end, or an encoded word that could hide one: another header could begin there.',
    remedy: 'Have it typed anew without; the path names the part.',
  },
  'messaging.blank': {
    cause: 'The subject, the text or the page is empty, or becomes so once the placeholders are filled.',
    remedy: 'Ask for it; the path names the part.',
  },
  'messaging.placeholder-malformed': {
    params: ['start'],
    cause: 'Two braces open a placeholder and none close it.',
    remedy: 'Mark the place: `params.start` counts from the beginning of the part that the path names.',
  },
  'messaging.placeholder-unknown': {
    params: ['start', 'end'],
    cause: 'No placeholder has this name, or the wish brings no `data` of this name.',
    remedy: 'Use a name of [the table](messaging.md#templates), or pass the value in `data`.',
  },
  'messaging.placeholder-unsafe': {
    params: ['start', 'end'],
    cause:
      'In the page the placeholder stands within a tag, a comment, a script, a style or an attribute that runs something; there no escaping makes a value harmless.',
    remedy: 'Move it between tags, or into quotes as the value of a harmless attribute.',
  },
  'messaging.value-missing': {
    params: ['start', 'end'],
    cause: 'The customer has nothing that could stand here, and the placeholder says nothing instead.',
    remedy: 'Write what to say instead behind a bar: `{{customer.firstName | friend}}`.',
  },
  'messaging.link-unsafe': {
    params: ['start', 'end'],
    cause:
      'The value begins the address of a link or picture and is neither `https:`, `http:`, `mailto:` nor `tel:`, so it could run a program.',
    remedy: 'Bring a whole address, beginning with `https://`.',
  },
  'messaging.message-unknown': {
    params: ['message'],
    cause: 'The customer’s timeline has no email with this id; it may have been erased with the person.',
    remedy: 'Load the timeline again.',
  },
  'messaging.already-sent': {
    params: ['message'],
    cause: 'Another attempt is wanted for an email that has been sent.',
    remedy: 'Nothing, or send a copy with `runEmailCopy`.',
  },
  'messaging.in-progress': {
    params: ['message'],
    cause: 'The email waits in the outbox or is on its way just now.',
    remedy: 'Wait; `deliverEffects` sees to what a process has left behind.',
  },
  'messaging.not-sent': {
    params: ['message'],
    cause: 'A copy is wanted of an email that never went out.',
    remedy: 'Try the email itself once more with `runEmailRetry`.',
  },
  'messaging.email-failed': {
    as: 'warning',
    params: ['message', 'reason'],
    cause: 'The mailer did not send it, or the customer changed between recording and sending.',
    remedy:
      'Go by `params.reason`: `unavailable` is worth another attempt (`runEmailRetry`), `recipient-refused` wants another address, `address-changed` and `not-allowed` a new email if any.',
  },
  'messaging.email-unknown': {
    as: 'warning',
    params: ['message'],
    cause: 'The attempt was cut off, and the mail service cannot be asked whether the email went out.',
    remedy: 'Look into the mail service; then leave it, or send it again with `runEmailRetry`.',
  },
  'messaging.may-arrive-twice': {
    as: 'warning',
    params: ['message'],
    cause: 'An attempt is made again of which nobody knows how the one before ended.',
    remedy: 'Tell whoever asks for it before they do.',
  },
  'messaging.deleted': {
    cause: 'The profile has been deleted.',
    remedy: 'Leave the customer out.',
  },
  'messaging.redacted': {
    cause: 'The personal data has been erased; there is nobody to write to.',
    remedy: 'Leave the customer out.',
  },
  'messaging.redaction-pending': {
    cause: 'The customer has asked to be forgotten, and so gets no marketing any more.',
    remedy: 'Leave the customer out. What belongs to an order or an account may be sent.',
  },
  'messaging.no-email': {
    cause: 'The profile has no email, or one that the policy knows as a placeholder (`identity.ignore`).',
    remedy: 'Use another channel, or ask for an email.',
  },
  'messaging.email-unusable': {
    cause: 'The email that is kept could not stand in the head of a letter; it is older than the checks.',
    remedy: 'Correct it on the profile.',
  },
  'messaging.blocked': {
    cause: 'The account is blocked, and so gets no marketing.',
    remedy: 'Leave the customer out, or lift the block.',
  },
  'messaging.not-subscribed': {
    cause: 'The customer has not said yes to marketing by email, or has taken it back.',
    remedy:
      'Leave the customer out. Do not call marketing `transactional`: that is for what belongs to an order or an account.',
  },
}
