import { differencesOn, randomQuestions } from '../segment/sql/agreement.js'
import { openPostgres, openSqlite } from '../segment/sql/database.js'
import type { Campaign } from './campaign.js'

/** Few enough that a failing round is soon asked again. */
const round = { segments: 250, people: 100 }

/** The evaluator in memory against PostgreSQL and SQLite, each in two ways of storing. */
export const segmentSql: Campaign = {
  name: 'segment-sql',
  says: '1 000 000 pairs of a random segment and a random customer, in memory and as SQL: [pairs] [seed]',
  run: async (say, [wanted = 1_000_000, firstSeed = Date.now() % 1_000_000_000]) => {
    say(`from seed ${firstSeed}`)
    const databases = [await openPostgres(), await openSqlite()]
    let [pairs, different] = [0, 0]
    for (let seed = firstSeed; pairs < wanted; seed++) {
      const { people, questions } = randomQuestions({ ...round, seed })
      const differences = await differencesOn(databases, people, questions, round.segments)
      if (differences.length > 0) say(`seed ${seed}: ${JSON.stringify(differences, null, 1)}`)
      different += differences.length
      pairs += round.segments * round.people
      if (pairs % 100_000 === 0) say(`${pairs} pairs, ${different} differences`)
    }
    for (const database of databases) await database.close()
    say(`${pairs} pairs, in two ways of storing in each database: ${different} differences`)
    return different === 0
  },
}
