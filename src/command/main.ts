#!/usr/bin/env node
import { createReadStream, existsSync, statSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import process, { argv, stderr, stdin, stdout } from 'node:process'
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
  save: (path, pieces) => writeFile(path, pieces),
  isSameFile(one, other) {
    if (!existsSync(one) || !existsSync(other)) return false
    // by the file itself, so that `./a.csv`, a link and another case of letters are found out
    const [first, second] = [statSync(one), statSync(other)]
    return first.dev === second.dev && first.ino === second.ino
  },
  say: (line) => void stdout.write(`${line}\n`),
  tell: (text) => void stderr.write(text),
  terminal: stderr.isTTY === true ? (stderr.columns ?? 80) : null,
}

// who reads only the first lines (`| head`) hangs up early, and that is no error
stdout.on('error', () => undefined)

async function main(): Promise<void> {
  process.exitCode = await runCommand(argv.slice(2), machine)
}

void main()
