import { phrasesOf, spellingsOf, type Phrases, type SpellingRow } from './phrase.js'

/** The kinds of military post offices: army and air force, fleet, diplomatic. */
export type PostOffice = 'APO' | 'FPO' | 'DPO'

/** What people type for a post office. Only a spelling beyond doubt is repaired unasked. */
const postOffices: readonly SpellingRow<PostOffice>[] = [
  spellingsOf('APO', [
    'ARMY POST OFFICE',
    'ARMY POSTAL OFFICE',
    'AIR POST OFFICE',
    'AIR FORCE POST OFFICE',
    'ARMY AIR POST OFFICE',
    'AIR ARMY POST OFFICE',
    'ARMY AIR FORCE POST OFFICE',
    'ARMY AND AIR FORCE POST OFFICE',
  ]),
  spellingsOf('FPO', ['FLEET POST OFFICE', 'FLEET POSTAL OFFICE']),
  spellingsOf('DPO', ['DIPLOMATIC POST OFFICE', 'DIPLOMATIC POSTAL OFFICE']),
]

/** The same, fit for looking up. */
export const postOfficePhrases: Phrases<PostOffice> = phrasesOf(postOffices)
