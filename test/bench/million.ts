import process from 'node:process'
import { duplicateFinder } from 'clientele/duplicates'
import type { CustomerRecord } from 'clientele'
import { pairQuality } from '../duplicates/pair-quality.js'
import { shopProfiles } from '../duplicates/shop-base.js'
import type { Field, Figures } from './contest.js'
import { sized } from './quick.js'

const SIZE = sized(1_000_000, 5000)

/** People are made so many at a time: making them is not measured, telling the finder of them is. */
const BATCH = 10_000

function find(): Figures {
  const finder = duplicateFinder()
  const personOf = new Map<string, number>()
  const clock = stopwatch()
  let batch: CustomerRecord[] = []
  const tell = (): void => {
    clock.run(() => {
      for (const { customer } of batch) finder.add(customer)
    })
    batch = []
  }
  for (const [record, person] of shopProfiles(SIZE, 7)) {
    personOf.set(record.customer.id, person)
    if (batch.push(record) === BATCH) tell()
  }
  tell()
  const { groups } = clock.run(() => finder.find())
  const { precision, recall } = pairQuality(groups, personOf)
  return {
    'seconds of processor, all threads together': clock.processor() / 1e6,
    'seconds by the clock': clock.time() / 1000,
    'MB of memory at most, the whole process': process.resourceUsage().maxRSS / 1024,
    precision,
    recall,
  }
}

interface Stopwatch {
  run<Answer>(work: () => Answer): Answer
  /** in microseconds: what one core alone would have to do */
  processor(): number
  /** in milliseconds */
  time(): number
}

function stopwatch(): Stopwatch {
  let processor = 0
  let time = 0
  return {
    run: (work) => {
      const [used, start] = [process.cpuUsage(), performance.now()]
      const answer = work()
      const { user, system } = process.cpuUsage(used)
      processor += user + system
      time += performance.now() - start
      return answer
    },
    processor: () => processor,
    time: () => time,
  }
}

export const million: Field = { races: { fuzzy: { size: `${SIZE} customers`, figures: find } } }
