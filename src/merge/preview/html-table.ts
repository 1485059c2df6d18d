import { escapeHtml } from '../../value/html.js'
import { previewColumns, type PreviewRow, type PreviewTable } from './preview-table.js'

/** The review as one `<table>` without styles, to be put into a page of the host's. Every text is escaped. */
export function htmlTable({ language, title, headings, rows }: PreviewTable): string {
  const head = previewColumns.map((column) => `<th scope="col">${escapeHtml(headings[column])}</th>`)
  return [
    `<table class="merge-preview" lang="${escapeHtml(language)}">`,
    `<caption>${escapeHtml(title)}</caption>`,
    `<thead><tr>${head.join('')}</tr></thead>`,
    '<tbody>',
    ...rows.map(htmlRow),
    '</tbody>',
    '</table>',
    '',
  ].join('\n')
}

function htmlRow({ field, kept, dropped, why }: PreviewRow): string {
  const cells = [
    `<th scope="row">${cell(field)}</th>`,
    `<td class="kept" dir="auto">${cell(kept)}</td>`,
    `<td class="dropped" dir="auto">${dropped.length === 0 ? '' : `<del>${cell(dropped)}</del>`}</td>`,
    `<td class="why">${cell(why)}</td>`,
  ]
  return `<tr>${cells.join('')}</tr>`
}

function cell(lines: readonly string[]): string {
  return lines.map(escapeHtml).join('<br>')
}
