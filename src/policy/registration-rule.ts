/**
 * Whether the profile of somebody who bought as a guest becomes the account that is registered with the same email, because
 * shops disagree: `never`; `when-email-confirmed`, when whoever registers has shown that the mailbox is theirs; `same-email`,
 * always, which hands a stranger's profile to anybody who knows the address.
 */
export type RegistrationRule = 'never' | 'when-email-confirmed' | 'same-email'
