export { identitiesOf } from './candidate.js'
export { csvFields, type CsvField, type CsvPlace } from './csv-fields.js'
export { csvFormats, type CsvFormat, type CsvFormatName } from './csv-formats.js'
export type { CsvColumnMap } from './csv-header.js'
export { readCustomerCsv } from './csv-read.stream.js'
export type { CsvReadOptions } from './csv-rows.js'
export type { CsvChunk, CsvSource } from './csv-sheet.stream.js'
export { csvSample, csvTemplate } from './csv-sample.js'
export { writeRefusedCsv } from './csv-refused.js'
export type { CsvRecordInput, CsvWriteOptions } from './csv-write.js'
export { writeCustomerCsv } from './csv-write.stream.js'
export type { CustomerRow, RowAccount, RowConsent, RowInput, UnknownCell } from './customer-row.js'
export type {
  ImportedRow,
  ImportMatch,
  ImportKnown,
  ImportOptions,
  ImportPlan,
  ImportStatus,
  ImportTally,
  ImportWish,
  RowIdentities,
} from './import-plan.js'
export { planImport } from './plan-import.js'
export type { CsvProblem, CsvProblemCode, ImportProblemCode } from './transfer-problem.js'
