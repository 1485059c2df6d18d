import type { MessagingProblemCode } from '../../messaging/email-problem.js'
import type { TextProblemCode } from '../../value/text-problems.js'
import type { Message } from '../../outcome/message.js'

/** What each problem of an email says in Polish, a row a code. */
export const plEmailProblems: Readonly<Record<Exclude<MessagingProblemCode, TextProblemCode>, Message>> = {
  'messaging.no-mailer':
    'Nie ustawiono usługi pocztowej. Przekaż do createCustomers port mailer, a da się to wysłać.',
  'messaging.no-sender': 'Sklep nie podaje adresu, z którego wysyła. Wymień go w shop.senders.',
  'messaging.sender-unknown': 'Z tego adresu sklep nie wysyła.',
  'messaging.no-own-mailbox':
    'Nie wiadomo, dokąd ma pójść kopia dla ciebie. Podaj swoją skrzynkę (ownMailbox).',
  'messaging.header-unsafe':
    'Jest tu koniec wiersza albo coś, co go ukrywa; to nie może stać w nagłówku wiadomości.',
  'messaging.blank': 'Wiadomość potrzebuje tej części.',
  'messaging.placeholder-malformed': 'Dwa nawiasy klamrowe otwierają pole, które nigdy się nie kończy.',
  'messaging.placeholder-unknown': 'Nie ma niczego, co to pole mogłoby oznaczać.',
  'messaging.placeholder-unsafe':
    'Pole nie może tu stać; umieść je między znacznikami albo w cudzysłowie jako wartość atrybutu.',
  'messaging.value-missing': 'Nie ma czego wstawić w to pole. Po kresce napisz, co powiedzieć zamiast tego.',
  'messaging.link-unsafe': 'To, co by tu stanęło, nie jest adresem, do którego może prowadzić link.',
  'messaging.message-unknown': 'Nie ma wiadomości {message}.',
  'messaging.already-sent': 'Wiadomość {message} została wysłana. Zamiast tego wyślij kopię.',
  'messaging.in-progress': 'Wiadomość {message} jest jeszcze wysyłana.',
  'messaging.not-sent': 'Wiadomości {message} nie wysłano, więc nie ma czego kopiować.',
  'messaging.email-failed': 'Nie udało się wysłać wiadomości {message}. Spróbuj ponownie.',
  'messaging.email-unknown':
    'Nie wiadomo, czy wiadomość {message} została wysłana. Zanim wyślesz ją ponownie, zapytaj usługę pocztową.',
  'messaging.may-arrive-twice': 'Wiadomość {message} mogła już zostać wysłana i wtedy przyszłaby dwa razy.',
  'messaging.deleted': 'Profil został usunięty.',
  'messaging.redacted': 'Dane osobowe tego profilu zostały wymazane.',
  'messaging.redaction-pending': 'Klient zażądał, aby o nim zapomniano.',
  'messaging.no-email': 'Nie ma adresu e-mail, na który można by napisać.',
  'messaging.email-unusable': 'Na ten adres e-mail nie można pisać.',
  'messaging.blocked': 'Klient jest zablokowany.',
  'messaging.not-subscribed': 'Klient nie zgodził się na marketing przez e-mail.',
}
