/** Whom a letter is from, or to: an address, and the name that is shown beside it. */
export interface Mailbox {
  readonly email: string
  readonly name?: string | null | undefined
}
