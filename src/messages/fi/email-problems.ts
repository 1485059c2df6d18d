import type { MessagingProblemCode } from '../../messaging/email-problem.js'
import type { TextProblemCode } from '../../value/text-problems.js'
import type { Message } from '../../outcome/message.js'

/** What each problem of an email says in Finnish, a row a code. */
export const fiEmailProblems: Readonly<Record<Exclude<MessagingProblemCode, TextProblemCode>, Message>> = {
  'messaging.no-mailer':
    'Postipalvelua ei ole määritetty. Anna createCustomers-funktiolle mailer, niin tämän voi lähettää.',
  'messaging.no-sender': 'Kauppa ei ilmoita osoitetta, josta lähettää. Lisää sellainen kohtaan shop.senders.',
  'messaging.sender-unknown': 'Kauppa ei lähetä tästä osoitteesta.',
  'messaging.no-own-mailbox': 'Ei tiedetä, minne oma kopiosi menisi. Ilmoita postilaatikkosi (ownMailbox).',
  'messaging.header-unsafe':
    'Tässä on rivinvaihto tai jotain, mikä kätkee sen, eikä se voi olla sähköpostin otsakkeessa.',
  'messaging.blank': 'Sähköposti tarvitsee tämän osan.',
  'messaging.placeholder-malformed': 'Kaksi aaltosuljetta avaa kentän, joka ei koskaan pääty.',
  'messaging.placeholder-unknown': 'Ei ole mitään, mitä tämä kenttä voisi tarkoittaa.',
  'messaging.placeholder-unsafe':
    'Kenttä ei voi olla tässä; pane se tunnisteiden väliin tai lainausmerkkeihin määritteen arvoksi.',
  'messaging.value-missing':
    'Tähän kenttään ei ole mitään pantavaa. Kirjoita pystyviivan perään, mitä sen sijaan sanotaan.',
  'messaging.link-unsafe': 'Se, mikä tässä olisi, ei ole osoite, johon linkki saa johtaa.',
  'messaging.message-unknown': 'Sähköpostia {message} ei ole.',
  'messaging.already-sent': 'Sähköposti {message} on lähetetty. Lähetä sen sijaan kopio.',
  'messaging.in-progress': 'Sähköpostia {message} lähetetään vielä.',
  'messaging.not-sent': 'Sähköpostia {message} ei ole lähetetty, joten kopioitavaa ei ole.',
  'messaging.email-failed': 'Sähköpostia {message} ei voitu lähettää. Yritä uudelleen.',
  'messaging.email-unknown':
    'Ei tiedetä, lähetettiinkö sähköposti {message}. Kysy postipalvelulta, ennen kuin lähetät sen uudelleen.',
  'messaging.may-arrive-twice':
    'Sähköposti {message} on ehkä jo lähetetty, ja silloin se tulisi perille kahdesti.',
  'messaging.deleted': 'Profiili on poistettu.',
  'messaging.redacted': 'Tämän profiilin henkilötiedot on poistettu.',
  'messaging.redaction-pending': 'Asiakas on pyytänyt tulla unohdetuksi.',
  'messaging.no-email': 'Ei ole sähköpostiosoitetta, johon kirjoittaa.',
  'messaging.email-unusable': 'Tähän sähköpostiosoitteeseen ei voi kirjoittaa.',
  'messaging.blocked': 'Asiakas on estetty.',
  'messaging.not-subscribed': 'Asiakas ei ole suostunut sähköpostimarkkinointiin.',
}
