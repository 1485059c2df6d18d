import process from 'node:process'
import { Bench } from 'tinybench'
import { isQuick } from './quick.js'
import type { Measured, Race, Way } from './contest.js'

/** A busy machine delays some rounds, so there are several. */
export const ROUNDS: number = isQuick ? 3 : 7

/** In milliseconds, for one way in one round. */
const TIME = isQuick ? 40 : 200

/**
 * In microseconds of processor: so long each way runs before the first round. A busy machine compiles late, and what is
 * measured before says nothing of a host that runs for days.
 */
const WARM_UP = isQuick ? 50_000 : 600_000

/** The time of each way in milliseconds, round for round. */
export type Rounds = ReadonlyMap<string, readonly number[]>

/** Measures all ways of a race in turns. */
export async function measure(race: Race, measured: Exclude<Measured, 'once'>): Promise<Rounds> {
  const all = Object.entries(race.ways)
  const rounds = new Map<string, number[]>(all.map(([name]) => [name, []]))
  if (measured === 'loop') for (const [, way] of all) await warmUp(way)
  const before = measured === 'loop' ? 0 : turnsOf(measured.warmUp ?? 0)
  for (let round = 0; round < before; round++) await turn(all, round)
  const count = measured === 'loop' ? ROUNDS : turnsOf(measured.turns)
  for (let round = 0; round < count; round++) {
    const ways = round % 2 === 0 ? all : all.toReversed()
    const times = measured === 'loop' ? await loop(ways) : await turn(ways, before + round)
    for (const [at, [name]] of ways.entries()) rounds.get(name)?.push(times[at] as number)
  }
  return rounds
}

const turnsOf = (turns: number): number => (isQuick ? Math.min(turns, 3) : turns)

export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] as number
}

async function warmUp(way: Way): Promise<void> {
  const start = process.cpuUsage()
  do await way(0)
  while (process.cpuUsage(start).user < WARM_UP)
}

type NamedWays = readonly (readonly [name: string, way: Way])[]

async function turn(ways: NamedWays, round: number): Promise<readonly number[]> {
  const times: number[] = []
  for (const [, way] of ways) {
    const start = performance.now()
    await way(round)
    times.push(performance.now() - start)
  }
  return times
}

async function loop(ways: NamedWays): Promise<readonly number[]> {
  const bench = new Bench({ time: TIME, iterations: 3, warmupTime: TIME / 4, warmupIterations: 1 })
  for (const [name, way] of ways) bench.add(name, await repeated(way))
  const tasks = await bench.run()
  return tasks.map(({ result }) => {
    if (result.state !== 'completed') throw new Error(`measured nothing: ${result.state}`)
    return result.latency.p50
  })
}

/** Only what is a promise is waited for: waiting takes time by itself. */
async function repeated(way: Way): Promise<() => void | Promise<void>> {
  const first = way(0)
  if (!(first instanceof Promise)) return () => void way(0)
  await first
  return async () => void (await way(0))
}
