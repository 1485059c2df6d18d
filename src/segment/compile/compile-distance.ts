import { invariant } from '../../outcome/invariant.js'
import type { Predicate } from '../catalog/catalog.js'
import type { FunctionParam } from '../catalog/function.js'
import type { GeoPoint, Related } from '../catalog/related.js'
import type { SegmentFunction } from '../segment.js'
import { kilometresBetween, readPoint } from './distance.js'
import { paramsFor } from './params-for.js'
import { readerOf } from './reader-of.js'

/** Within how many kilometres of which point. */
export interface Circle {
  readonly point: GeoPoint
  readonly kilometres: number
}

/** Compiles whether a customer is near a point; one without a place is not. */
export function compileDistance<T>(
  node: SegmentFunction,
  rows: readonly FunctionParam[],
  related: Related<T>,
): Predicate<T> {
  const locate = readerOf(related, 'location')
  const { point, kilometres } = resolveCircle(node, rows)
  return (record) => {
    const location = locate(record)
    return location !== null && kilometresBetween(point, location) <= kilometres
  }
}

/** What the parameters mean. */
export function resolveCircle(node: SegmentFunction, rows: readonly FunctionParam[]): Circle {
  const [center] = paramsFor(node, rows, 'point')
  const [distance] = paramsFor(node, rows, 'distance')
  const point = readPoint(center?.[0].values[0]?.text ?? '')
  invariant(point !== null && distance !== undefined, `${node.name} wants a point and a distance`)
  const [{ values }, { kilometres }] = distance
  return { point, kilometres: Number(values[0]?.text) * kilometres }
}
