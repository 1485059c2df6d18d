import type { SegmentMapping } from '../../../src/segment/sql/index.js'
import type { Database } from './database.js'

export const planMapping: SegmentMapping = {
  id: 'id',
  attributes: {
    amount_spent: { column: 'spent', currency: 'EUR' },
    customer_countries: { array: 'countries' },
    customer_regions: { json: 'regions' },
    customer_tags: { table: 'shopper_tags', key: 'shopper', column: 'tag' },
    last_order_date: 'last_order_at',
    metafields: { json: 'fields' },
    source: 'source',
  },
  histories: { orders: { table: 'shopper_orders', key: 'shopper', fields: { at: 'at' } } },
}

/** A table of enough rows that its indexes pay. */
export async function fillForPlans(postgres: Database): Promise<void> {
  await postgres.run(`
    create table shoppers as
      select 'shopper-' || i as id, i * 10 as spent, 'source-' || i as source,
        timestamptz '2020-01-01' + i * interval '1 hour' as last_order_at,
        array['C' || i % 300] as countries, jsonb_build_array('R' || i % 300) as regions,
        jsonb_build_object('loyalty.points', i) as fields
      from generate_series(1, 30000) as i;
    create table shopper_tags as
      select 'shopper-' || i as shopper, 'tag-' || i % 1000 as tag from generate_series(1, 30000) as i;
    create table shopper_orders as
      select 'shopper-' || i % 30000 as shopper, now() - i * interval '1 hour' as at
      from generate_series(1, 30000) as i;
    create index shoppers_spent on shoppers (spent);
    create index shoppers_source on shoppers (source);
    create index shoppers_last_order on shoppers (last_order_at);
    create index shoppers_countries on shoppers using gin (countries);
    create index shoppers_regions on shoppers using gin (regions);
    create index shoppers_fields on shoppers using gin (fields);
    create index shoppers_id on shoppers (id);
    create index shopper_tags_tag on shopper_tags (tag);
    create index shopper_orders_shopper on shopper_orders (shopper);
    analyze;
  `)
}

/** A query, and the index that must serve. */
export const planCases: readonly (readonly [query: string, index: string])[] = [
  ['last_order_date = 2021-05-10', 'shoppers_last_order'],
  ['last_order_date >= 2023-05-10', 'shoppers_last_order'],
  ['amount_spent BETWEEN 100 AND 110', 'shoppers_spent'],
  ['amount_spent > 2990.005', 'shoppers_spent'],
  ["source = 'source-7'", 'shoppers_source'],
  ["source IN ('source-7', 'source-8')", 'shoppers_source'],
  ["customer_tags CONTAINS 'tag-7'", 'shopper_tags_tag'],
  ["customer_tags CONTAINS ANY ('tag-7', 'tag-8')", 'shopper_tags_tag'],
  ["customer_countries CONTAINS 'DE'", 'shoppers_countries'],
  ["customer_countries CONTAINS ANY ('DE', 'PL')", 'shoppers_countries'],
  ["customer_countries CONTAINS ALL ('DE', 'PL')", 'shoppers_countries'],
  ["customer_regions CONTAINS 'US-NY'", 'shoppers_regions'],
  ["customer_regions CONTAINS ANY ('US-NY', 'US-NJ')", 'shoppers_regions'],
  ['metafields.loyalty.points = 7', 'shoppers_fields'],
  ['amount_spent < 10 AND orders_placed MATCHES (count > 1)', 'shopper_orders_shopper'],
]
