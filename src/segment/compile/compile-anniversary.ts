import { invariant } from '../../outcome/invariant.js'
import type { Catalog, Predicate } from '../catalog/catalog.js'
import { attributeAs, findAttribute } from '../catalog/find-attribute.js'
import type { Related } from '../catalog/related.js'
import type { SegmentAnniversary } from '../segment.js'
import { readable } from './compile-clause.js'
import { recurs, resolveYearly } from './resolve-yearly.js'
import type { ResolveContext } from './resolve-value.js'

/** Compiles whether a day of the customer's comes again: a birthday, or the day on which they were added. */
export function compileAnniversary<T>(
  { attribute, values }: SegmentAnniversary,
  catalog: Catalog<T>,
  context: ResolveContext,
  related: Related<T>,
): Predicate<T> {
  const found = findAttribute(catalog, attribute)
  invariant(found !== null, `the catalog has no attribute ${attribute}`)
  const { read } = readable(attributeAs(found, 'date'), context, related)
  const range = resolveYearly(values, context)
  return (record) => recurs(read(record) as string | null, range, context.timeZone)
}
