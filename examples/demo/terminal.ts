import { styleText } from 'node:util'

const { stdout } = process
const isTerminal = stdout.isTTY
const isColoured = isTerminal && process.env['NO_COLOR'] === undefined

type Style = Parameters<typeof styleText>[0]

/** Text in a style on a terminal, plain everywhere else. */
export function styled(style: Style, text: string): string {
  return isColoured ? styleText(style, text) : text
}

export function heading(text: string): void {
  stdout.write(`\n${styled(['bold', 'cyan'], text)}\n`)
}

export function line(text = ''): void {
  stdout.write(`${text}\n`)
}

/** A bar that fills on a terminal; nothing elsewhere, where each step would be a line of its own. */
export function progress(done: number, total: number): void {
  if (!isTerminal) return
  const width = 30
  const filled = Math.min(width, Math.round((done / total) * width))
  stdout.write(`\r  ${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${done} rows `)
  if (done >= total) stdout.write('\r\u001b[2K')
}

/** Rows of cells in aligned columns, two blanks apart; the last column is not padded. */
export function table(rows: readonly (readonly string[])[], indent = '  '): void {
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, column) => Math.max(widest[column] ?? 0, displayWidth(cell))),
    [],
  )
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      column === row.length - 1 ? cell : cell + ' '.repeat((widths[column] ?? 0) - displayWidth(cell)),
    )
    line(indent + cells.join('  '))
  }
}

const ESCAPES = /\u001b\[\d+m/g
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u{1f300}-\u{1faff}]/u
const JOINED = /[\p{M}\u200d\ufe0f]/u

/** The columns that a text takes on a terminal: two for East Asian letters and emoji, none for what joins or colours. */
function displayWidth(text: string): number {
  return [...text.replace(ESCAPES, '')].reduce(
    (width, char) => width + (JOINED.test(char) ? 0 : WIDE.test(char) ? 2 : 1),
    0,
  )
}
