import { describe, expect, it } from 'vitest'
import type { Machine } from '../../src/command/machine.js'
import { progressLine } from '../../src/command/progress-line.js'

/** What is told of these moments, each bytes and rows, of a file of that size. */
function toldOf(
  { terminal, size }: { terminal: number | null; size: number | null },
  moments: readonly (readonly [bytes: number, rows: number])[],
): string[] {
  const told: string[] = []
  const machine = { terminal, tell: (text: string) => void told.push(text) } as Partial<Machine> as Machine
  const progress = progressLine(machine, size)
  for (const [bytes, rows] of moments) progress.at(bytes, rows)
  progress.end()
  return told
}

describe('progress on a terminal', () => {
  it.each([
    [0, `[${'.'.repeat(24)}]   0 %  7 rows`],
    [249, `[${'#'.repeat(5)}${'.'.repeat(19)}]  24 %  7 rows`],
    [250, `[${'#'.repeat(6)}${'.'.repeat(18)}]  25 %  7 rows`],
    [1000, `[${'#'.repeat(24)}] 100 %  7 rows`],
    // a file may grow while it is read
    [3000, `[${'#'.repeat(24)}] 100 %  7 rows`],
  ])('after %i of 1000 bytes is a line that is written over, and then gone', (bytes, line) => {
    expect(toldOf({ terminal: 80, size: 1000 }, [[bytes, 7]])).toEqual([
      `\r${line}`,
      `\r${' '.repeat(line.length)}\r`,
    ])
  })

  it.each([null, 0])('of a file of unknown size has rows alone: %s', (size) => {
    expect(toldOf({ terminal: 80, size }, [[5, 7]])).toEqual(['\r7 rows', `\r${' '.repeat(6)}\r`])
  })

  it('is told only where it changes, and stays within the line', () => {
    const [first, second, ...others] = toldOf({ terminal: 10, size: 1000 }, [
      [10, 1],
      [11, 1],
      [500, 2],
    ])
    expect([first, second]).toEqual(['\r[........', '\r[########'])
    expect(others).toEqual([`\r${' '.repeat(9)}\r`])
  })
})

describe('progress where there is no terminal', () => {
  it('is a line at every fifty thousand rows, and nothing at the end', () => {
    const moments = [49_999, 50_000, 50_001, 99_999, 120_000, 149_999, 150_000].map(
      (rows) => [rows, rows] as const,
    )
    expect(toldOf({ terminal: null, size: 1 }, moments)).toEqual([
      '50000 rows read\n',
      '120000 rows read\n',
      '150000 rows read\n',
    ])
  })
})
