import { expect, it } from 'vitest'
import { nextName, observe, type Numbering } from '../../../src/repository/memory/numbering.js'

const counting = (make?: Numbering['make']): Numbering => ({
  ...{ customer: 0, address: 0, revision: 0, segment: 0 },
  ...(make === undefined ? {} : { make }),
})

/** What is in use, and the next name of a customer. */
const cases: readonly (readonly [string, readonly string[], string])[] = [
  ['of the first', [], 'customer-1'],
  ['past the highest that is in use', ['customer-2', 'customer-12', 'customer-3'], 'customer-13'],
  ['past one of 15 digits', ['customer-123456789012345'], 'customer-123456789012346'],
  ['whatever other things are called', ['address-7', 'revision-8', 'segment-9'], 'customer-1'],
  [
    'whatever is no such name',
    ['customer-', 'customer-1x', 'xcustomer-5', 'shopper-6', 'customer-1234567890123456'],
    'customer-1',
  ],
]

it.each(cases)('the next name is not in use: %s', (_, used, next) => {
  const numbering = counting()
  for (const name of used) observe(numbering, name)
  expect(nextName(numbering, 'customer')).toBe(next)
})

it('whoever makes names in another way does not count', () => {
  const numbering = counting((kind) => `${kind} of the host`)
  observe(numbering, 'customer-12')
  expect(nextName(numbering, 'customer')).toBe('customer of the host')
  expect(numbering.customer).toBe(0)
})
