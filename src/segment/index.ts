export { segmentCatalog } from './catalog/customer-catalog.js'
export { compileSegment } from './compile/compile.js'
export { completeSegment } from './complete/complete-segment.js'
export { explainSegment } from './explain/explain-segment.js'
export { addCondition, removeCondition, segmentConditions } from './filters/conditions.js'
export { filterCondition, segmentFilters } from './filters/segment-filters.js'
export { dueSegment } from './due/due-segment.js'
export { parseSegment } from './parse-segment.js'
export { printSegment } from './text/print.js'
export { allCustomers } from './segment.js'
export { createSegmentIndex } from './watch/segment-index.js'
export { segmentRequirements, type SegmentRequirementsOptions } from './segment-requirements.js'

export type { Amount } from './catalog/amount.js'
export type {
  Attribute,
  AttributeFamily,
  AttributeOf,
  Catalog,
  ChainedLeaf,
  ChainedLeaves,
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
export type { CompleteSegmentOptions, SegmentCompletion } from './complete/complete-segment.js'
export type { CompletionItem } from './complete/offers.js'
export type { DueSegmentOptions } from './due/due-segment.js'
export type {
  ExplainedAttribute,
  ExplainedFunction,
  ExplainedParameter,
  SegmentLanguage,
  SegmentMessages,
} from './explain/explanation-messages.js'
export type { SegmentFilterName } from './filters/segment-filters.js'
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
export type { SegmentIndex, UpdateOptions } from './watch/members.js'
export type { MembershipChanges } from './watch/changes.js'
export type { NamedSegments } from './watch/segment-index.js'
