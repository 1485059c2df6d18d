import type { ConsentState } from '../../contact/consent.js'
import type { Message } from '../../outcome/message.js'
import type { SegmentFilterName } from '../filters/segment-filters.js'
import type { Operator } from '../operator.js'

type Presence = 'IS NULL' | 'IS NOT NULL'
type Membership = '=' | '!=' | 'IN' | 'NOT IN'
type Containment = 'CONTAINS' | 'NOT CONTAINS' | 'CONTAINS ANY' | 'CONTAINS ALL'
type Order = Exclude<Operator, Presence | Containment>

/** A text an operator, with `{name}`, `{value}`, and of `BETWEEN` `{upTo}`; of a list `{values}`. */
type Phrases<Operators extends Operator> = Readonly<Record<Operators, Message>>

/** An attribute of customer records, by its name in the language; a family such as the metafields has none. */
export type ExplainedAttribute =
  | 'abandoned_checkout_date'
  | 'amount_spent'
  | 'blocked'
  | 'companies'
  | 'created_by_app_id'
  | 'customer_account_status'
  | 'customer_added_date'
  | 'customer_cities'
  | 'customer_countries'
  | 'customer_email_domain'
  | 'customer_language'
  | 'customer_regions'
  | 'customer_tags'
  | 'customer_type'
  | 'email_subscription_status'
  | 'first_order_date'
  | 'last_order_date'
  | 'newsletter'
  | 'number_of_orders'
  | 'predicted_spend_tier'
  | 'price_level'
  | 'product_subscription_status'
  | 'rfm_group'
  | 'sms_subscription_status'
  | 'source'

/** A function over a customer's history or place. */
export type ExplainedFunction =
  | 'checkouts_abandoned'
  | 'customer_within_distance'
  | 'orders_placed'
  | 'products_purchased'
  | 'shopify_email.bounced'
  | 'shopify_email.clicked'
  | 'shopify_email.delivered'
  | 'shopify_email.marked_as_spam'
  | 'shopify_email.opened'
  | 'shopify_email.unsubscribed'
  | 'store_credit_accounts'
  | 'storefront.collection_viewed'
  | 'storefront.product_viewed'
  | 'storefront_event.collection_viewed'
  | 'storefront_event.product_viewed'

/** A parameter of a function. */
export type ExplainedParameter =
  | 'activity_id'
  | 'amount'
  | 'app_id'
  | 'balance'
  | 'category'
  | 'coordinates'
  | 'count'
  | 'currency'
  | 'date'
  | 'distance_km'
  | 'distance_mi'
  | 'id'
  | 'last_credit_date'
  | 'location_id'
  | 'next_expiry_date'
  | 'quantity'
  | 'sum_amount'
  | 'sum_quantity'
  | 'tag'

/** The words in which a segment is said, in one language. A host's own attributes go by their names. */
export interface SegmentMessages {
  /** the labels of the list's filters (L-3) */
  readonly filters: Readonly<Record<SegmentFilterName, string>>
  readonly attributes: Readonly<Record<ExplainedAttribute, string>>
  /** what has happened, or is so */
  readonly functions: Readonly<Record<ExplainedFunction, string>>
  readonly parameters: Readonly<Record<ExplainedParameter, string>>
  /** the values of attributes that are codes with words of their own */
  readonly values: Readonly<
    Record<`${'email' | 'sms'}_subscription_status`, Readonly<Record<ConsentState, string>>>
  >
  /** by what the values are; without a value, `presence` */
  readonly phrases: {
    readonly date: Phrases<Order>
    readonly number: Phrases<Order>
    readonly text: Phrases<Membership | Containment>
    readonly presence: Phrases<Presence>
  }
  /** of a day that comes every year */
  readonly anniversary: Readonly<Record<'=' | 'BETWEEN', Message>>
  /** the days that are counted from today: `{count}` days, weeks, months or years before or after it */
  readonly days: Readonly<Record<'today' | 'yesterday', string>> & {
    readonly before: Readonly<Record<'d' | 'w' | 'm' | 'y', Message>>
    readonly after: Readonly<Record<'d' | 'w' | 'm' | 'y', Message>>
  }
  readonly words: {
    readonly all: string
    readonly true: string
    readonly false: string
    readonly and: string
    readonly or: string
    /** with `{node}` */
    readonly not: string
    /** with `{text}` */
    readonly quoted: string
    /** a function with its parameters: `{event}` and `{conditions}` */
    readonly where: string
    /** with `{name}` */
    readonly segment: string
    /** with `{share}` and `{seed}` */
    readonly bucket: string
  }
}

/** A language's texts, as far as a segment needs them. */
export interface SegmentLanguage {
  /** BCP 47 */
  readonly language: string
  readonly segment: SegmentMessages
}
