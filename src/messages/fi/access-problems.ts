import type { AccessProblemCode } from '../../messaging/access/access-problem.js'
import type { Message } from '../../outcome/message.js'

/** Why nothing is done to an account, in Finnish. */
export const fiAccessProblems: Readonly<Record<AccessProblemCode, Message>> = {
  'access.guest': 'Vieraalla ei ole kirjautumista. Kutsu hänet ensin.',
  'access.not-invited': 'Ei ole kutsua, johon voisi vastata.',
  'access.not-enabled': 'Tämä tili ei ole käytössä. Kutsu asiakas sen sijaan.',
  'access.enabled': 'Tämä tili on jo käytössä.',
  'access.declined': 'Asiakas on hylännyt kutsun. Sulje tili ensin, jotta voit kutsua uudelleen.',
  'access.blocked': 'Asiakas on estetty.',
  'access.not-allowed': 'Tämä ei ole sallittu tälle tekijälle: {actor}.',
  'access.no-mailbox': 'Ketään ei voi kutsua ilman omaa sähköpostiosoitetta.',
  'access.link-void': 'Tämä linkki ei ole enää voimassa. Pyydä uusi.',
  'access.link-expired': 'Tämä linkki oli voimassa tähän asti: {expiresAt}. Pyydä uusi.',
}
