import type { MessagingProblemCode } from '../../messaging/email-problem.js'
import type { Message } from '../../outcome/message.js'
import type { TextProblemCode } from '../../value/text-problems.js'

/** What each problem of an email says in English, a row a code. */
export const enEmailProblems: Readonly<Record<Exclude<MessagingProblemCode, TextProblemCode>, Message>> = {
  'messaging.no-mailer': 'No mail service is set up. Give createCustomers a mailer, and this can be sent.',
  'messaging.no-sender': 'The shop names no address to send from. List one in shop.senders.',
  'messaging.sender-unknown': 'This is not an address that the shop sends from.',
  'messaging.no-own-mailbox':
    'It is not known where your own copy should go. Name your mailbox (ownMailbox).',
  'messaging.header-unsafe':
    'This holds a line end, or something that hides one, and cannot stand in the head of an email.',
  'messaging.blank': 'An email needs this part.',
  'messaging.placeholder-malformed': 'Two braces begin a placeholder that never ends.',
  'messaging.placeholder-unknown': 'There is nothing that this placeholder could stand for.',
  'messaging.placeholder-unsafe':
    'A placeholder cannot stand here; put it between tags, or into quotes as the value of an attribute.',
  'messaging.value-missing':
    'There is nothing to put in the place of this placeholder. Write what to say instead behind a bar.',
  'messaging.link-unsafe': 'What would stand here is not an address that a link may lead to.',
  'messaging.message-unknown': 'There is no email {message}.',
  'messaging.already-sent': 'The email {message} has been sent. Send a copy instead.',
  'messaging.in-progress': 'The email {message} is still being sent.',
  'messaging.not-sent': 'The email {message} has not been sent, so there is nothing to copy.',
  'messaging.email-failed': 'The email {message} could not be sent. Try again.',
  'messaging.email-unknown':
    'It is not known whether the email {message} was sent. Ask the mail service before you send it again.',
  'messaging.may-arrive-twice': 'The email {message} may have been sent before, and would then arrive twice.',

  'messaging.deleted': 'The profile has been deleted.',
  'messaging.redacted': 'The personal data of this profile has been erased.',
  'messaging.redaction-pending': 'The customer has asked to be forgotten.',
  'messaging.no-email': 'There is no email address to write to.',
  'messaging.email-unusable': 'The email address cannot be written to.',
  'messaging.blocked': 'The customer is blocked.',
  'messaging.not-subscribed': 'The customer has not said yes to marketing by email.',
}
