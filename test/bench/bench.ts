/**
 * `npm run bench`: what the library costs beside what stands beneath it. Ratios within one table mean something, times of
 * this machine do not. No gate: it fails only where answers differ.
 */
import { addressContests } from './addresses.js'
import { hold } from './contest.js'
import { duplicateContests } from './duplicates.js'
import { editContests } from './edits.js'
import { fileTables } from './files.js'
import { mergeContests } from './merges.js'
import { phoneContests } from './phones.js'
import { postgresTables } from './postgres.js'
import { segmentIndexContests } from './segment-index.js'
import { repositoryContests } from './repository.js'
import { predicateContests } from './segment-predicates.js'
import { segmentSqlContests } from './segment-sql.js'

const contests = [
  ...phoneContests,
  ...addressContests,
  ...mergeContests,
  ...editContests,
  ...predicateContests,
  ...segmentIndexContests,
  ...segmentSqlContests,
  ...duplicateContests,
  ...repositoryContests,
]
for (const contest of contests) process.stdout.write(`${await hold(contest)}\n`)
process.stdout.write(await fileTables())
process.stdout.write(await postgresTables())
