import fc from 'fast-check'
import { en } from 'clientele/messages/en'
import { describe, expect, it } from 'vitest'
import type { JsonValue } from '../../src/outcome/json.js'
import { exportPersonalData, type PersonalData } from '../../src/privacy/personal-data.js'
import { renderPersonalData } from '../../src/privacy/render-personal-data.js'
import { arbitraries } from '../../src/testing/arbitraries.js'
import { buildRecord } from '../../src/testing/build-record.js'
import { escapeHtml } from '../../src/value/html.js'
import { printable } from '../../src/value/printable.js'
import { canaryRecord } from './canary-record.js'

const page = (data: PersonalData): string => renderPersonalData(data, { messages: en })
const withNote = (note: string | null): string =>
  page(exportPersonalData(buildRecord({ customer: { id: '7', note } })))
const withRows = (...rows: readonly JsonValue[]): string =>
  page(exportPersonalData(buildRecord(), { relations: { orders: rows } }))

/** The cell beside a heading. */
const cellOf = (html: string, heading: string): string | undefined =>
  new RegExp(`<tr><th scope="row">${heading}</th><td dir="auto">(.*?)</td></tr>`).exec(html)?.[1]

/** Every text and number that stands anywhere in a value. */
function leavesOf(value: unknown): (string | number)[] {
  if (typeof value === 'string' || typeof value === 'number') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : []
}

