import { appendAll, hotCustomers } from '../faults/appends.js'
import { crossMerges, peopleOf } from '../faults/crossing-merges.js'
import { killUnderLoad } from '../faults/kills.js'
import { newShop, repositoryOn } from '../faults/postgres-sweep.js'
import type { Campaign } from './campaign.js'
import { onServer } from './on-server.js'

const customers = 4

/** Nobody's word is lost, however many write at once. */
export const appends: Campaign = {
  name: 'appends',
  says: '64 writers who each append 200 values to 4 customers: [writers] [appends]',
  run: onServer(async (_server, pool, say, [writers = 64, count = 200]) => {
    const repository = repositoryOn(pool, newShop())
    await repository.seed(hotCustomers(customers))
    const report = await appendAll(repository, { writers, appends: count, customers })
    say(JSON.stringify(report))
    return report.acknowledged === writers * count && report.lost + report.repeated + report.halfDone === 0
  }),
}

/** Merges into one another leave a living end of every chain. */
export const merges: Campaign = {
  name: 'merges',
  says: '600 rounds of merges that cross: [rounds]',
  run: onServer(async (_server, pool, say, [rounds = 600]) => {
    const repository = repositoryOn(pool, newShop())
    await repository.seed(peopleOf(rounds))
    const report = await crossMerges(repository, rounds)
    say(JSON.stringify(report))
    return report.merged >= rounds && report.orphans + report.lost === 0
  }),
}

/** What was acknowledged before the server was killed is there after. */
export const kills: Campaign = {
  name: 'kills',
  says: '20 kills of the server while 8 write: [kills] [writers]',
  run: onServer(async (server, pool, say, [count = 20, writers = 8]) => {
    const report = await killUnderLoad(server, pool, { kills: count, writers })
    say(JSON.stringify(report))
    return report.acknowledged > 0 && report.lost + report.repeated + report.halfDone === 0
  }),
}
