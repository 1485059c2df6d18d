import type { CustomerRecord } from 'clientele'
import { buildRecord } from 'clientele/testing'

/** The same numbers every time, from 0 up to 1. */
export function lots(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export type Lot = () => number

export function oneOf<Item>(lot: Lot, items: readonly Item[]): Item {
  return items[Math.floor(lot() * items.length)] as Item
}

export const NOW = '2026-11-22T12:00:00.000Z'
const DAY = 86_400_000

export function daysAgo(days: number): string {
  return new Date(Date.parse(NOW) - days * DAY).toISOString()
}

const words =
  'VIP wholesale newsletter returns staff press summer winter outlet b2b Oslo Warsaw influencer gift sample late blocked new loyal event'.split(
    ' ',
  )

/** Some in capitals, as people type them. */
export const tags: readonly string[] = words.flatMap((word) =>
  Array.from({ length: 20 }, (_, number) => (number === 0 ? word : `${word} ${2005 + number}`)),
)
export const countries = ['PL', 'DE', 'US', 'NO', 'FR', 'GB', 'SE', 'ES', 'IT', 'NL', 'CZ', 'JP'] as const
export const consents = ['SUBSCRIBED', 'UNSUBSCRIBED', 'NOT_SUBSCRIBED', 'PENDING'] as const
export const groups = ['CHAMPIONS', 'LOYAL', 'ACTIVE', 'NEW', 'AT_RISK', 'DORMANT'] as const

/** Customers of a shop: a third has never ordered, most have few tags. */
export function shoppers(count: number, lot: Lot): readonly CustomerRecord[] {
  return Array.from({ length: count }, (_, number) => shopper(number, lot))
}

function shopper(number: number, lot: Lot): CustomerRecord {
  const orders = Math.max(0, Math.floor(lot() * lot() * 30) - 2)
  const firstDaysAgo = Math.floor(lot() * 900)
  const email =
    lot() < 0.9 ? `customer-${number}@${oneOf(lot, ['example.com', 'example.org', 'shop.example'])}` : null
  return buildRecord({
    customer: {
      id: `customer-${number}`,
      email,
      phone: email === null ? '+48601234567' : null,
      locale: oneOf(lot, ['pl-PL', 'de-DE', 'en-US', null]),
      tags: [...new Set(Array.from({ length: Math.floor(lot() * 6) }, () => oneOf(lot, tags)))],
      addresses: [{ id: 'address-1', countryCode: oneOf(lot, countries), city: 'Bergen' }] as never,
      emailMarketingConsent: { state: oneOf(lot, consents) },
      createdAt: daysAgo(firstDaysAgo + lot() * 100),
    },
    statistics:
      orders === 0
        ? {}
        : {
            numberOfOrders: orders,
            amountSpent: { minor: Math.floor(orders * lot() * 20_000), currency: 'EUR' },
            firstOrderAt: daysAgo(firstDaysAgo),
            lastOrderAt: daysAgo(firstDaysAgo * lot()),
            rfmGroup: oneOf(lot, groups),
          },
  })
}
