import type { Predicate } from '../catalog/catalog.js'

/**
 * A test that asks the next one itself where it is met; `null` is none. To join two tests costs a call, about as much as a
 * comparison, and so would a next test that is always met.
 */
export type Chained<T> = (then: Predicate<T> | null) => Predicate<T>

const always = (): boolean => true

/** Met by everybody. */
export const everybody = <T>(then: Predicate<T> | null): Predicate<T> => then ?? always

/** Lets a test ask the next one. */
export function chained<T>(test: Predicate<T>): Chained<T> {
  return (then) => (then === null ? test : (record) => test(record) && then(record))
}

/** A chain of this test alone. */
export function ended<T>(test: Chained<T>): Predicate<T> {
  return test(null)
}

/** So many tests ask one another, each in a frame of the stack. */
const LONGEST = 10

/** That all are met. Of more tests than one chain takes, parts are chained: a thousand nest thirty deep. */
export function allOf<T>(tests: readonly Chained<T>[]): Chained<T> {
  const size = Math.ceil(tests.length / LONGEST)
  if (size > 1) return allOf(partsOf(tests, size).map((part) => chained(ended(allOf(part)))))
  return (then) => tests.reduceRight((next, test) => test(next), then) as Predicate<T>
}

type Join = <T>(one: Predicate<T>, two: Predicate<T>, three: Predicate<T>, four: Predicate<T>) => Predicate<T>

/** By how many tests there are. None loops when it tests. */
const joins: readonly Join[] = [
  (one) => one,
  (one, two) => (record) => one(record) || two(record),
  (one, two, three) => (record) => one(record) || two(record) || three(record),
  (one, two, three, four) => (record) => one(record) || two(record) || three(record) || four(record),
]

/** That one is met. As many tests are joined at once as can be; of more of them, parts first: a thousand nest five deep. */
export function anyOf<T>(tests: readonly Predicate<T>[]): Predicate<T> {
  const size = Math.ceil(tests.length / joins.length)
  const parts = size > 1 ? partsOf(tests, size).map((part) => anyOf(part)) : tests
  const join = joins[parts.length - 1] as Join
  return join(...(parts as Parameters<typeof join<T>>))
}

function partsOf<Item>(items: readonly Item[], size: number): (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  )
}
