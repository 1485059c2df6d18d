import fc from 'fast-check'
import type { CustomerRecord } from '../../src/customer/record.js'
import { arbitraries } from '../../src/testing/arbitraries.js'
import { buildRecord } from '../../src/testing/build-record.js'

const harmless = buildRecord().facts

/** Living records that nothing blocks, with ids of their own. */
export function mergeable(atLeast = 2, atMost = 4): fc.Arbitrary<CustomerRecord[]> {
  return fc.array(arbitraries(fc).record, { minLength: atLeast, maxLength: atMost }).map((records) =>
    records.map(({ customer, statistics, revision }, index) => ({
      customer: { ...customer, id: `customer-${index + 1}` },
      statistics,
      facts: harmless,
      revision,
    })),
  )
}
