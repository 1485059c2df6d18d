import type { AccessProblemCode } from '../../messaging/access/access-problem.js'
import type { Message } from '../../outcome/message.js'

/** Why nothing is done to an account, in Polish. */
export const plAccessProblems: Readonly<Record<AccessProblemCode, Message>> = {
  'access.guest': 'Gość nie ma logowania. Najpierw go zaproś.',
  'access.not-invited': 'Nie ma zaproszenia, na które można by odpowiedzieć.',
  'access.not-enabled': 'To konto nie jest używane. Zamiast tego zaproś klienta.',
  'access.enabled': 'To konto jest już używane.',
  'access.declined': 'Klient odrzucił zaproszenie. Aby zaprosić go ponownie, najpierw zamknij konto.',
  'access.blocked': 'Klient jest zablokowany.',
  'access.not-allowed': 'Tego nie może zrobić {actor}.',
  'access.no-mailbox': 'Nie można zaprosić nikogo, kto nie ma własnego adresu e-mail.',
  'access.link-void': 'Ten link już nie obowiązuje. Poproś o nowy.',
  'access.link-expired': 'Ten link obowiązywał do {expiresAt}. Poproś o nowy.',
}
