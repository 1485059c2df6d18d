import { ceilings } from '../limits/limits.js'
import { invariant } from '../outcome/invariant.js'
import { unlessProblems, type Outcome } from '../outcome/outcome.js'
import { foldText, isLongerThan } from '../value/text.js'
import { csvFields, type CsvField, type CsvPlace } from './csv-fields.js'
import {
  csvFormats,
  fieldOfHeader,
  recogniseFormat,
  type CsvFormat,
  type CsvFormatName,
} from './csv-formats.js'
import { unguarded } from './csv-guard.js'
import { rowProblem, type CsvProblem } from './transfer-problem.js'

/** What a host says of columns that no format knows: which field each is, or `null` to leave it out. */
export type CsvColumnMap = { readonly [header: string]: CsvField | `metafields.${string}` | null }

/** How a file's header is understood. */
export interface HeaderOptions {
  /** the format; recognised from the header unless given */
  readonly format?: CsvFormatName | undefined
  /** columns that are the host's or the file's own; they go before the format's */
  readonly columns?: CsvColumnMap | undefined
  /** a namespace under which unknown columns are kept as metafields, but none of passwords; without one they are only reported */
  readonly keepUnknownAs?: string | undefined
}

/** One column of a file: the place that its header names, `null` where it names none; `isLeftOut` where the host wants none. */
export interface HeaderCell {
  readonly header: string
  readonly place: CsvPlace | null
  readonly isLeftOut: boolean
}

/** The columns of a file, and what else its rows are read by. */
export interface CsvLayout {
  readonly format: CsvFormatName
  readonly columns: readonly HeaderCell[]
  /** the file's own headers of fields, where the host has mapped any */
  readonly headers: { readonly [field: string]: string } | null
}

const METAFIELD = / \(customer\.metafields\.([\w-]{1,255}\.[\w-]{1,255})\)$/

/**
 * Recognises the columns of a file by its first row.
 *
 * Codes: `csv.header-unknown` with `params.expected`, `csv.column-missing`, `csv.column-repeated`, `csv.header-too-long`.
 */
export function readHeader(
  row: number,
  cells: readonly string[],
  options: HeaderOptions,
): Outcome<CsvLayout, CsvProblem> {
  const headers = cells.map((cell) => unguarded(cell).trim())
  const format = options.format ?? recogniseFormat(headers) ?? csvDefaultFormat
  invariant(Object.hasOwn(csvFormats, format), 'a format of customer files is one of `csvFormats`')
  const columns = withUnknownKept(
    headers.map((header) => toHeaderCell(header, format, options)),
    options,
  )
  return unlessProblems(headerProblems(row, columns, format), () => ({
    format,
    columns,
    headers: mappedHeaders(columns, options),
  }))
}

/** The format of a file of which nothing tells another. */
export const csvDefaultFormat: CsvFormatName = 'shopify'

/** What is said of a file without any header that is known. */
function unknownHeader(row: number, format: CsvFormatName): CsvProblem {
  return rowProblem('csv.header-unknown', row, { expected: Object.keys(csvFormats[format].columns) })
}

function toHeaderCell(header: string, format: CsvFormatName, { columns = {} }: HeaderOptions): HeaderCell {
  if (Object.hasOwn(columns, header)) {
    const target = columns[header] ?? null
    return { header, place: target === null ? null : placeOf(target), isLeftOut: target === null }
  }
  const field = fieldOfHeader(format, header)
  if (field !== undefined) return { header, place: csvFields[field], isLeftOut: false }
  const key = METAFIELD.exec(header)?.[1]
  return { header, place: key === undefined ? null : metafield(key), isLeftOut: false }
}

function placeOf(target: CsvField | `metafields.${string}`): CsvPlace {
  if (Object.hasOwn(csvFields, target)) return csvFields[target as CsvField]
  invariant(
    target.startsWith('metafields.'),
    'a column is one of `csvFields`, `metafields.` and a key, or null',
  )
  return metafield(target.slice('metafields.'.length))
}

function metafield(field: string): CsvPlace {
  return { group: 'metafields', field, cell: 'metafield' }
}

/** What a column of passwords is headed in the languages of the messages and of their neighbours. No file brings a password (C-5). */
const PASSWORD =
  /pass[ _-]?(?:word|wd|wort|phrase|code)|passord|pwd|kennwort|has[łl]o|wachtwoord|salasana|l[öo]senord|adgangskode|mot de passe|contrase[ñn]a/i

/** Gives every unknown column a metafield of its own, named after its header. */
function withUnknownKept(
  columns: readonly HeaderCell[],
  { keepUnknownAs }: HeaderOptions,
): readonly HeaderCell[] {
  if (keepUnknownAs === undefined) return columns
  invariant(/^[\w-]{1,255}$/.test(keepUnknownAs), 'a namespace of metafields is letters, digits, _ and -')
  const taken = new Set(columns.flatMap(({ place }) => (place?.group === 'metafields' ? [place.field] : [])))
  const nameFor = distinctNames(taken)
  return columns.map((column) => {
    if (column.place !== null || column.isLeftOut || column.header === '') return column
    if (PASSWORD.test(column.header)) return column
    const name = foldText(column.header.slice(0, 200)).replace(/[^\w-]+/g, '_')
    return { ...column, place: metafield(nameFor(`${keepUnknownAs}.${name}`)) }
  })
}

/** Gives each name once, numbered from the second on; goes on counting where it stopped, so that a million equal ones are no toil. */
function distinctNames(taken: Set<string>): (base: string) => string {
  const next = new Map<string, number>()
  return (base) => {
    let number = next.get(base) ?? 1
    const nameOf = (): string => (number === 1 ? base : `${base}_${number}`)
    while (taken.has(nameOf())) number++
    const name = nameOf()
    taken.add(name)
    next.set(base, number + 1)
    return name
  }
}

function mappedHeaders(
  columns: readonly HeaderCell[],
  { columns: mapped }: HeaderOptions,
): CsvLayout['headers'] {
  if (mapped === undefined) return null
  const own = columns.filter(({ header, place }) => place !== null && Object.hasOwn(mapped, header))
  return Object.fromEntries(own.map(({ header }) => [mapped[header] as string, header]))
}

function headerProblems(row: number, columns: readonly HeaderCell[], format: CsvFormatName): CsvProblem[] {
  const known = columns.filter(({ place }) => place !== null)
  if (known.length === 0) return [unknownHeader(row, format)]
  const { required }: CsvFormat = csvFormats[format]
  const limit = ceilings.csvHeader
  return [
    ...(known.some(({ place }) => place === csvFields.email)
      ? []
      : [rowProblem('csv.column-missing', row, { column: required.header })]),
    ...repeated(known).map(({ header }) => rowProblem('csv.column-repeated', row, { column: header })),
    ...(columns.some(({ header }) => isLongerThan(header, limit))
      ? [rowProblem('csv.header-too-long', row, { limit })]
      : []),
  ]
}

/** Columns that go where another one before them goes. */
function repeated(columns: readonly HeaderCell[]): readonly HeaderCell[] {
  const taken = new Set<string>()
  return columns.filter(({ place }) => {
    const home = `${place?.group} ${place?.field}`
    return taken.size === taken.add(home).size
  })
}
