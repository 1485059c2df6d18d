import type { SegmentMapping } from './mapping.js'

/**
 * The columns of a PostgreSQL table made for segments, which also is how each attribute is best stored. Moments are
 * `timestamptz`, lists `text[]` (tags as `foldText` of each), metafields `jsonb`. Histories are the host's own tables, so
 * the host adds them.
 *
 * @example
 * ```ts @import.meta.vitest
 * const mapping: SegmentMapping = {
 *   ...defaultMapping,
 *   histories: { orders: { table: 'orders', key: 'customer_id', fields: { at: 'placed_at' } } },
 * }
 * expect(mapping.attributes['customer_tags']).toEqual({ array: 'tag_keys' })
 * ```
 */
export const defaultMapping: SegmentMapping = {
  id: 'id',
  attributes: {
    abandoned_checkout_date: 'abandoned_checkout_at',
    amount_spent: { column: 'amount_spent', currencyColumn: 'amount_spent_currency' },
    blocked: 'blocked',
    companies: { array: 'companies' },
    created_by_app_id: 'created_by_app_id',
    customer_account_status: 'account_state',
    customer_added_date: 'created_at',
    customer_cities: { array: 'cities' },
    customer_countries: { array: 'countries' },
    customer_email_domain: 'email_domain',
    customer_language: 'language',
    customer_regions: { array: 'regions' },
    customer_tags: { array: 'tag_keys' },
    customer_type: 'customer_type',
    email_subscription_status: 'email_consent',
    first_order_date: 'first_order_at',
    last_order_date: 'last_order_at',
    metafields: { json: 'metafields' },
    newsletter: 'newsletter',
    number_of_orders: 'number_of_orders',
    predicted_spend_tier: 'predicted_spend_tier',
    price_level: 'price_level',
    product_subscription_status: 'product_subscription_status',
    rfm_group: 'rfm_group',
    sms_subscription_status: 'sms_consent',
    source: 'source',
  },
}
