export { segmentCatalog } from './catalog/customer-catalog.js'
export { compileSegment } from './compile/compile.js'
export { explainSegment } from './explain/explain-segment.js'
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
  ListLeaf,
  Predicate,
  TextForm,
  TextRules,
} from './catalog/catalog.js'
export type {
  CountParam,
  CurrencyParam,
  DistanceParam,
  EventParam,
  FunctionParam,
  FunctionRow,
  HistoryFunction,
  HistoryParam,
  PlaceFunction,
  PointParam,
  SumParam,
} from './catalog/function.js'
export type {
  CheckoutEvent,
  CreditEvent,
  EmailEvent,
  GeoPoint,
  HistoryName,
  OrderEvent,
  ProductEvent,
  Related,
  RelatedName,
  ViewEvent,
} from './catalog/related.js'
export type {
  ComparedType,
  ResolvedValues,
  StoredValues,
  TimeRange,
  ValueType,
} from './catalog/value-type.js'
export type { CompileSegmentOptions } from './compile/compile.js'
export type { FunctionOperator, ListOperator, Operator, ParamOperator } from './operator.js'
export type { ParseSegmentOptions } from './parse-segment.js'
export type {
  NodeKind,
  NodeOf,
  Segment,
  SegmentAll,
  SegmentAnniversary,
  SegmentBucket,
  SegmentClause,
  SegmentFunction,
  SegmentGroup,
  SegmentLeaf,
  SegmentNode,
  SegmentNot,
  SegmentParam,
  SegmentReference,
  SegmentValue,
} from './segment.js'
export type { SegmentAssumptionCode, SegmentProblem, SegmentProblemCode } from './segment-problem.js'