describe('renderPersonalData', () => {
  it('as JSON is the export itself, for a file', () => {
    const data = exportPersonalData(canaryRecord)
    const text = renderPersonalData(data, { format: 'json', messages: en })
    expect(JSON.parse(text)).toEqual(data)
    expect(text).toMatch(/^{\n {2}"format": "clientele.personal-data",[^]*}\n$/)
  })

  it('as a page unless said otherwise, in the language of its words', () => {
    const data = exportPersonalData(canaryRecord)
    expect(renderPersonalData(data, { format: 'html', messages: en })).toBe(page(data))
    const polish = { language: 'pl', personalData: { ...en.personalData, title: 'Dane klienta {customer}' } }
    expect(renderPersonalData(data, { messages: polish }).split('\n').slice(0, 5)).toEqual([
      '<!doctype html>',
      '<html lang="pl">',
      '<head><meta charset="utf-8"><title>Dane klienta customer-7</title></head>',
      '<body>',
      '<h1>Dane klienta customer-7</h1>',
    ])
  })

  it('says of when it is, where that is known', () => {
    expect(page(exportPersonalData(canaryRecord, { asOf: '2026-11-22T12:00:00.000Z' }))).toContain(
      '<p>As of 2026-11-22T12:00:00.000Z</p>',
    )
    expect(page(exportPersonalData(canaryRecord))).toContain('</h1>\n<section><h2>Customer</h2>')
  })

  it('is a whole page: a title, and a section a part', () => {
    const data = {
      format: 'clientele.personal-data',
      version: 1,
      asOf: '2026-11-22T12:00:00.000Z',
      customer: { id: '7', tags: ['vip'] },
      statistics: { numberOfOrders: 2, amountSpent: null },
      facts: {},
      knownAs: { customers: ['7'] },
      timeline: [],
      relations: { orders: [{ total: '12.50' }] },
    } as unknown as PersonalData
    expect(page(data)).toBe(
      [
        '<!doctype html>',
        '<html lang="en">',
        '<head><meta charset="utf-8"><title>Personal data of customer 7</title></head>',
        '<body>',
        '<h1>Personal data of customer 7</h1>',
        '<p>As of 2026-11-22T12:00:00.000Z</p>',
        '<section><h2>Customer</h2><table><tr><th scope="row">Id</th><td dir="auto">7</td></tr>',
        '<tr><th scope="row">Tags</th><td dir="auto"><ol><li dir="auto">vip</li></ol></td></tr></table></section>',
        '<section><h2>Orders and spending</h2><table><tr><th scope="row">Number of orders</th><td dir="auto">2</td></tr>',
        '<tr><th scope="row">Amount spent</th><td dir="auto"><em>nothing</em></td></tr></table></section>',
        '<section><h2>What else is noted</h2><em>nothing</em></section>',
        '<section><h2>Known as</h2><table><tr><th scope="row">Ids</th><td dir="auto"><ol><li dir="auto">7</li></ol></td></tr></table></section>',
        '<section><h2>Timeline</h2><em>nothing</em></section>',
        '<section><h2>From other parts of the shop</h2><table><tr><th scope="row">Orders</th><td dir="auto"><ol><li dir="auto"><table><tr><th scope="row">total</th><td dir="auto">12.50</td></tr></table></li></ol></td></tr></table></section>',
        '</body>',
        '</html>',
        '',
      ].join('\n'),
    )
  })

  it('G-3 shows everything that is held: no text, no number and no name is left out', () => {
    fc.assert(
      fc.property(arbitraries(fc).record, (record) => {
        const { statistics, ...data } = exportPersonalData(record)
        const { amountSpent: _money, ...numbers } = statistics
        const html = page({ ...data, statistics })
        const shown = [data.customer, data.facts, data.knownAs, numbers].flatMap(leavesOf)
        for (const leaf of shown)
          for (const line of String(leaf).split(/\r\n|\r|\n/))
            expect(html).toContain(escapeHtml(printable(line)))
        for (const field of Object.keys(data.customer)) {
          const label = en.personalData.labels[field as keyof PersonalData['customer']]
          expect(html).toContain(`<th scope="row">${label}</th>`)
        }
      }),
    )
  })

  it.each([
    ['<script>alert(1)</script> & "x"', '&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot;'],
    ['two\nlines\r\nand\ra third', 'two<br>lines<br>and<br>a third'],
    ['turned \u202eround', 'turned  round'],
    [null, '<em>nothing</em>'],
  ])('writes the note %j as %s', (note, cell) => {
    expect(cellOf(withNote(note), 'Note')).toBe(cell)
  })

  it('escapes the id in the title, and names that are the host’s own', () => {
    const data = exportPersonalData(buildRecord({ customer: { id: '<7>', metafields: { 'a.<b>': true } } }), {
      relations: { '<orders>': [] },
    })
    const html = page(data)
    expect(html).toContain('<h1>Personal data of customer &lt;7&gt;</h1>')
    expect(cellOf(html, 'a.&lt;b&gt;')).toBe('<em>yes</em>')
    expect(cellOf(html, '&lt;orders&gt;')).toBe('<em>nothing</em>')
  })

  it.each<readonly [JsonValue, string]>([
    [true, '<em>yes</em>'],
    [false, '<em>no</em>'],
    [0, '0'],
    ['', ''],
    [{}, '<em>nothing</em>'],
    [['a', 'b'], '<ol><li dir="auto">a</li><li dir="auto">b</li></ol>'],
    [{ total: 12.5 }, '<table><tr><th scope="row">total</th><td dir="auto">12.5</td></tr></table>'],
  ])('writes a row of the host that is %j as %s', (row, html) => {
    expect(withRows(row)).toContain(
      `<th scope="row">Orders</th><td dir="auto"><ol><li dir="auto">${html}</li></ol></td>`,
    )
  })

  it('writes money as people do', () => {
    expect(cellOf(page(exportPersonalData(canaryRecord)), 'Amount spent')).toBe('1234.56 NOK')
    expect(cellOf(page(exportPersonalData(buildRecord())), 'Amount spent')).toBe('<em>nothing</em>')
  })

  it.each([
    [60, 'the end'],
    [10_000, '…'],
  ])('nests %i lists or maps without a fault', (depth, end) => {
    let list: JsonValue = 'the end'
    let map: JsonValue = 'the end'
    for (let i = 0; i < depth; i++) {
      list = [list]
      map = { map }
    }
    expect(withRows(list)).toContain(`<li dir="auto">${end}</li>`)
    expect(withRows(map)).toContain(`<td dir="auto">${end}</td>`)
  })

  it('reads names of a prototype as data', () => {
    const row = JSON.parse('{"__proto__":"a","constructor":"b"}') as JsonValue
    const html = withRows(row)
    expect(cellOf(html, '__proto__')).toBe('a')
    expect(cellOf(html, 'constructor')).toBe('b')
  })
})
