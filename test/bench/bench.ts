/**
 * `npm run bench`: what the library costs beside what stands beneath it. Ratios within one table mean something, times of
 * this machine do not. No gate: it fails only where answers differ.
 */
import { addressContests } from './addresses.js'
import { hold } from './contest.js'
import { fileTables } from './files.js'
import { phoneContests } from './phones.js'

for (const contest of [...phoneContests, ...addressContests]) process.stdout.write(`${await hold(contest)}\n`)
process.stdout.write(await fileTables())
