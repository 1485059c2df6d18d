import type * as fastCheck from 'fast-check'

/** A value's generator, of whichever version of fast-check the caller has. */
export type Arbitrary<T> = fastCheck.Arbitrary<T>

/** As much of fast-check (3 or 4) as the arbitraries use. It is passed in, so that nobody else needs one. */
export type FastCheck = Pick<
  typeof fastCheck,
  | 'array'
  | 'boolean'
  | 'constant'
  | 'constantFrom'
  | 'integer'
  | 'jsonValue'
  | 'oneof'
  | 'option'
  | 'record'
  | 'string'
>

/** Objects with a prototype, as JSON makes them. */
export const plain = { noNullPrototype: true } as const
