export { identitiesOf } from './candidate.js'
export { readCustomerCsv, type CsvChunk, type CsvReadOptions, type CsvSource } from './csv-read.stream.js'
export type { CustomerRow, RowConsent, RowInput, UnknownCell } from './customer-row.js'
export type {
  ImportedRow,
  ImportKnown,
  ImportOptions,
  ImportPlan,
  ImportStatus,
  ImportTally,
  ImportWish,
  RowIdentities,
} from './import-plan.js'
export { planImport } from './plan-import.js'
export type { CsvProblemCode, ImportProblemCode } from './transfer-problem.js'
