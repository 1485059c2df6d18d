/** How a column is declared, which also is how it is read from JSON. */
export type ColumnType = 'text' | 'text[]' | 'bigint' | 'boolean' | 'timestamptz' | 'jsonb'

/** A table's columns beside the shop, in their order. */
export type Columns = Readonly<Record<string, ColumnType>>

/** What the repository itself must know of a record. */
const ownColumns = {
  id: 'text',
  /** present, merged or deleted */
  state: 'text',
  /** whether it is listed and found */
  living: 'boolean',
  /** every id that was merged into it */
  absorbed: 'text[]',
  /** raised by every write, so that who had to wait for a lock sees that something has changed */
  version: 'bigint',
  revision: 'text',
  /** the customer but for the metafields, which have a column of their own */
  customer: 'jsonb',
  statistics: 'jsonb',
  facts: 'jsonb',
  claims: 'text[]',
  /** the keys that the table of keys holds for it, in their order */
  found_by: 'text[]',
  /** emails and phones of before, of whoever was merged into it as well */
  former: 'jsonb',
  /** under what somebody erased was known, as long as redactions wait */
  leaving: 'jsonb',
  /** of whom it was recorded that they are somebody else */
  distinct_from: 'text[]',
} as const satisfies Columns

/** What lists are sorted by, and searches look into; folded, because no database folds as the rules do. */
const listColumns = {
  sort_created_at: 'text',
  sort_updated_at: 'text',
  sort_name: 'text',
  search_text: 'text',
  phone: 'text',
} as const satisfies Columns

/** What segments ask about, as `defaultMapping` names it. */
export const segmentColumns = {
  abandoned_checkout_at: 'timestamptz',
  amount_spent: 'bigint',
  amount_spent_currency: 'text',
  blocked: 'boolean',
  account_state: 'text',
  created_at: 'timestamptz',
  cities: 'text[]',
  countries: 'text[]',
  email_domain: 'text',
  language: 'text',
  regions: 'text[]',
  tag_keys: 'text[]',
  customer_type: 'text',
  email_consent: 'text',
  first_order_at: 'timestamptz',
  last_order_at: 'timestamptz',
  metafields: 'jsonb',
  newsletter: 'boolean',
  number_of_orders: 'bigint',
  predicted_spend_tier: 'text',
  price_level: 'bigint',
  product_subscription_status: 'text',
  rfm_group: 'text',
  sms_consent: 'text',
  source: 'text',
} as const satisfies Columns

/** All columns that a commit writes. */
export const customerColumns: Columns = { ...ownColumns, ...listColumns, ...segmentColumns }

/** What segments ask about that comes from the statistics: saving a customer leaves it as it is. */
const statisticsColumns: ReadonlySet<string> = new Set<keyof typeof segmentColumns>([
  'abandoned_checkout_at',
  'amount_spent',
  'amount_spent_currency',
  'first_order_at',
  'last_order_at',
  'number_of_orders',
  'predicted_spend_tier',
  'product_subscription_status',
  'rfm_group',
])

/** The columns of the customer, and of what follows from the customer and from nothing else. */
export const savedColumns: Columns = Object.fromEntries(
  Object.entries({ customer: 'jsonb', ...listColumns, ...segmentColumns } as const).filter(
    ([name]) => !statisticsColumns.has(name),
  ),
)

/** `"id" text, "state" text …`: what a list of JSON objects is read as. */
export function recordOf(columns: Columns): string {
  return Object.entries(columns)
    .map(([name, type]) => `"${name}" ${type}`)
    .join(', ')
}

/** `"id", "state" …` */
export function namesOf(columns: Columns): string {
  return Object.keys(columns)
    .map((name) => `"${name}"`)
    .join(', ')
}
