import type { MessagingProblemCode } from '../../messaging/email-problem.js'
import type { TextProblemCode } from '../../value/text-problems.js'
import type { Message } from '../../outcome/message.js'

/** What each problem of an email says in Dutch, a row a code. */
export const nlEmailProblems: Readonly<Record<Exclude<MessagingProblemCode, TextProblemCode>, Message>> = {
  'messaging.no-mailer':
    'Er is geen maildienst ingesteld. Geef createCustomers een mailer mee, dan kan dit worden verstuurd.',
  'messaging.no-sender': 'De winkel noemt geen adres om vanaf te versturen. Zet er een in shop.senders.',
  'messaging.sender-unknown': 'Vanaf dit adres verstuurt de winkel niet.',
  'messaging.no-own-mailbox':
    'Het is niet bekend waar je eigen kopie heen moet. Noem je mailbox (ownMailbox).',
  'messaging.header-unsafe':
    'Hier staat een regeleinde, of iets wat er een verbergt; dat kan niet in de kop van een e-mail staan.',
  'messaging.blank': 'Een e-mail heeft dit deel nodig.',
  'messaging.placeholder-malformed': 'Twee accolades openen een invulveld dat nergens eindigt.',
  'messaging.placeholder-unknown': 'Er is niets waar dit invulveld voor kan staan.',
  'messaging.placeholder-unsafe':
    'Een invulveld kan hier niet staan; zet het tussen tags, of tussen aanhalingstekens als waarde van een attribuut.',
  'messaging.value-missing':
    'Er is niets om op de plaats van dit invulveld te zetten. Schrijf achter een streepje wat er dan moet staan.',
  'messaging.link-unsafe': 'Wat hier zou staan, is geen adres waar een link heen mag.',
  'messaging.message-unknown': 'Er is geen e-mail {message}.',
  'messaging.already-sent': 'De e-mail {message} is verstuurd. Stuur in plaats daarvan een kopie.',
  'messaging.in-progress': 'De e-mail {message} wordt nog verstuurd.',
  'messaging.not-sent': 'De e-mail {message} is niet verstuurd; er is dus niets om te kopiëren.',
  'messaging.email-failed': 'De e-mail {message} kon niet worden verstuurd. Probeer het opnieuw.',
  'messaging.email-unknown':
    'Het is niet bekend of de e-mail {message} is verstuurd. Vraag het de maildienst voordat je hem opnieuw verstuurt.',
  'messaging.may-arrive-twice':
    'De e-mail {message} is misschien al verstuurd en zou dan twee keer aankomen.',
  'messaging.deleted': 'Het profiel is verwijderd.',
  'messaging.redacted': 'De persoonsgegevens van dit profiel zijn gewist.',
  'messaging.redaction-pending': 'De klant heeft gevraagd om vergeten te worden.',
  'messaging.no-email': 'Er is geen e-mailadres om naar te schrijven.',
  'messaging.email-unusable': 'Naar dit e-mailadres kan niet worden geschreven.',
  'messaging.blocked': 'De klant is geblokkeerd.',
  'messaging.not-subscribed': 'De klant heeft geen ja gezegd tegen marketing via e-mail.',
}
