import type { TextRules } from '../catalog/catalog.js'
import type { ComparedType } from '../catalog/value-type.js'
import { resolvers } from '../compile/resolve-value.js'
import type { Operator } from '../operator.js'
import type { SegmentValue } from '../segment.js'
import type { MappedStorage } from './mapping.js'
import type { Sql } from './sql.js'
import { refuse } from './sql-problem.js'
import type { StorageAsking } from './storage-asking.js'
import { testsOfStorage } from './storage.js'
import { testOf, type Tests } from './tests.js'

/** How something is compared: a clause, or a parameter of a function. */
interface Comparison {
  readonly operator: Operator
  readonly values: readonly SegmentValue[]
}

/** Asks something stored; that it is not stored, or cannot be asked so, is noted. */
export function ask(
  asking: StorageAsking,
  storage: MappedStorage | undefined,
  question: (tests: Tests<never>) => Sql | null,
): Sql {
  if (storage === undefined) return refuse(asking, 'segment.not-mapped')
  const tests = testsOfStorage(storage, asking)
  return (tests && question(tests)) ?? refuse(asking, 'segment.unsupported')
}

/** Asks how something stored compares with what was typed. */
export function compare(
  asking: StorageAsking,
  storage: MappedStorage | undefined,
  comparison: Comparison,
  rules: TextRules,
): Sql {
  return ask(asking, storage, (tests) => compareBy(tests, asking, comparison, rules))
}

/** Asks the tests of something how it compares with what was typed. */
export function compareBy(
  tests: Tests<never>,
  { type, writing }: Pick<StorageAsking, 'type' | 'writing'>,
  { operator, values }: Comparison,
  rules: TextRules,
): Sql | null {
  const resolve = resolvers[type as ComparedType]
  return testOf(tests, operator, values.map((value) => resolve(value, writing.context, rules)) as never[])
}
