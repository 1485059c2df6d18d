/**
 * `npm run test:long`: what takes too long for the gate, one campaign after another. `npm run test:long -- kills 100` runs one of
 * them, with other numbers; an unknown name lists them all.
 */
import type { Campaign } from './campaign.js'
import { appends, kills, merges } from './concurrency.js'
import { faults } from './faults.js'
import { properties } from './properties.js'
import { segmentSql } from './segment-sql.js'

const campaigns: readonly Campaign[] = [faults, appends, merges, kills, segmentSql, properties]

const [wanted, ...numbers] = process.argv.slice(2)
const chosen = wanted === undefined ? campaigns : campaigns.filter(({ name }) => name === wanted)
if (chosen.length === 0) {
  process.stdout.write(`${campaigns.map(({ name, says }) => `${name.padEnd(12)} ${says}`).join('\n')}\n`)
  process.exit(2)
}

for (const { name, run } of chosen) {
  const began = performance.now()
  const say = (line: string): void => {
    const seconds = ((performance.now() - began) / 1000).toFixed(0)
    process.stdout.write(`${name} ${seconds.padStart(4)} s  ${line}\n`)
  }
  const isWell = await run(say, numbers.map(Number)).catch((error: unknown) => {
    say(error instanceof Error ? (error.stack ?? error.message) : String(error))
    return false
  })
  say(isWell ? 'ok' : 'FAILED')
  if (!isWell) process.exitCode = 1
}
