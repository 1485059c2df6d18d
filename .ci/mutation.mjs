/**
 * `npm run test:mutation -- merge`: does a test fail for every change of a rule? One room after another, because the
 * score is a room's. No gate: it takes minutes. What survives, and why, stands in CONTRIBUTING.md.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { bin, root } from './tool.mjs'

/** The rooms whose score is promised. */
const promised = ['deletion', 'merge', 'privacy']

function mutate(room) {
  return new Promise((resolve) => {
    const options = [
      ['--mutate', `src/${room}/**/*.ts`],
      ['--incremental'],
      ['--incrementalFile', `.stryker-tmp/${room}.json`],
    ].flat()
    const child = spawn(bin('stryker'), ['run', '.ci/stryker.config.mjs', ...options], {
      cwd: root,
      stdio: 'inherit',
    })
    child.on('close', (code) => resolve(code === 0))
  })
}

const asked = process.argv.slice(2)
const rooms = (asked.length === 0 ? promised : asked).filter((room) => existsSync(`${root}src/${room}`))
const failed = []
for (const room of rooms) if (!(await mutate(room))) failed.push(room)
console.log(`${rooms.length - failed.length} rooms passed, ${failed.length} failed ${failed.join(', ')}`)
process.exitCode = failed.length > 0 || rooms.length === 0 ? 1 : 0
