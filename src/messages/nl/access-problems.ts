import type { AccessProblemCode } from '../../messaging/access/access-problem.js'
import type { Message } from '../../outcome/message.js'

/** Why nothing is done to an account, in Dutch. */
export const nlAccessProblems: Readonly<Record<AccessProblemCode, Message>> = {
  'access.guest': 'Een gast heeft geen login. Nodig hem of haar eerst uit.',
  'access.not-invited': 'Er is geen uitnodiging waarop kan worden geantwoord.',
  'access.not-enabled': 'Dit account is niet in gebruik. Nodig de klant in plaats daarvan uit.',
  'access.enabled': 'Dit account is al in gebruik.',
  'access.declined':
    'De klant heeft de uitnodiging afgewezen. Sluit eerst het account om opnieuw uit te nodigen.',
  'access.blocked': 'De klant is geblokkeerd.',
  'access.not-allowed': 'Dit is niet aan {actor}.',
  'access.no-mailbox': 'Niemand kan worden uitgenodigd zonder een eigen e-mailadres.',
  'access.link-void': 'Deze link geldt niet meer. Vraag een nieuwe aan.',
  'access.link-expired': 'Deze link gold tot {expiresAt}. Vraag een nieuwe aan.',
}
