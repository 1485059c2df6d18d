/** A table; what would end a cell is escaped. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

const line = (cells: readonly string[]): string => `| ${cells.map(escaped).join(' | ')} |`

const escaped = (cell: string): string => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')

/** Words as code, divided by commas. */
export const codes = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(', ')

/** Where a heading leads that is one code, as hosts of Markdown make anchors. */
export const anchorOf = (code: string): string => code.toLowerCase().replace(/[^\w-]/g, '')

/** A link to a code's cause and remedy. */
export const problemLink = (code: string): string => `[\`${code}\`](problems.md#${anchorOf(code)})`

/** What a page that nobody edits begins with. */
export const generatedNote = '<!-- Written by `npm run docs`. Edits are lost. -->'
