import { phrasesOf, type Phrases, type SpellingRow } from './phrase.js'

/** The kinds of military post offices: army and air force, fleet, diplomatic. */
export type PostOffice = 'APO' | 'FPO' | 'DPO'

/** What people type for a post office. Only a spelling beyond doubt is repaired unasked. */
const postOffices: readonly SpellingRow<PostOffice>[] = [
  {
    value: 'APO',
    plain: ['APO'],
    variant: [
      'A P O',
      'ARMY POST OFFICE',
      'ARMY POSTAL OFFICE',
      'AIR POST OFFICE',
      'AIR FORCE POST OFFICE',
      'ARMY AIR POST OFFICE',
      'AIR ARMY POST OFFICE',
      'ARMY AIR FORCE POST OFFICE',
      'ARMY AND AIR FORCE POST OFFICE',
    ],
    misspelled: ['AP0', 'AOP', 'PAO', 'APPO', 'APOO', 'AAPO'],
  },
  {
    value: 'FPO',
    plain: ['FPO'],
    variant: ['F P O', 'FLEET POST OFFICE', 'FLEET POSTAL OFFICE'],
    misspelled: ['FP0', 'FOP', 'PFO', 'FPPO', 'FPOO', 'FFPO'],
  },
  {
    value: 'DPO',
    plain: ['DPO'],
    variant: ['D P O', 'DIPLOMATIC POST OFFICE', 'DIPLOMATIC POSTAL OFFICE'],
    misspelled: ['DP0', 'DOP', 'PDO', 'DPPO', 'DPOO', 'DDPO'],
  },
]

/** The same, fit for looking up. */
export const postOfficePhrases: Phrases<PostOffice> = phrasesOf(postOffices)
