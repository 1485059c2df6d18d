import type { Contest, Count, Part, Race, Report, Result } from './contest.js'
import { median, measure, type Rounds } from './measure.js'
import { ratioOf, verdictOf } from './verdict.js'

/** Measures one part, all of whose contests were checked to answer alike. */
export async function holdPart({ name, issue, contests, load }: Part): Promise<Report> {
  const start = performance.now()
  const field = await load()
  const results: Result[] = []
  if ('races' in field) {
    try {
      for (const [key, contest] of Object.entries(contests)) {
        const race = field.races[key]
        if (race === undefined) throw new Error(`${name} brings nothing for ${key}`)
        results.push(await ('ways' in race ? hold(contest, race) : count(contest, race)))
      }
    } finally {
      await field.end?.()
    }
  }
  const missing = 'missing' in field ? field.missing : null
  return { name, issue, results, missing, seconds: (performance.now() - start) / 1000 }
}

async function hold(contest: Contest, race: Race): Promise<Result> {
  if (contest.measured === 'once') throw new Error(`${contest.title}: a race is not measured once`)
  await race.check()
  const rounds = await measure(race, contest.measured)
  const [first = ''] = rounds.keys()
  return {
    contest,
    size: race.size,
    times: [...rounds].map(([way, times]) => ({
      way,
      nanoseconds: (median(times) * 1e6) / race.count,
      ratio: ratioOf(rounds, way, first),
    })),
    figures: {},
    verdicts: contest.goals.map((goal) => verdictOf(goal, rounds, {})),
  }
}

async function count(contest: Contest, { size, figures: counted }: Count): Promise<Result> {
  const figures = await counted()
  const rounds: Rounds = new Map()
  const verdicts = contest.goals.map((goal) => verdictOf(goal, rounds, figures))
  return { contest, size, times: [], figures, verdicts }
}
