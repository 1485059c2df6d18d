import { previewColumns, type PreviewRow, type PreviewTable } from './preview-table.js'

const PUNCTUATION = /[!-/:-@[-`{-~]/g

/** The review as a GitHub-flavoured table. Nothing in the data is read as markup. */
export function markdownTable({ title, headings, rows }: PreviewTable): string {
  const print = (row: PreviewRow): string => line(previewColumns.map((column) => cell(row[column])))
  return [
    `**${escapeMarkdown(title)}**`,
    '',
    line(previewColumns.map((column) => escapeMarkdown(headings[column]))),
    line(previewColumns.map(() => '---')),
    ...rows.map(print),
    '',
  ].join('\n')
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function cell(lines: readonly string[]): string {
  return lines.map(escapeMarkdown).join('<br>')
}

/** A bar and a backslash go by number, because tables are split before escapes are read, and not by every reader alike. */
function escapeMarkdown(text: string): string {
  return text.replace(PUNCTUATION, (mark) =>
    mark === '|' || mark === '\\' ? `&#${mark.charCodeAt(0)};` : `\\${mark}`,
  )
}
