import { phrasesOf, type Phrases, type SpellingRow } from './phrase.js'
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
  {
    value: 'PSC',
    plain: ['PSC'],
    variant: [
      'P S C',
      'POSTAL SERVICE CENTER',
      'POSTAL SERVICES CENTER',
      'POSTAL SERVICE CENTRE',
      'POSTAL SERVICE CTR',
    ],
    misspelled: ['PCS', 'SPC', 'PSCC', 'PSSC', 'PPSC', 'P5C'],
  },
  {
    value: 'UNIT',
    plain: ['UNIT'],
    variant: ['U N I T'],
    misspelled: [
      'UNTI',
      'UINT',
      'NUIT',
      'UNT',
      'UNI',
      'UIT',
      'UNITT',
      'UNIIT',
      'UNNIT',
      'UUNIT',
      'UNITS',
      'UN1T',
    ],
  },
  {
    value: 'CPR',
    plain: ['CPR'],
    variant: ['C P R', 'CONSOLIDATED POSTAL ROOM'],
    misspelled: ['CRP', 'PCR', 'CPPR', 'CCPR', 'CPRR'],
  },
  {
    value: 'CMR',
    plain: ['CMR'],
    variant: [
      'C M R',
      'CONSOLIDATED MAIL ROOM',
      'CONSOLIDATED MAILROOM',
      'COMMUNITY MAIL ROOM',
      'COMMUNITY MAILROOM',
    ],
    misspelled: ['CRM', 'MCR', 'CMMR', 'CCMR', 'CMRR'],
  },
  {
    value: 'OPC',
    plain: ['OPC'],
    variant: ['O P C', 'OFFICIAL POSTAL CENTER', 'OFFICIAL POSTAL CENTRE'],
    misspelled: ['OCP', 'POC', 'OPPC', 'OOPC', 'OPCC'],
  },
  {
    value: 'OMC',
    plain: ['OMC'],
    variant: ['O M C', 'OFFICIAL MAIL CENTER', 'OFFICIAL MAIL CENTRE'],
    misspelled: ['OCM', 'MOC', 'OMMC', 'OOMC', 'OMCC'],
  },
  {
    value: 'UPR',
    plain: ['UPR'],
    variant: ['U P R', 'UNIT POSTAL ROOM'],
    misspelled: ['URP', 'PUR', 'UPPR', 'UUPR', 'UPRR'],
  },
  {
    value: 'UMR',
    plain: ['UMR'],
    variant: ['U M R', 'UNIT MAIL ROOM', 'UNIT MAILROOM'],
    misspelled: ['URM', 'MUR', 'UMMR', 'UUMR', 'UMRR'],
  },
]

/** All of them. */
export const designatorTypes: readonly DesignatorType[] = designators.map(({ value }) => value)

/** Their spellings, fit for looking up. */
export const designatorPhrases: Phrases<DesignatorType> = phrasesOf(designators)
