import type { Fault, FaultKind } from './fault.js'
import { plain, type Arbitrary, type FastCheck } from './fast-check.js'

const kinds: readonly FaultKind[] = ['before', 'after', 'aborted', 'late']

/** A few faults among the first calls of any method; some end the process. */
export function faultsArbitrary(fc: FastCheck): Arbitrary<readonly Fault<never>[]> {
  const fault = fc.record(
    {
      call: fc.integer({ min: 1, max: 30 }),
      kind: fc.constantFrom(...kinds),
      turns: fc.integer({ min: 1, max: 8 }),
      lasting: fc.boolean(),
    },
    plain,
  )
  return fc.array(fault, { maxLength: 6 })
}
