/**
 * `npm run test:long`: a million pairs of a random segment and a random customer, in memory, PostgreSQL and SQLite and in each
 * way of storing them. `npm run test:long -- <pairs> <seed>` asks fewer, or those of a seed that failed.
 */
import { differencesOn, randomQuestions } from '../segment/sql/agreement.js'
import { openPostgres, openSqlite } from '../segment/sql/database.js'

const [wanted = 1_000_000, firstSeed = Date.now() % 1_000_000_000] = process.argv.slice(2).map(Number)

/** Few enough that a failing round is soon asked again. */
const round = { segments: 250, people: 100 }

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const began = performance.now()
const seconds = (): string => ((performance.now() - began) / 1000).toFixed(0)
say(`from seed ${firstSeed}`)
const databases = [await openPostgres(), await openSqlite()]
let [pairs, different] = [0, 0]
for (let seed = firstSeed; pairs < wanted; seed++) {
  const { people, questions } = randomQuestions({ ...round, seed })
  const differences = await differencesOn(databases, people, questions, round.segments)
  if (differences.length > 0) say(`seed ${seed}: ${JSON.stringify(differences, null, 1)}`)
  different += differences.length
  pairs += round.segments * round.people
  if (pairs % 100_000 === 0) say(`${pairs} pairs, ${different} differences, ${seconds()} s`)
}
for (const database of databases) await database.close()

say(`${pairs} pairs, in two ways of storing in each database: ${different} differences, ${seconds()} s`)
process.exitCode = different > 0 ? 1 : 0
