/** What a problem's `params` can hold, once for all codes. The page shows it beside each code that has the parameter. */
export const paramMeanings = {
  action: 'what was to be done to the account',
  actor: 'the kind of actor who asked',
  allowed: 'what could stand there',
  ask: 'what only a person can tell',
  by: 'the row that counts instead',
  channel: '`email` or `sms`',
  column: 'the header of the column',
  columns: 'the headers of the columns',
  count: 'how many there are',
  currencies: 'the currencies, ISO 4217',
  customers: 'ids of the customers in question',
  days: 'how many days after the last order',
  dialect: 'the SQL dialect',
  discount: 'the id of the discount',
  earlier: 'the earlier row',
  encoding: 'what the file seems to be instead',
  end: 'where it ends in the text, in UTF-16 units',
  expected: 'what could stand there',
  expiresAt: 'until when the link held',
  fact: 'the name of the fact',
  field: 'the name of the field',
  found: 'what stood there',
  from: 'the state before',
  holder: 'the id of whoever holds it',
  id: 'the id in question',
  ids: 'ids of the customers in question',
  instead: 'what can be done to the profile instead',
  into: 'the id of the survivor',
  key: 'the key of the change set',
  least: 'the smallest that is allowed',
  length: 'what was given',
  lift: 'what would lift it',
  limit: 'what is allowed',
  message: 'the id of the email',
  method: 'what was asked of the store: `find`, `count` or `findByBlockingKeys`',
  most: 'the largest that is allowed',
  name: 'the attribute, function or parameter',
  nearest: 'the known name that is most alike',
  needed: 'the id that must stay',
  port: 'the port that is missing',
  read: 'as what it was read',
  readers: 'the readers of `related` that are missing',
  reason: 'why',
  row: 'the row, as a spreadsheet counts: the header is row 1',
  rule: 'the rule of the policy',
  sign: 'what makes it doubtful',
  start: 'where it begins in the text, in UTF-16 units',
  state: 'the state that was asked for',
  subscriptions: 'how many',
  to: 'the state that was asked for',
  until: 'the moment until which it is kept',
} as const

/** The name of a parameter. */
export type ParamName = keyof typeof paramMeanings

/** What docs/problems.md says of a code beside its message. */
export interface Remedy {
  /** `both`: a refusal in one place, a warning in another. A refusal unless given */
  readonly as?: 'warning' | 'both'
  readonly params?: readonly ParamName[]
  /** why it is said */
  readonly cause: string
  /** what the host, its staff or the customer can do */
  readonly remedy: string
}

/** A whole room's remedies. A code without one does not compile. */
export type Remedies<Code extends string> = { readonly [One in Code]: Remedy }
