export { defaultMapping } from './default-mapping.js'
export { segmentToSql } from './segment-to-sql.js'

export type { DialectName } from './dialect.js'
export type {
  MappedArray,
  MappedColumn,
  MappedDate,
  MappedFields,
  MappedHistory,
  MappedId,
  MappedJson,
  MappedKey,
  MappedMoney,
  MappedRows,
  MappedStorage,
  MappedTable,
  SegmentMapping,
} from './mapping.js'
export type { SqlValue } from './parameter.js'
export type { SqlText } from './render.js'
export type { SegmentToSqlOptions } from './segment-to-sql.js'
export type { SegmentSqlProblem, SegmentSqlProblemCode } from './sql-problem.js'
