import type { JsonValue } from '../outcome/json.js'
import { joined, nothing } from '../outcome/problem.js'
import { isBlank } from '../value/text.js'
import { cellReaders, type CellFault, type CellReader } from './cell-readers.js'
import { csvFields, pathOf, type CsvPlace } from './csv-fields.js'
import { csvFormats, type CsvFormat } from './csv-formats.js'
import { csvDefaultFormat, type CsvLayout, type HeaderCell } from './csv-header.js'
import { brokenRow, noTotals, type CustomerRow, type UnknownCell } from './customer-row.js'
import { rowProblem, type CsvProblem } from './transfer-problem.js'

type Group = { [field: string]: JsonValue | undefined }
type Groups = { [Name in CsvPlace['group']]: Group | null }

/** How cells are read: whether apostrophes guard them, and whether blank ones are `null` instead of left out. */
export interface CellTerms {
  readonly isGuarded: boolean
  readonly clears: boolean
}

/** Reads the cells of one row. */
export type RowReader = (row: number, cells: readonly string[]) => CustomerRow

/** What has been read of a row so far. Its keys come from the table of columns; those of metafields hold a dot. */
interface Reading {
  readonly row: number
  readonly groups: Groups
  readonly unknown: UnknownCell[]
  readonly problems: CsvProblem[]
}

/** Takes in the text of one cell. */
type CellTaker = (reading: Reading, text: string) => void

/** Makes the reader of a file's rows: all that hangs on its columns alone is looked up once. */
export function rowReader(layout: CsvLayout, terms: CellTerms): RowReader {
  const blank = blankGroups(layout.columns)
  const takers = layout.columns.map((column) => cellTaker(column, terms, blank))
  const toRow = rowMaker(layout)
  return (row, cells) => {
    if (cells.length !== takers.length)
      return brokenRow(row, [countProblem(row, takers.length, cells.length)])
    const groups: Groups = { ...noGroups, customer: { ...blank.customer } }
    const reading: Reading = { row, groups, unknown: [], problems: [] }
    for (let index = 0; index < takers.length; index++)
      (takers[index] as CellTaker)(reading, cells[index] as string)
    return toRow(reading)
  }
}

const noGroups: Groups = {
  row: null,
  customer: null,
  address: null,
  billing: null,
  account: null,
  totals: null,
  names: null,
  metafields: null,
}

/** What a group of the customer's is called in a row. */
const inputNames = [
  ['account', 'account'],
  ['address', 'addresses'],
  ['billing', 'billingDetails'],
  ['metafields', 'metafields'],
] as const

/**
 * Each group with nothing said in it. So all rows of a file have the same fields in the same order, said or not: what goes
 * through many rows is several times as fast over objects of one shape. Metafields are as many as a file likes, and stand apart.
 */
function blankGroups(columns: readonly HeaderCell[]): { readonly [Name in keyof Groups]: Group } {
  const blank: { [Name in keyof Groups]: Group } = {
    row: {},
    customer: {},
    address: {},
    billing: {},
    account: {},
    totals: { ...noTotals },
    names: {},
    metafields: {},
  }
  const places = columns.flatMap(({ place }) => place ?? [])
  for (const { group, field } of places)
    if (group !== 'totals' && group !== 'metafields') blank[group][field] = undefined
  for (const [group, name] of inputNames)
    if (places.some((place) => place.group === group)) blank.customer[name] = undefined
  return blank
}

function cellTaker(
  { header, place, isLeftOut }: HeaderCell,
  { isGuarded, clears }: CellTerms,
  blank: { readonly [Name in keyof Groups]: Group },
): CellTaker {
  if (isLeftOut) return passOver
  if (place === null) return unknownTaker(header)
  const { group, field, cell } = place
  const { read, fault }: CellReader = cellReaders[cell]
  const isCleared = clears && isClearable(place)
  return ({ row, groups, problems }, text) => {
    const isNothing = text === '' || isBlank(text)
    if (isNothing && !isCleared) return
    const value = isNothing ? null : read(text, isGuarded)
    if (value !== undefined) (groups[group] ??= { ...blank[group] })[field] = value
    else problems.push(faultProblem(row, header, place, fault as CellFault))
  }
}

function passOver(): void {
  // the host wants none of the column
}

function unknownTaker(header: string): CellTaker {
  return ({ unknown }, text) => {
    if (!isBlank(text)) unknown.push({ header, text })
  }
}

/** What a blank cell can clear: words about a person, never by whom they are known or what they have agreed to. */
const clearable: ReadonlySet<string> = /* @__PURE__ */ new Set([
  'firstName',
  'lastName',
  'note',
  'tags',
  'source',
])

function isClearable({ group, field }: CsvPlace): boolean {
  return group === 'metafields' || (group === 'customer' && clearable.has(field))
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
  const names = columns.filter(({ place }) => place?.group === 'names')
  return (reading) => {
    const { row, groups, unknown, problems } = reading
    const { account, address, billing, metafields } = groups
    // the group is this row's own, and a copy of it would cost as much as all else here
    const input = groups.customer as Group
    if (account !== null) input['account'] = account as JsonValue
    if (address !== null) input['addresses'] = [address as JsonValue]
    if (billing !== null) input['billingDetails'] = [billing as JsonValue]
    if (metafields !== null) input['metafields'] = metafields as JsonValue
    addRequired(format, reading)
    const read: CustomerRow = {
      row,
      id: (groups.row?.['id'] as string | undefined) ?? null,
      input,
      totals: (groups.totals as CustomerRow['totals'] | null) ?? noTotals,
      unknown,
      problems,
      warnings: joined<CsvProblem>(unknownWarnings(row, unknown), nameWarnings(names, reading)),
    }
    return isPlain ? read : { ...read, ...ofFile }
  }
}

function addRequired(format: CsvLayout['format'], { row, groups, problems }: Reading): void {
  const { required }: CsvFormat = csvFormats[format]
  if (required.mayBeBlank || groups.customer?.['email'] !== undefined || problems.length > 0) return
  problems.push(rowProblem('csv.email-missing', row, { column: required.header }, pathOf(csvFields.email)))
}

/** Nothing is dropped silently: what has no home is named by the header that it has in the file. */
function unknownWarnings(row: number, unknown: readonly UnknownCell[]): readonly CsvProblem[] {
  if (unknown.length === 0) return nothing
  return [rowProblem('csv.columns-unknown', row, { columns: unknown.map(({ header }) => header) })]
}

/** A province or country in words is not guessed at; where the code is there too, it says the same. */
function nameWarnings(columns: readonly HeaderCell[], { row, groups }: Reading): readonly CsvProblem[] {
  const { names, address } = groups
  if (names === null) return nothing
  return columns.flatMap(({ header, place }) =>
    place !== null && names[place.field] !== undefined && address?.[place.field] === undefined
      ? [rowProblem('csv.code-missing', row, { column: header }, pathOf(place))]
      : [],
  )
}
