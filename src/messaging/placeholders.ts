import { companyOf, displayName } from '../customer/display-name.js'
import type { Customer } from '../customer/customer.js'
import type { EmailDiscount, StoredEmail } from '../timeline/stored-email.js'
import type { EmailData } from './email-wish.js'

/** From what placeholders are filled. */
export interface PlaceholderSource {
  readonly customer: Customer
  readonly from: StoredEmail['from']
  readonly discounts: readonly EmailDiscount[]
  readonly data: NonNullable<EmailData['data']>
}

const DATA = 'data.'

type Read = (source: PlaceholderSource) => string | null

/** What can stand in a template beside the host's own data, a row a name. */
const placeholders: { readonly [name: string]: Read } = {
  'customer.firstName': ({ customer }) => customer.firstName,
  'customer.lastName': ({ customer }) => customer.lastName,
  'customer.name': ({ customer }) => displayName(customer),
  'customer.email': ({ customer }) => customer.email,
  'customer.company': ({ customer }) => companyOf(customer),
  'sender.name': ({ from }) => from.name,
  'sender.email': ({ from }) => from.email,
  discounts: ({ discounts }) => discounts.map(({ code }) => code).join(', '),
}

/** Whether a name can stand for anything. */
export function isPlaceholderName(name: string): boolean {
  return Object.hasOwn(placeholders, name) || (name.startsWith(DATA) && name.length > DATA.length)
}

/** What a known name stands for: `null` where there is nothing, `undefined` where the host brings no such value. */
export function placeholderValue(name: string, source: PlaceholderSource): string | null | undefined {
  if (!name.startsWith(DATA)) return (placeholders[name] as Read)(source)
  const key = name.slice(DATA.length)
  return Object.hasOwn(source.data, key) ? String(source.data[key]) : undefined
}
