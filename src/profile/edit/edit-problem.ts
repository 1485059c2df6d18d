/** Why an edit is refused, apart from what is wrong with the values; `edit.consent-ended` only warns. */
export type EditProblemCode =
  | 'edit.not-allowed'
  | 'edit.consent-apart'
  | 'edit.address-blank'
  | 'edit.consent-ended'
  | 'edit.deleted'
  | 'edit.redacted'
  | 'edit.merge-in-progress'
  | 'edit.conflict'
