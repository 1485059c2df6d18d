import { invariant } from '../../outcome/invariant.js'
import type { FunctionParam } from '../catalog/function.js'
import type { SegmentFunction, SegmentParam } from '../segment.js'
import type { ResolveContext } from './resolve-value.js'

/** A parameter of a query with its row. */
type Bound<Of extends FunctionParam['of']> = readonly [
  SegmentParam,
  Extract<FunctionParam, { readonly of: Of }>,
]

/** The parameters of a function that are for one purpose. */
export function paramsFor<Of extends FunctionParam['of']>(
  { params }: SegmentFunction,
  rows: readonly FunctionParam[],
  of: Of,
): Bound<Of>[] {
  return params.flatMap((param) => {
    const row = rows.find(({ name }) => name === param.name)
    invariant(row !== undefined, `the catalog has no parameter ${param.name}`)
    return row.of === of ? [[param, row] as unknown as Bound<Of>] : []
  })
}

/** In which currency the money of a function is: the one it names, or the shop's. */
export function contextOf(
  node: SegmentFunction,
  rows: readonly FunctionParam[],
  context: ResolveContext,
): ResolveContext {
  const [named] = paramsFor(node, rows, 'currency')
  return named === undefined ? context : { ...context, currency: named[0].values[0]?.text }
}
