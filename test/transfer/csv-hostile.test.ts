import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { readCustomerCsv } from 'clientele/csv'
import { expectWithinWaiting } from '../hostile-texts.js'
import { codesOf, readAll } from './read-all.js'

const MILLION = 1_000_000
const header = 'Email,Note\n'

/** Files of a million characters that break parsers: each must end, in linear time, in rows with codes. */
const files: readonly (readonly [string, string, readonly string[]])[] = [
  ['no line end', 'x'.repeat(MILLION), ['csv.row-too-long']],
  ['one huge cell', `${header}a@example.com,${'x'.repeat(MILLION)}`, ['csv.row-too-long']],
  ['a header of a million columns', ','.repeat(MILLION), ['csv.row-too-long']],
  ['a row of a hundred thousand columns', `${header}${'a,'.repeat(100_000)}`, ['csv.too-many-columns']],
  ['a hundred thousand columns', `Email${','.repeat(100_000)}\na@example.com${',x'.repeat(100_000)}\n`, []],
  ['only returns', '\r'.repeat(MILLION), ['csv.empty']],
  ['only line ends', '\n'.repeat(MILLION), ['csv.empty']],
  ['only blanks', ' '.repeat(MILLION), ['csv.row-too-long']],
  ['returns behind the header', header + '\r'.repeat(MILLION), ['csv.row-too-long']],
  [
    'a quote that never ends',
    `${header}"${'x\n'.repeat(1000)}`,
    ['csv.unclosed-quote', ...Array.from({ length: 999 }, () => 'csv.too-few-columns')],
  ],
  ['only quotes', header + '"'.repeat(MILLION), ['csv.row-too-long']],
  [
    'stray quotes and blanks, quadratic in the parser',
    `${header}"${'b"'.repeat(100_000)}${' '.repeat(200_000)},x`,
    ['csv.stray-quote'],
  ],
  ['blanks behind a quote', `${header}"b"${' '.repeat(MILLION)}x`, ['csv.row-too-long']],
  ['many quoted cells in one row', `${header}${'"b",'.repeat(100_000)}`, ['csv.too-many-columns']],
  ['NUL', header + '\0'.repeat(400_000) + ',\n', []],
  ['lone surrogates', `${header}${'\ud800'.repeat(400_000)},\n`, []],
]

describe('hostile files', () => {
  it.each(files)('%s', async (_name, file, codes) => {
    const rows = await expectWithinWaiting(5_000, () => readAll(file))
    expect(rows.flatMap(codesOf)).toEqual(codes)
  })

  const lines = [
    ['a stray quote in every line', '"b"x,\n', 'csv.stray-quote'],
    ['a stray quote at the end of every line', 'b,"b"x\n', 'csv.stray-quote'],
    ['a doubled quote and a stray one in every line', '"""b"x,\n', 'csv.stray-quote'],
    ['a row cut short in every line', 'b\n', 'csv.too-few-columns'],
  ] as const

  it.each(lines)('%s, a hundred thousand times', async (_name, line, code) => {
    const rows = await expectWithinWaiting(5_000, () => readAll(header + line.repeat(100_000)))
    expect(rows).toHaveLength(100_000)
    expect(new Set(rows.flatMap(codesOf))).toEqual(new Set([code]))
    expect(rows.at(-1)?.row).toBe(100_001)
  })

  it('keep memory bounded through 100 million characters without a line end', async () => {
    const watch = heapWatch()
    const source = watched(watch, 1000, 'x'.repeat(100_000))
    const rows = await readAll(chain([header], source, ['\na@example.com,fine\n']))
    expect(rows.map(({ row, input }) => [row, input.note])).toEqual([
      [2, undefined],
      [3, 'fine'],
    ])
    expect(watch.most()).toBeLessThan(8 * 1024 * 1024)
  })

  it('of many good rows do not gather in memory', async () => {
    const watch = heapWatch()
    const source = watched(watch, 200, 'a@example.com,"fine"\n'.repeat(1000))
    let count = 0
    for await (const { problems } of readCustomerCsv(chain([header], source)))
      count += problems.length === 0 ? 1 : 0
    expect(count).toBe(200_000)
    expect(watch.most()).toBeLessThan(8 * 1024 * 1024)
  })
})

interface HeapWatch {
  look(): void
  most(): number
}

/** Watches how much more memory is held than now; what nobody holds is collected before each look. */
function heapWatch(): HeapWatch {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const held = (): number => {
    collect()
    return process.memoryUsage().heapUsed
  }
  const before = held()
  let most = 0
  return { look: () => (most = Math.max(most, held() - before)), most: () => most }
}

function* watched(watch: HeapWatch, count: number, piece: string): Generator<string> {
  for (let given = 0; given < count; given++) {
    if (given % (count / 20) === 0) watch.look()
    yield piece
  }
}

function* chain(...parts: readonly Iterable<string>[]): Generator<string> {
  for (const part of parts) yield* part
}
