import { Bench } from 'tinybench'

/** Ways to do the same with the same list. The first is what the others are compared with. */
export interface Contest {
  readonly title: string
  /** how many things one run of a way works through */
  readonly count: number
  readonly ways: Readonly<Record<string, () => unknown>>
  /** throws where the answers are not what they must be; asked before anything is measured */
  readonly check: () => void
}

/** Every way is measured so often, in turns, and the median counts: a busy machine delays some rounds. */
const ROUNDS = 5

/** In milliseconds, for one way in one round. */
const TIME = 200

/** Measures one contest and writes a table of it. */
export async function hold({ title, count, ways, check }: Contest): Promise<string> {
  check()
  const rounds: (readonly number[])[] = []
  for (let round = 0; round < ROUNDS; round++) rounds.push(await measure(ways))
  const nanoseconds = Object.keys(ways).map(
    (_, way) => (median(rounds.map((of) => of[way] ?? 0)) * 1e6) / count,
  )
  const [first = 1] = nanoseconds
  const lines = Object.keys(ways).map((name, way) => row(name, nanoseconds[way] ?? 0, first))
  return [
    `${title} (${count} of them, answers checked)`,
    row('', 'ns each', 'ratio', 'per second'),
    ...lines,
    '',
  ].join('\n')
}

/** The median of each way in milliseconds. */
async function measure(ways: Contest['ways']): Promise<readonly number[]> {
  const bench = new Bench({ time: TIME, iterations: 3, warmupTime: TIME / 4, warmupIterations: 1 })
  for (const [name, run] of Object.entries(ways)) bench.add(name, () => void run())
  const tasks = await bench.run()
  return tasks.map(({ result }) => {
    if (result.state !== 'completed') throw new Error(`measured nothing: ${result.state}`)
    return result.latency.p50
  })
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
}

function row(name: string, ...[each, first, title]: readonly (number | string)[]): string {
  const cells =
    typeof each === 'number' && typeof first === 'number'
      ? [each.toFixed(0), `${(each / first).toFixed(3)} x`, (1e9 / each).toFixed(0)]
      : [each, first, title]
  return `  ${name.padEnd(44)}${cells.map((cell) => String(cell).padStart(12)).join('')}`
}
