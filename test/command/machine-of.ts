import { runCommand } from '../../src/command/run-command.js'

/** What a run of the command has left: its exit code, the answer, what was told beside it, and the files. */
export interface Run {
  readonly code: number
  readonly said: string
  readonly told: string
  readonly files: ReadonlyMap<string, string>
}

export interface RunOptions {
  readonly terminal?: number | null
  /** how the files are stored; `latin1` gives each character as one byte */
  readonly encoding?: 'utf8' | 'utf16le' | 'latin1'
}

/** Runs the command on a machine of memory that has one file, `customers.csv`. */
export async function runOn(
  file: string,
  words: string,
  { terminal = null, encoding = 'utf8' }: RunOptions = {},
): Promise<Run> {
  const files = new Map([['customers.csv', file]])
  const nameOf = (path: string): string => (path === '-' ? 'customers.csv' : path)
  let [said, told] = ['', '']
  const code = await runCommand(words.split(' ').filter(Boolean), {
    open(path) {
      const text = files.get(nameOf(path))
      if (text === undefined) throw new Error(`no such file: ${path}`)
      const bytes = Buffer.from(text, encoding)
      return { pieces: piecesOf(bytes), size: bytes.length }
    },
    async save(path, pieces, isWanted) {
      const whole: Buffer[] = []
      for await (const piece of pieces)
        whole.push(typeof piece === 'string' ? Buffer.from(piece) : Buffer.from(piece))
      if (isWanted()) files.set(path, Buffer.concat(whole).toString(encoding))
    },
    isSameFile: (one, other) => files.has(one) && one.replace('./', '') === other.replace('./', ''),
    say: (line) => void (said += `${line}\n`),
    tell: (text) => void (told += text),
    terminal,
  })
  return { code, said, told, files }
}

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += 4096)
    yield await Promise.resolve(bytes.subarray(from, from + 4096))
}
