import fc from 'fast-check'
import type { CustomerRecord } from '../../../src/customer/record.js'
import type { Related } from '../../../src/segment/catalog/related.js'
import { arbitraries, type CustomerHistory } from '../../../src/testing/index.js'

/** A customer with all that segments may ask about. */
export interface Person {
  readonly id: string
  readonly record: CustomerRecord
  readonly history: CustomerHistory
}

/** So many customers, each with an id of their own. */
export function samplePeople(count: number, seed: number): readonly Person[] {
  const { record, history } = arbitraries(fc)
  return fc.sample(fc.record({ record, history }), { numRuns: count, seed }).map((person, i) => {
    const id = `customer-${i}`
    const customer = { ...person.record.customer, id }
    return { id, record: { ...person.record, customer }, history: person.history }
  })
}

/** The readers of their histories. */
export function relatedOf(people: readonly Person[]): Required<Related<CustomerRecord>> {
  const histories = new Map(people.map(({ record, history }) => [record, history]))
  const of = (record: CustomerRecord): CustomerHistory => histories.get(record) as CustomerHistory
  return {
    orders: (record) => of(record).orders,
    products: (record) => of(record).products,
    checkouts: (record) => of(record).checkouts,
    emails: (record) => of(record).emails,
    views: (record) => of(record).views,
    credit: (record) => of(record).credit,
    companies: (record) => of(record).companies,
    origin: (record) => of(record).origin,
    location: (record) => of(record).location,
  }
}
