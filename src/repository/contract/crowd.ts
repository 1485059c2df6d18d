import type { CustomerRecord } from '../../customer/record.js'
import { buildRecord } from '../../testing/build-record.js'
import { everybody, home } from './people.js'

/** Somebody who is found by a company, and somebody by next to nothing. */
export const crowd: readonly CustomerRecord[] = [
  ...everybody,
  buildRecord({
    customer: {
      id: 'dora',
      firstName: 'Dóra',
      lastName: null,
      email: null,
      tags: ['vip'],
      addresses: [{ ...home, id: 'dora-office', company: 'Młyn & Syn' }],
      createdAt: '2025-06-01T00:00:00.000Z',
    },
    statistics: { numberOfOrders: 5 },
  }),
  buildRecord({ customer: { id: 'emil', firstName: 'Emil', lastName: null, email: 'emil@example.org' } }),
]

const someone = (id: string, parts: Parameters<typeof buildRecord>[0] = {}): CustomerRecord =>
  buildRecord({ ...parts, customer: { id, email: null, ...parts.customer } })

const spent = (minor: number, currency = 'EUR'): Parameters<typeof buildRecord>[0] => ({
  statistics: { amountSpent: { minor, currency }, numberOfOrders: Math.abs(minor) % 3 },
})

/** People in whom every sort has something to get wrong: equal values, missing ones, and letters beyond the first 65 536. */
export const queue: readonly CustomerRecord[] = [
  someone('7', { ...spent(900), customer: { firstName: 'ßta', lastName: 'Z', updatedAt: at(3) } }),
  someone('10', { ...spent(1000), customer: { firstName: 'a', lastName: 'z', updatedAt: at(3) } }),
  someone('B', { ...spent(5, 'SEK'), customer: { firstName: '😀', lastName: null, createdAt: at(2) } }),
  someone('a', { ...spent(900), customer: { firstName: 'ﬀ', lastName: null, createdAt: at(9) } }),
  someone('ﬀ', { ...spent(0), customer: { firstName: 'ς', lastName: 'İ', updatedAt: at(1) } }),
  someone('😀', { customer: { firstName: ' ', lastName: null, createdAt: at(2) } }),
  someone('c', { ...spent(-20), customer: { firstName: null, lastName: null, updatedAt: at(5) } }),
  someone('é', { customer: { firstName: 'E\u0301va', lastName: 'Éclair', createdAt: at(9) } }),
]

function at(day: number): string {
  return `2026-0${day}-01T00:00:00.000Z`
}
