import type { MessagingProblemCode } from '../../messaging/email-problem.js'
import type { TextProblemCode } from '../../value/text-problems.js'
import type { Message } from '../../outcome/message.js'

/** What each problem of an email says in Norwegian, a row a code. */
export const nbEmailProblems: Readonly<Record<Exclude<MessagingProblemCode, TextProblemCode>, Message>> = {
  'messaging.no-mailer':
    'Ingen e-posttjeneste er satt opp. Gi createCustomers en mailer, så kan dette sendes.',
  'messaging.no-sender': 'Butikken oppgir ingen adresse å sende fra. Før opp en i shop.senders.',
  'messaging.sender-unknown': 'Butikken sender ikke fra denne adressen.',
  'messaging.no-own-mailbox': 'Det er ikke kjent hvor din egen kopi skal. Oppgi postkassen din (ownMailbox).',
  'messaging.header-unsafe':
    'Her er det et linjeskift, eller noe som skjuler et, og det kan ikke stå i hodet på en e-post.',
  'messaging.blank': 'En e-post trenger denne delen.',
  'messaging.placeholder-malformed': 'To krøllparenteser åpner et felt som aldri slutter.',
  'messaging.placeholder-unknown': 'Det finnes ingenting som dette feltet kan stå for.',
  'messaging.placeholder-unsafe':
    'Et felt kan ikke stå her; sett det mellom tagger, eller i anførselstegn som verdien av et attributt.',
  'messaging.value-missing':
    'Det finnes ingenting å sette inn i dette feltet. Skriv bak en strek hva som skal stå i stedet.',
  'messaging.link-unsafe': 'Det som ville stå her, er ikke en adresse som en lenke kan føre til.',
  'messaging.message-unknown': 'Det finnes ingen e-post {message}.',
  'messaging.already-sent': 'E-posten {message} er sendt. Send en kopi i stedet.',
  'messaging.in-progress': 'E-posten {message} er fortsatt under sending.',
  'messaging.not-sent': 'E-posten {message} er ikke sendt, så det er ingenting å kopiere.',
  'messaging.email-failed': 'E-posten {message} kunne ikke sendes. Prøv igjen.',
  'messaging.email-unknown':
    'Det er ikke kjent om e-posten {message} ble sendt. Spør e-posttjenesten før du sender den igjen.',
  'messaging.may-arrive-twice': 'E-posten {message} kan være sendt før, og ville da komme to ganger.',
  'messaging.deleted': 'Profilen er slettet.',
  'messaging.redacted': 'Personopplysningene i denne profilen er fjernet.',
  'messaging.redaction-pending': 'Kunden har bedt om å bli glemt.',
  'messaging.no-email': 'Det finnes ingen e-postadresse å skrive til.',
  'messaging.email-unusable': 'Det kan ikke skrives til denne e-postadressen.',
  'messaging.blocked': 'Kunden er sperret.',
  'messaging.not-subscribed': 'Kunden har ikke sagt ja til markedsføring på e-post.',
}
