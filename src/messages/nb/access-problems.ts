import type { AccessProblemCode } from '../../messaging/access/access-problem.js'
import type { Message } from '../../outcome/message.js'

/** Why nothing is done to an account, in Norwegian. */
export const nbAccessProblems: Readonly<Record<AccessProblemCode, Message>> = {
  'access.guest': 'En gjest har ingen innlogging. Inviter dem først.',
  'access.not-invited': 'Det finnes ingen invitasjon å svare på.',
  'access.not-enabled': 'Denne kontoen er ikke i bruk. Inviter kunden i stedet.',
  'access.enabled': 'Denne kontoen er i bruk allerede.',
  'access.declined': 'Kunden har avslått invitasjonen. Steng kontoen først for å invitere på nytt.',
  'access.blocked': 'Kunden er sperret.',
  'access.not-allowed': 'Dette er det ikke {actor} som gjør.',
  'access.no-mailbox': 'Ingen kan inviteres uten en egen e-postadresse.',
  'access.link-void': 'Denne lenken gjelder ikke lenger. Be om en ny.',
  'access.link-expired': 'Denne lenken gjaldt til {expiresAt}. Be om en ny.',
}
