#!/usr/bin/env node
import { createReadStream, existsSync, statSync } from 'node:fs'
import { realpath, rename, rm, writeFile } from 'node:fs/promises'
import process, { argv, pid, stderr, stdin, stdout } from 'node:process'
import type { Machine } from './machine.js'
import { runCommand } from './run-command.js'

/** This machine: files, the standard input as `-`, and the terminal. */
const machine: Machine = {
  open(path) {
    if (path === '-') return { pieces: stdin, size: null }
    // first, because a stream of a file that is not there fails only later
    const { size } = statSync(path)
    return { pieces: createReadStream(path), size }
  },
  async save(path, pieces, isWanted) {
    // a pipe or a device takes what comes
    if (existsSync(path) && !statSync(path).isFile()) return await writeFile(path, pieces)
    // where a link leads to, and beside it first: a file is there as a whole or not at all
    const target = existsSync(path) ? await realpath(path) : path
    const draft = `${target}.${pid}.part`
    try {
      await writeFile(draft, pieces, { flag: 'wx' })
      if (isWanted()) await rename(draft, target)
    } catch (error) {
      throw ofPath(error, draft, path)
    } finally {
      // what cannot be there need not go
      await rm(draft, { force: true }).catch(() => undefined)
    }
  },
  isSameFile(one, other) {
    if (!existsSync(one) || !existsSync(other)) return false
    // by the file itself, so that `./a.csv`, a link and another case of letters are found out
    const [first, second] = [statSync(one), statSync(other)]
    return first.dev === second.dev && first.ino === second.ino
  },
  say: (line) => void stdout.write(`${line}\n`),
  tell: (text) => void stderr.write(text),
  // a terminal that does not know its width says 0
  terminal: stderr.isTTY === true ? stderr.columns || 80 : null,
}

/** A failure of the draft as one of the file that it was for. */
function ofPath(error: unknown, draft: string, path: string): unknown {
  const { path: own } = error as { readonly path?: unknown }
  return own === draft ? Object.assign(error as Error, { path }) : error
}

// who reads only the first lines (`| head`) hangs up early, and that is no error
stdout.on('error', () => undefined)

async function main(): Promise<void> {
  process.exitCode = await runCommand(argv.slice(2), machine)
}

void main()
