import type { Machine } from './machine.js'

/** Tells how far the work has come. */
export interface ProgressLine {
  at(bytes: number, rows: number): void
  end(): void
}

const BAR = 24
/** Where there is no terminal, a line after so many rows. */
const EVERY = 50_000

/** A bar that is written over on a terminal, and plain lines elsewhere. */
export function progressLine({ terminal, tell }: Machine, size: number | null): ProgressLine {
  return terminal === null ? plainLines(tell) : bar(tell, size, terminal)
}

function bar(tell: Machine['tell'], size: number | null, width: number): ProgressLine {
  let last = ''
  return {
    at(bytes, rows) {
      const share = size === null || size === 0 ? null : Math.min(1, bytes / size)
      const filled =
        share === null ? '' : `[${'#'.repeat(Math.floor(share * BAR)).padEnd(BAR, '.')}] ${percent(share)}  `
      const line = `${filled}${rows} rows`.slice(0, width - 1)
      if (line !== last) tell(`\r${line}`)
      last = line
    },
    end: () => tell(`\r${' '.repeat(last.length)}\r`),
  }
}

function percent(share: number): string {
  return `${Math.floor(share * 100)} %`.padStart(5)
}

function plainLines(tell: Machine['tell']): ProgressLine {
  let next = EVERY
  return {
    at(_bytes, rows) {
      if (rows < next) return
      tell(`${rows} rows read\n`)
      next = rows - (rows % EVERY) + EVERY
    },
    end: () => undefined,
  }
}
