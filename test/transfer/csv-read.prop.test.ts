import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EXPORT_HEADER, piecesOf, quoted, readAll, utf8 } from './read-all.js'

/** Texts of the characters that mean something to a reader, and some that mean nothing. */
const trouble = (maxLength: number) =>
  fc.string({
    unit: fc.constantFrom('"', '"', ',', ';', '\t', '\n', '\r', ' ', "'", 'a', 'é', '😀', '\0', '\ufeff'),
    maxLength,
  })

const header = fc.constantFrom('Email,Note,x', 'Email;Note;x', '"Email"\tNote\tx', 'Email,Note,x,')
const newline = fc.constantFrom('\n', '\r\n', '\r')

describe('reading in pieces', () => {
  it('gives the same rows however the file is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        header,
        newline,
        trouble(60),
        fc.integer({ min: 4, max: 40 }),
        async (head, end, rest, rowLength) => {
          const file = `${head}${end}${rest}`
          const options = { rowLength: rowLength + head.length }
          const whole = await readAll(file, options)
          for (let size = 1; size <= 9; size++) {
            expect(await readAll(piecesOf(file, size), options)).toEqual(whole)
            expect(await readAll(piecesOf(utf8(file), size), options)).toEqual(whole)
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  it('gives the same rows for any text at all', async () => {
    await fc.assert(
      fc.asyncProperty(trouble(40), async (file) => {
        const whole = await readAll(file, { rowLength: 12 })
        for (const size of [1, 2, 5])
          expect(await readAll(piecesOf(file, size), { rowLength: 12 })).toEqual(whole)
      }),
      { numRuns: 500 },
    )
  })

  it('gives the same rows up to the same bad byte', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 30 }),
        fc.integer({ min: 1, max: 5 }),
        async (rest, size) => {
          const file = new Uint8Array([...utf8('Email,Note\n'), ...rest])
          expect(await readAll(piecesOf(file, size))).toEqual(await readAll(file))
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('gives the same rows for a cut at every byte of a real file', async () => {
    const file = utf8(
      `\ufeff${EXPORT_HEADER}\r\n'7,Zoë,"O""Neil",z@example.com,yes,,"1, Way",,Köln,,DE,'50667,,'+49221,no,1.00,1,"a\r\nb 😀",no,"vip, eu"\r\n`,
    )
    const whole = await readAll(file)
    for (let cut = 0; cut <= file.length; cut++)
      expect(await readAll([file.subarray(0, cut), file.subarray(cut)])).toEqual(whole)
  })
})

describe('what was written is read', () => {
  const cell = trouble(8).map((text) => (text.trim() === '' ? '' : text))
  // a return at the end of a row belongs to the row's end
  const lastCell = cell.map((text) => text.replace(/\r+$/, ''))
  const table = fc.array(fc.tuple(cell, lastCell), { maxLength: 8 })
  const delimiters = fc.constantFrom(',', ';', '\t')
  const ends = fc.constantFrom('\n', '\r\n')

  it('cell by cell, with any delimiter and line end, quoted where it must be or everywhere', async () => {
    await fc.assert(
      fc.asyncProperty(table, delimiters, ends, fc.boolean(), async (cells, delimiter, end, isAllQuoted) => {
        const write = (text: string): string =>
          isAllQuoted ? `"${text.replaceAll('"', '""')}"` : quoted(text)
        const lines = [['Email', 'x', 'y'], ...cells.map((pair) => ['a@example.com', ...pair])]
        const rows = await readAll(lines.map((line) => line.map(write).join(delimiter)).join(end))
        const cellOf = (row: number, name: string): string =>
          rows[row]?.unknown.find(({ header }) => header === name)?.text ?? ''
        expect(rows.map(({ row, problems }) => [row, problems])).toEqual(
          cells.map((_, index) => [index + 2, []]),
        )
        expect(cells.map((_, row) => [cellOf(row, 'x'), cellOf(row, 'y')])).toEqual(cells)
      }),
      { numRuns: 500 },
    )
  })
})

describe('every row is accounted for', () => {
  it('in order, each once, with numbers that never go back', async () => {
    await fc.assert(
      fc.asyncProperty(trouble(80), async (rest) => {
        const rows = await readAll(`Email,Note\n${rest}`)
        const numbers = rows.map(({ row }) => row)
        expect(numbers).toEqual([...new Set(numbers)].toSorted((one, other) => one - other))
        for (const { problems, row } of rows)
          for (const { params } of problems) expect(params?.['row']).toBe(row)
      }),
      { numRuns: 500 },
    )
  })

  it('and survives JSON unchanged', async () => {
    await fc.assert(
      fc.asyncProperty(trouble(60), async (rest) => {
        const rows = await readAll(`${EXPORT_HEADER}\n${rest}`)
        expect(JSON.parse(JSON.stringify(rows))).toEqual(rows)
      }),
    )
  })
})
