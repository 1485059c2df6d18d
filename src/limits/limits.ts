/**
 * Every limit of the library, once. Lengths are in Unicode code points, the others are counts. Which apply is the policy's.
 * Sources: M-4, M-5, B-1 of the requirements; the others are what the large platform was seen to enforce.
 */
export const limits = {
  /** a note, blanks included (M-4) */
  note: 5000,
  /** tags of one customer (M-5) */
  tags: 250,
  /** one tag */
  tag: 255,
  /** an id of a customer or an address (ours) */
  id: 255,
  /** a first or a last name */
  name: 255,
  /** an email address as typed */
  email: 255,
  /** a phone number as typed */
  phone: 255,
  /** one line of an address, a city, a postal code, a company */
  addressLine: 255,
  /** a tax id of a billing record (ours) */
  taxId: 255,
  /** the acquisition source, and the source of a consent (ours) */
  source: 255,
  /** the code of one tax exemption (ours) */
  taxExemption: 255,
  /** customers on one page for people (B-1) */
  page: 50,
} as const satisfies Record<string, number>

/** The name of a limit: `note`, `tags`. */
export type LimitName = keyof typeof limits

/** The limits that apply: those of a policy, or of the library. */
export type Limits = { readonly [Name in LimitName]: number }

/**
 * What no policy lifts: the ceilings of the shape check, there so that a hostile megabyte is refused before any rule reads it.
 */
export const ceilings = {
  /** characters of any one text */
  text: 20_000,
  /** entries of any one list: tags, addresses, exemptions, metafields */
  list: 10_000,
  /** code points of a search that a person types: as long as the longest text that it could find */
  search: 255,
  /** changes of one list in one edit: addresses, tags to come, tags to go */
  edits: 1000,
  /** delivery addresses, or sets of invoice data, of one activity */
  activityAddresses: 50,
  /** UTF-16 units of one row of a file; the longest that the limits allow, with every quote doubled, fits twice */
  csvRow: 500_000,
  /** code points of one header of a file */
  csvHeader: 255,
  /** code points of the subject of an email: no header line grows longer than its protocol allows */
  emailSubject: 255,
  /** code points of what an email says, as text and as a page */
  emailText: 200_000,
  /** discounts of one email */
  emailDiscounts: 100,
  /** code points of the key of a commit, with what a call of many parts adds to it: what any database keeps under an index */
  key: 600,
} as const
