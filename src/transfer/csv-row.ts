import type { JsonValue } from '../outcome/json.js'
import { foundIn, joined, nothing } from '../outcome/problem.js'
import { isBlank } from '../value/text.js'
import { cellReaders, type CellFault, type CellReader } from './cell-readers.js'
import { csvFields, pathOf, type CsvPlace } from './csv-fields.js'
import { csvFormats, type CsvFormat } from './csv-formats.js'
import { csvDefaultFormat, type CsvLayout, type HeaderCell } from './csv-header.js'
import {
  idOf,
  indexOf,
  inputOf,
  lacksCode,
  nothingSaid,
  saysEmail,
  totalsOf,
  type SaidCells,
} from './csv-said.js'
import { brokenRow, type CustomerRow, type UnknownCell } from './customer-row.js'
import { rowProblem, type CsvProblem } from './transfer-problem.js'

/** How cells are read: whether apostrophes guard them, and whether blank ones are `null` instead of left out. */
export interface CellTerms {
  readonly isGuarded: boolean
  readonly clears: boolean
}

/** Reads the cells of one row. */
export type RowReader = (row: number, cells: readonly string[]) => CustomerRow

/** What has been read of a row so far; lists are made only where there is something for them. */
interface Reading {
  readonly row: number
  readonly said: SaidCells
  /** by keys that hold a dot */
  metafields: { [key: string]: JsonValue } | undefined
  unknown: UnknownCell[] | null
  problems: CsvProblem[] | null
}

/** Takes in the text of one cell. */
type CellTaker = (reading: Reading, text: string) => void

/** Makes the reader of a file's rows: all that hangs on its columns alone is looked up once. */
export function rowReader(layout: CsvLayout, terms: CellTerms): RowReader {
  const takers = layout.columns.map((column) => cellTaker(column, terms))
  const toRow = rowMaker(layout)
  // one for all rows, wiped out before each
  const said = nothingSaid()
  return (row, cells) => {
    if (cells.length !== takers.length)
      return brokenRow(row, [countProblem(row, takers.length, cells.length)])
    said.fill(undefined)
    const reading: Reading = { row, said, metafields: undefined, unknown: null, problems: null }
    for (let index = 0; index < takers.length; index++)
      (takers[index] as CellTaker)(reading, cells[index] as string)
    return toRow(reading)
  }
}

function cellTaker({ header, place, isLeftOut }: HeaderCell, terms: CellTerms): CellTaker {
  if (isLeftOut) return passOver
  if (place === null) return unknownTaker(header)
  const { group, field, cell } = place
  const index = indexOf(place)
  const { read, fault }: CellReader = cellReaders[cell]
  const { isGuarded } = terms
  const isCleared = terms.clears && isClearable(place)
  return (reading, text) => {
    const isNothing = text === '' || isBlank(text)
    if (isNothing && !isCleared) return
    const value = isNothing ? null : read(text, isGuarded)
    if (value === undefined)
      (reading.problems ??= []).push(faultProblem(reading.row, header, place, fault as CellFault))
    else if (group === 'metafields') (reading.metafields ??= {})[field] = value
    else reading.said[index] = value
  }
}

function passOver(): void {
  // the host wants none of the column
}

function unknownTaker(header: string): CellTaker {
  return (reading, text) => {
    if (!isBlank(text)) (reading.unknown ??= []).push({ header, text })
  }
}

/** What a blank cell can clear of a person: words, never by whom they are known or what they have agreed to. */
const clearable: ReadonlySet<string> = /* @__PURE__ */ new Set([
  'firstName',
  'lastName',
  'note',
  'tags',
  'source',
])

/** A blank cell of an address counts where others of it say something. */
const wholly: ReadonlySet<CsvPlace['group']> = /* @__PURE__ */ new Set([
  'metafields',
  'address',
  'billing',
] as const)

function isClearable({ group, field }: CsvPlace): boolean {
  return wholly.has(group) || (group === 'customer' && clearable.has(field))
}

function faultProblem(row: number, column: string, place: CsvPlace, { code, params }: CellFault): CsvProblem {
  return rowProblem(code, row, { column, ...params }, pathOf(place))
}

/**
 * A row has as many cells as the header. One too many stands for a comma that nobody quoted, which shifts all cells after it,
 * even where the last of them is blank; one too few may have lost something.
 */
function countProblem(row: number, expected: number, found: number): CsvProblem {
  return rowProblem(found < expected ? 'csv.too-few-columns' : 'csv.too-many-columns', row, {
    expected,
    found,
  })
}

/** Makes a row of what its cells said; for the files that hold the like, with the format and the headers of the file. */
function rowMaker({ format, headers, columns }: CsvLayout): (reading: Reading) => CustomerRow {
  const ofFile = {
    ...(format === csvDefaultFormat ? {} : { format }),
    ...(headers === null ? {} : { headers }),
  }
  const isPlain = format === csvDefaultFormat && headers === null
  const inWords = columns.filter(({ place }) => place?.group === 'names')
  return (reading) => {
    const { row, said, metafields } = reading
    const unknown = reading.unknown ?? nothing
    const read: CustomerRow = {
      row,
      id: idOf(said),
      input: inputOf(said, metafields),
      totals: totalsOf(said),
      unknown,
      problems: reading.problems ?? emailProblems(format, row, said),
      warnings: joined<CsvProblem>(unknownWarnings(row, unknown), nameWarnings(inWords, row, said)),
    }
    return isPlain ? read : { ...read, ...ofFile }
  }
}

function emailProblems(format: CsvLayout['format'], row: number, said: SaidCells): readonly CsvProblem[] {
  const { required }: CsvFormat = csvFormats[format]
  if (required.mayBeBlank || saysEmail(said)) return nothing
  return [rowProblem('csv.email-missing', row, { column: required.header }, pathOf(csvFields.email))]
}

/** Nothing is dropped silently: what has no home is named by the header that it has in the file. */
function unknownWarnings(row: number, unknown: readonly UnknownCell[]): readonly CsvProblem[] {
  if (unknown.length === 0) return nothing
  return [rowProblem('csv.columns-unknown', row, { columns: unknown.map(({ header }) => header) })]
}

/** A province or country in words is not guessed at; where the code is there too, it says the same. */
function nameWarnings(columns: readonly HeaderCell[], row: number, said: SaidCells): readonly CsvProblem[] {
  return foundIn(columns, ({ header, place }) =>
    place !== null && lacksCode(place, said)
      ? [rowProblem('csv.code-missing', row, { column: header }, pathOf(place))]
      : nothing,
  )
}
