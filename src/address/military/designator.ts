import { phrasesOf, spellingsOf, type Phrases, type SpellingRow } from './phrase.js'
import type { PostOffice } from './post-office.js'

/** What a delivery line begins with. CMR, OMC and UMR are the older names of CPR, OPC and UPR. */
export type DesignatorType = 'PSC' | 'UNIT' | 'CPR' | 'CMR' | 'OPC' | 'OMC' | 'UPR' | 'UMR'

/** What the merchant's page wants at each post office. */
export const wantedDesignators = {
  APO: 'PSC',
  FPO: 'UNIT',
  DPO: 'UNIT',
} as const satisfies Record<PostOffice, DesignatorType>

/** Where the postal service assigns a box to everyone. */
export const typesWithBox: ReadonlySet<DesignatorType> = new Set(['PSC', 'CPR', 'CMR'])

/** What people type for a designator. `SPC` and `PCS` mean other things too: a misspelled one counts only before a number or a box. */
const designators: readonly SpellingRow<DesignatorType>[] = [
  spellingsOf('PSC', [
    'POSTAL SERVICE CENTER',
    'POSTAL SERVICES CENTER',
    'POSTAL SERVICE CENTRE',
    'POSTAL SERVICE CTR',
  ]),
  spellingsOf('UNIT', [], ['UNT', 'UNI', 'UIT', 'UNITS']),
  spellingsOf('CPR', ['CONSOLIDATED POSTAL ROOM']),
  spellingsOf('CMR', [
    'CONSOLIDATED MAIL ROOM',
    'CONSOLIDATED MAILROOM',
    'COMMUNITY MAIL ROOM',
    'COMMUNITY MAILROOM',
  ]),
  spellingsOf('OPC', ['OFFICIAL POSTAL CENTER', 'OFFICIAL POSTAL CENTRE']),
  spellingsOf('OMC', ['OFFICIAL MAIL CENTER', 'OFFICIAL MAIL CENTRE']),
  spellingsOf('UPR', ['UNIT POSTAL ROOM']),
  spellingsOf('UMR', ['UNIT MAIL ROOM', 'UNIT MAILROOM']),
]

/** All of them. */
export const designatorTypes: readonly DesignatorType[] = designators.map(({ value }) => value)

/** Their spellings, fit for looking up. */
export const designatorPhrases: Phrases<DesignatorType> = phrasesOf(designators)
