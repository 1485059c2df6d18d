import type { Metafields } from '../customer/customer.js'
import type { JsonValue } from '../outcome/json.js'
import { birthDateArbitrary } from './arbitrary-instant.js'
import { plain, type Arbitrary, type FastCheck } from './fast-check.js'

/** Host data under a few keys: a birthday, a count, and any JSON at all. */
export function metafieldsArbitrary(fc: FastCheck): Arbitrary<Metafields> {
  const known = fc.record<Record<string, JsonValue>>(
    {
      'facts.birth_date': birthDateArbitrary(fc),
      'loyalty.points': fc.integer({ min: 0, max: 10_000 }),
      'host.anything': jsonArbitrary(fc),
    },
    { ...plain, requiredKeys: [] },
  )
  return fc.oneof(fc.constant({}), known)
}

/** As it comes back from JSON, which knows no minus zero. */
function jsonArbitrary(fc: FastCheck): Arbitrary<JsonValue> {
  return fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value)) as JsonValue)
}
