import type { JsonValue } from '../outcome/json.js'
import { isBlank } from '../value/text.js'
import { cellReaders, type CellReader } from './cell-readers.js'
import { csvFields, pathOf, type CsvPlace } from './csv-fields.js'
import { csvFormats, type CsvFormat } from './csv-formats.js'
import { csvDefaultFormat, type CsvLayout, type HeaderCell } from './csv-header.js'
import { brokenRow, noTotals, type CustomerRow, type UnknownCell } from './customer-row.js'
import { rowProblem, type CsvProblem } from './transfer-problem.js'

type Group = { [field: string]: JsonValue }
type Groups = { [Name in CsvPlace['group']]?: Group }

/** How cells are read: whether apostrophes guard them, and whether blank ones are `null` instead of left out. */
export interface CellTerms {
  readonly isGuarded: boolean
  readonly clears: boolean
}

/** What has been read of a row so far. Its keys come from the table of columns; those of metafields hold a dot. */
interface Reading extends CellTerms {
  readonly row: number
  readonly groups: Groups
  readonly unknown: UnknownCell[]
  readonly problems: CsvProblem[]
}

/** Reads the cells of one row by the columns of its file. */
export function readRow(
  layout: CsvLayout,
  row: number,
  cells: readonly string[],
  terms: CellTerms,
): CustomerRow {
  const { columns } = layout
  const mismatch = countProblem(columns, row, cells)
  if (mismatch !== null) return brokenRow(row, [mismatch])
  const reading: Reading = { ...terms, row, groups: {}, unknown: [], problems: [] }
  for (let index = 0; index < columns.length; index++)
    readCell(reading, columns[index] as HeaderCell, cells[index] as string)
  return toRow(layout, reading)
}

/**
 * A row has as many cells as the header. One too many stands for a comma that nobody quoted, which shifts all cells after it,
 * even where the last of them is blank; one too few may have lost something.
 */
function countProblem(
  columns: readonly HeaderCell[],
  row: number,
  cells: readonly string[],
): CsvProblem | null {
  if (cells.length === columns.length) return null
  const code = cells.length < columns.length ? 'csv.too-few-columns' : 'csv.too-many-columns'
  return rowProblem(code, row, { expected: columns.length, found: cells.length })
}

function readCell(reading: Reading, { header, place, isLeftOut }: HeaderCell, text: string): void {
  if (text === '' || isLeftOut || isBlank(text)) return clear(reading, place)
  if (place === null) {
    reading.unknown.push({ header, text })
    return
  }
  const { row, groups, isGuarded } = reading
  const read: CellReader = cellReaders[place.cell]
  const cell = read(text, isGuarded)
  if ('value' in cell) (groups[place.group] ??= {})[place.field] = cell.value
  else reading.problems.push(rowProblem(cell.code, row, { column: header, ...cell.params }, pathOf(place)))
}

/** What a blank cell can clear: words about a person, never by whom they are known or what they have agreed to. */
const clearable: ReadonlySet<string> = /* @__PURE__ */ new Set([
  'firstName',
  'lastName',
  'note',
  'tags',
  'source',
])

function clear({ clears, groups }: Reading, place: CsvPlace | null): void {
  if (!clears || place === null) return
  const isClearable =
    place.group === 'metafields' || (place.group === 'customer' && clearable.has(place.field))
  if (isClearable) (groups[place.group] ??= {})[place.field] = null
}

function toRow({ format, headers, columns }: CsvLayout, reading: Reading): CustomerRow {
  const { row, groups, unknown, problems } = reading
  const { address, billing, account, metafields } = groups
  // the group is this row's own, and a copy of it would cost as much as all else here
  const input = groups.customer ?? {}
  if (account !== undefined) input['account'] = account
  if (address !== undefined) input['addresses'] = [address]
  if (billing !== undefined) input['billingDetails'] = [billing]
  if (metafields !== undefined) input['metafields'] = metafields
  const missing = requiredProblem(format, reading)
  const read: CustomerRow = {
    row,
    id: (groups.row?.['id'] as string | undefined) ?? null,
    input,
    totals: groups.totals === undefined ? noTotals : { ...noTotals, ...groups.totals },
    unknown,
    problems: missing === null ? problems : [...problems, missing],
    warnings: [...unknownWarnings(row, unknown), ...nameWarnings(columns, reading)],
  }
  if (format === csvDefaultFormat && headers === null) return read
  return {
    ...read,
    ...(format === csvDefaultFormat ? {} : { format }),
    ...(headers === null ? {} : { headers }),
  }
}

function requiredProblem(format: CsvLayout['format'], { row, groups, problems }: Reading): CsvProblem | null {
  const { required }: CsvFormat = csvFormats[format]
  if (required.mayBeBlank || groups.customer?.['email'] !== undefined || problems.length > 0) return null
  return rowProblem('csv.email-missing', row, { column: required.header }, pathOf(csvFields.email))
}

/** Nothing is dropped silently: what has no home is named by the header that it has in the file. */
function unknownWarnings(row: number, unknown: readonly UnknownCell[]): CsvProblem[] {
  const columns = unknown.map(({ header }) => header)
  return columns.length === 0 ? [] : [rowProblem('csv.columns-unknown', row, { columns })]
}

/** A province or country in words is not guessed at; where the code is there too, it says the same. */
function nameWarnings(columns: readonly HeaderCell[], { row, groups }: Reading): CsvProblem[] {
  const { names, address } = groups
  if (names === undefined) return []
  return columns.flatMap(({ header, place }) =>
    place?.group === 'names' && place.field in names && address?.[place.field] === undefined
      ? [rowProblem('csv.code-missing', row, { column: header }, pathOf(place))]
      : [],
  )
}
