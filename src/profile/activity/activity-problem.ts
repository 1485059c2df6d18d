/** What is doubtful about an activity. All of them only warn. */
export type ActivityProblemCode =
  | 'activity.value-ignored'
  | 'activity.possible-duplicate'
  | 'activity.contact-taken'
  | 'activity.account-held-back'
  | 'activity.nobody-found'
