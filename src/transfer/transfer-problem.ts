import { problem, type Problem, type ProblemParams, type ProblemPath } from '../outcome/problem.js'

/**
 * What can be wrong with a file of customers. Each has `params.row`, counted as a spreadsheet shows it (the header is
 * row 1), and where it concerns one column `params.column`, the column's header.
 */
export type CsvProblemCode =
  | 'csv.not-utf-8'
  | 'csv.empty'
  | 'csv.header-unknown'
  | 'csv.header-too-long'
  | 'csv.column-missing'
  | 'csv.column-repeated'
  | 'csv.columns-unknown'
  | 'csv.blank-row'
  | 'csv.too-few-columns'
  | 'csv.too-many-columns'
  | 'csv.row-too-long'
  | 'csv.stray-quote'
  | 'csv.unclosed-quote'
  | 'csv.not-yes-or-no'
  | 'csv.value-unknown'
  | 'csv.not-a-whole-number'
  | 'csv.email-missing'
  | 'csv.code-missing'
  | 'csv.same-email'
  | 'csv.same-phone'
  | 'csv.scientific-notation'

/** Why a row of a file is not taken over, or not as it stands. Each has `params.row`. */
export type ImportProblemCode =
  | 'import.superseded'
  | 'import.exists'
  | 'import.suppressed'
  | 'import.identity-taken'
  | 'import.several-matches'
  | 'import.id-missing'
  | 'import.id-unknown'
  | 'import.too-many-refused'
  | 'import.not-reached'
  | 'import.repeats-earlier-row'
  | 'import.consent-without-source'
  | 'import.consent-without-contact'
  | 'import.consent-kept'
  | 'import.consent-withdrawn'

/** What is wrong with a file, or with a row of it. */
export type CsvProblem = Problem<CsvProblemCode>

/** A problem of one row, optionally of one place in what the row gives. */
export function rowProblem<const Code extends CsvProblemCode | ImportProblemCode>(
  code: Code,
  row: number,
  params: ProblemParams = {},
  path: ProblemPath = [],
): Problem<Code> {
  return problem(code, ['rows', row, ...path], { row, ...params })
}
