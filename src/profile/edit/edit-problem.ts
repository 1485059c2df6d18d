import type { RecordProblemCode } from '../../plan/settled-record.js'

/** Why an edit is refused, apart from what is wrong with the values; `edit.consent-of-old-contact` only warns. */
export type EditProblemCode =
  | 'edit.not-allowed'
  | 'edit.consent-apart'
  | 'edit.address-blank'
  | 'edit.consent-of-old-contact'
  | RecordProblemCode
  | 'edit.conflict'
