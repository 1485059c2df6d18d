import papaparse from 'papaparse'

interface ParseConfig {
  readonly header?: boolean
  readonly skipEmptyLines?: boolean
  readonly step?: (row: { readonly data: unknown }) => void
}

interface Papa {
  parse(text: string, config: ParseConfig): { readonly data: readonly unknown[] } | undefined
  unparse(table: object, config: { readonly escapeFormulae: boolean }): string
}

/** All of it; the library itself declares only the part that it uses. */
export const papa = papaparse as unknown as Papa
