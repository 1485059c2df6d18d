import { parseSegment } from 'clientele/segment'
import { buildRecord } from 'clientele/testing'
import { expect, it } from 'vitest'
import { policies } from '../../../src/policy/policies.js'
import { candidatesFor } from '../../../src/repository/memory/narrow.js'
import { seed } from '../../../src/repository/memory/seed.js'
import { emptyStore } from '../../../src/repository/memory/store.js'
import { valueOf } from '../../service/customers-on.js'

const { identity } = policies.shopify
const MOST = 20_000
const host = { relations: {}, facts: undefined, projected: undefined }
const store = emptyStore({ host, statistics: 'projected', identity, isSearched: true })
const tagsOf = (index: number): string[] => [
  'everybody',
  ...(index < MOST ? ['many'] : []),
  ...(index < 3 ? ['Few'] : []),
  ...(index < 2 ? ['two'] : []),
]
const people = Array.from({ length: MOST + 1 }, (_, index) =>
  buildRecord({ customer: { id: `c${index}`, email: null, tags: tagsOf(index) } }),
)
seed(store, people, identity)

/** How many are left to be asked; `null` where the index cannot tell. */
const cases: readonly (readonly [string, number | null])[] = [
  ["customer_tags CONTAINS 'few'", 3],
  ["customer_tags CONTAINS 'nobody'", 0],
  ["customer_tags CONTAINS 'many'", MOST],
  ["customer_tags CONTAINS 'everybody'", null],
  ["customer_tags NOT CONTAINS 'few'", null],
  ['number_of_orders = 0', null],
  ["customer_tags CONTAINS 'few' AND customer_tags CONTAINS 'two'", 2],
  ["customer_tags CONTAINS 'two' AND customer_tags CONTAINS 'few'", 2],
  ["number_of_orders = 0 AND customer_tags CONTAINS 'few'", 3],
  ["customer_tags CONTAINS 'few' AND number_of_orders = 0", 3],
  ["customer_tags CONTAINS 'few' OR customer_tags CONTAINS 'two'", null],
  ["NOT customer_tags CONTAINS 'few'", null],
]

it.each(cases)('by the index of tags only so many are asked: %s', (text, count) => {
  const candidates = candidatesFor(store, valueOf(parseSegment(text)))
  expect(candidates === null ? null : candidates.size).toBe(count)
})
