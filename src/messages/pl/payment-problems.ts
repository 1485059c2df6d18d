import type { PaymentProblemCode } from '../../messaging/payment/payment-problem.js'
import type { Message } from '../../outcome/message.js'

/** Why nothing is done with a payment method, in Polish. */
export const plPaymentProblems: Readonly<Record<PaymentProblemCode, Message>> = {
  'payment.not-configured':
    'Nie podłączono operatora płatności. Przekaż go do createCustomers jako port {port}.',
  'payment.not-allowed': 'Tego nie może zrobić {actor}.',
  'payment.card-number': 'Numer karty nie może tu nigdzie stać.',
  'payment.unknown-method': 'Klient nie ma takiej metody płatności.',
  'payment.not-replaceable': 'Tej metody płatności nie można stąd zastąpić. Wyślij klientowi link.',
  'payment.not-revocable': 'Tej metody płatności nie można usunąć.',
  'payment.in-use': {
    by: 'subscriptions',
    one: 'Tą metodą płatności opłacana jest czynna subskrypcja.',
    few: 'Tą metodą płatności opłacane są {subscriptions} czynne subskrypcje.',
    many: 'Tą metodą płatności opłacanych jest {subscriptions} czynnych subskrypcji.',
    other: 'Tą metodą płatności opłacane jest {subscriptions} czynnej subskrypcji.',
  },
  'payment.use-unknown': 'Nie wiadomo, czy tą metodą płatności opłacana jest czynna subskrypcja.',
  'payment.unknown-sender': 'Sklep nie wysyła wiadomości z tego adresu.',
  'payment.unknown-recipient': 'Na ten adres nie można wysłać linku.',
  'payment.recipient-fixed': 'Link idzie na adres e-mail z profilu i nigdzie indziej.',
  'payment.no-recipient': 'Nie ma adresu e-mail, na który można by wysłać link.',
}
