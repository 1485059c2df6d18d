import type { Attribute, Catalog } from '../catalog/catalog.js'
import type { FunctionRow } from '../catalog/function.js'
import { problemAt, type Located, type SegmentProblem } from '../segment-problem.js'
import { nearest } from '../text/nearest.js'
import { callNamesOf } from '../text/parse-call.js'

/** Refuses a name that the catalog has not, with the known one that is most alike. */
export function unknownName({ value, at }: Located<string>, catalog: Catalog<never>): SegmentProblem {
  const names = new Map<string, string>()
  for (const row of [...catalog.attributes, ...(catalog.functions ?? [])])
    for (const alike of namesOf(row)) names.set(alike, 'prefixes' in row ? alike : row.name)
  for (const name of callNamesOf(catalog)) names.set(name, name)
  const hint = nearest(value, [...names.keys()])
  return problemAt('segment.unknown-attribute', at, {
    found: value,
    nearest: hint === null ? null : (names.get(hint) as string),
  })
}

/** What people may have meant to type; of a family, what its names begin with, because its own is none. */
function namesOf(row: Attribute<never> | FunctionRow<never>): readonly string[] {
  return 'prefixes' in row ? row.prefixes : [row.name, ...(row.hints ?? [])]
}
