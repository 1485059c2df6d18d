import type { Catalog } from '../catalog/catalog.js'
import { problemAt, type Located, type SegmentProblem } from '../segment-problem.js'
import { nearest } from '../text/nearest.js'

/** Refuses a name that the catalog has not, with the known one that is most alike. */
export function unknownName({ value, at }: Located<string>, catalog: Catalog<never>): SegmentProblem {
  const names = new Map<string, string>()
  for (const { name, hints = [] } of [...catalog.attributes, ...(catalog.functions ?? [])])
    for (const alike of [name, ...hints]) names.set(alike, name)
  const hint = nearest(value, [...names.keys()])
  return problemAt('segment.unknown-attribute', at, {
    found: value,
    nearest: hint === null ? null : (names.get(hint) as string),
  })
}
