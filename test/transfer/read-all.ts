import { readCustomerCsv, type CsvReadOptions, type CsvSource, type CustomerRow } from 'clientele/csv'

/** The current export's header, word for word as files of the large platform have it. */
export const EXPORT_HEADER =
  'Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,' +
  'Default Address Address1,Default Address Address2,Default Address City,Default Address Province Code,' +
  'Default Address Country Code,Default Address Zip,Default Address Phone,Phone,Accepts SMS Marketing,' +
  'Total Spent,Total Orders,Note,Tax Exempt,Tags'

/** Reads a whole source. */
export async function readAll(source: CsvSource, options?: CsvReadOptions): Promise<CustomerRow[]> {
  const rows: CustomerRow[] = []
  for await (const row of readCustomerCsv(source, options)) rows.push(row)
  return rows
}

/** Reads a file of one data row. */
export async function readOne(source: CsvSource, options?: CsvReadOptions): Promise<CustomerRow> {
  const rows = await readAll(source, options)
  if (rows.length !== 1) throw new Error(`${rows.length} rows instead of one`)
  return rows[0] as CustomerRow
}

/** A file of the current export with one row, in which only the given columns are filled. */
export function fileWith(cells: Readonly<Record<string, string>>): string {
  const headers = EXPORT_HEADER.split(',')
  return `${EXPORT_HEADER}\n${headers.map((header) => quoted(cells[header] ?? '')).join(',')}\n`
}

/** A cell as any spreadsheet writes it. */
export function quoted(text: string): string {
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The codes of a row's problems. */
export function codesOf({ problems }: Pick<CustomerRow, 'problems'>): string[] {
  return problems.map(({ code }) => code)
}

/** A source in pieces of one size. */
export function* piecesOf<Whole extends string | Uint8Array>(whole: Whole, size: number): Generator<Whole> {
  for (let from = 0; from < whole.length; from += size) yield whole.slice(from, from + size) as Whole
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
