export { segmentCatalog } from './catalog/customer-catalog.js'
export { compileSegment } from './compile/compile.js'
export { parseSegment } from './parse-segment.js'
export { printSegment } from './text/print.js'
export { allCustomers } from './segment.js'

export type { Amount } from './catalog/amount.js'
export type {
  Attribute,
  AttributeFamily,
  AttributeOf,
  Catalog,
  Leaf,
  Leaves,
  Predicate,
  TextForm,
  TextRules,
} from './catalog/catalog.js'
export type {
  ComparedType,
  ResolvedValues,
  StoredValues,
  TimeRange,
  ValueType,
} from './catalog/value-type.js'
export type { CompileSegmentOptions } from './compile/compile.js'
export type { Operator } from './operator.js'
export type { ParseSegmentOptions } from './parse-segment.js'
export type {
  NodeKind,
  NodeOf,
  Segment,
  SegmentAll,
  SegmentClause,
  SegmentGroup,
  SegmentNode,
  SegmentNot,
  SegmentValue,
} from './segment.js'
export type { SegmentAssumptionCode, SegmentProblem, SegmentProblemCode } from './segment-problem.js'
