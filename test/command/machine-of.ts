import { runCommand } from '../../src/command/run-command.js'

/** What a run of the command has left: its exit code, the answer, what was told beside it, and the files. */
export interface Run {
  readonly code: number
  readonly said: string
  readonly told: string
  readonly files: ReadonlyMap<string, string>
}

/** Runs the command on a machine of memory that has one file, `customers.csv`. */
export async function runOn(file: string, words: string, terminal: number | null = null): Promise<Run> {
  const files = new Map([['customers.csv', file]])
  let [said, told] = ['', '']
  const code = await runCommand(words.split(' ').filter(Boolean), {
    open(path) {
      const text = files.get(path)
      if (text === undefined) throw new Error(`no such file: ${path}`)
      const bytes = new TextEncoder().encode(text)
      return { pieces: piecesOf(bytes), size: bytes.length }
    },
    async save(path, pieces) {
      let text = ''
      for await (const piece of pieces) text += piece
      files.set(path, text)
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
