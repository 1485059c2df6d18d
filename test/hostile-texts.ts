import { expect } from 'vitest'

/** What makes careless patterns slow, at any length. */
export const attackStrings: Readonly<Record<string, (length: number) => string>> = {
  letters: (length) => 'a'.repeat(length),
  blanks: (length) => ' '.repeat(length),
  'blanks before a letter': (length) => `${' '.repeat(length)}a`,
  digits: (length) => '1'.repeat(length),
  'plus signs': (length) => '+'.repeat(length),
  dots: (length) => '.'.repeat(length),
  'at signs': (length) => '@'.repeat(length),
  'dotted labels': (length) => `a@${'a.'.repeat(length / 2)}`,
  'a long label that ends badly': (length) => `a@${'a'.repeat(length)}-`,
  hyphens: (length) => `a@a${'-'.repeat(length)}.b`,
  'combining accents': (length) => `e${'\u0301'.repeat(length)}`,
  commas: (length) => ','.repeat(length),
  braces: (length) => '{'.repeat(length),
  'unclosed placeholders': (length) => '{a'.repeat(length / 2),
  subtags: (length) => `en${'-a'.repeat(length / 2)}`,
}

/** Texts that no store keeps: PostgreSQL refuses the first, and silently changes the others. */
export const unstorableTexts = [
  '\0',
  'a\0b',
  '\ud800',
  'a\udfff',
  '\udc00\ud800',
  '\ud800\ud800\udc00',
] as const

/** Names of a prototype, which must be read as data or refused. */
export const prototypeNames = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'] as const

/** Said where the code is instrumented, which no time would be true of: then it must only answer. */
const isUntimed = process.env['UNTIMED'] !== undefined

/** So often a measurement is repeated before it counts as failed: a busy machine delays some runs, a slow pattern all. */
const ROUNDS = 25

/** Under so many milliseconds, noise outweighs what is measured. */
const FLOOR = 1

/** Over so many milliseconds, no repetition can change the verdict. */
const HOPELESS = 1_000

/** The processor's time and not the clock's, so that whatever else the machine does is not measured. */
function milliseconds(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1_000
}

function timeOf(run: () => unknown): number {
  const start = process.cpuUsage()
  run()
  return milliseconds(start)
}

async function timeOfWaiting(run: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage()
  await run()
  return milliseconds(start)
}

interface Race {
  isOpen(): boolean
  add(short: number, long: number): void
  judge(): void
}

/** How many characters the two attacks have. */
const lengths = { short: 12_500, long: 100_000 } as const

/**
 * So many times as long the longer attack may take. Linear time is 8 times as long and quadratic time 64: half way between, as
 * ratios go, so that the collector and the caches of a busy machine cannot turn one into the other.
 */
const MOST = 8 ** 1.5

/** The longer attack takes linear time, at the best of several runs. */
function linearRace(): Race {
  let [short, long, rounds] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0]
  const ratio = (): number => long / Math.max(short, FLOOR)
  return {
    isOpen: () => rounds === 0 || (ratio() > MOST && rounds < ROUNDS && long < HOPELESS),
    add: (one, other) => {
      short = Math.min(short, one)
      long = Math.min(long, other)
      rounds++
    },
    judge: () => expect(ratio()).toBeLessThanOrEqual(MOST),
  }
}

/** Takes linear time on an attack of 100 000 characters. */
export function expectLinear(run: (text: string) => unknown, attack: (length: number) => string): void {
  const [short, long] = [attack(lengths.short), attack(lengths.long)]
  if (isUntimed) return void run(short)
  const race = linearRace()
  while (race.isOpen())
    race.add(
      timeOf(() => run(short)),
      timeOf(() => run(long)),
    )
  race.judge()
}

/** The same for what must be waited for. */
export async function expectLinearWaiting(
  run: (text: string) => Promise<unknown>,
  attack: (length: number) => string,
): Promise<void> {
  const [short, long] = [attack(lengths.short), attack(lengths.long)]
  if (isUntimed) return void (await run(short))
  const race = linearRace()
  while (race.isOpen()) race.add(await timeOfWaiting(() => run(short)), await timeOfWaiting(() => run(long)))
  race.judge()
}

/** What a machine of today reads in a millisecond: a slow or busy one takes longer for it, as for all else. */
const yardstick = JSON.stringify(Array.from({ length: 3_000 }, (_, id) => ({ id, name: `name ${id}` })))

/** Takes at most so many milliseconds of a machine of today, or what they are on this one, at the best of several runs. */
export function expectWithin(limit: number, run: () => unknown): void {
  if (isUntimed) return void run()
  let [best, millisecond] = [timeOf(run), 1]
  for (let round = 1; round < ROUNDS && best > limit * millisecond; round++) {
    const read = timeOf(() => JSON.parse(yardstick))
    millisecond = Math.max(1, round === 1 ? read : Math.min(millisecond, read))
    best = Math.min(best, timeOf(run))
  }
  expect(best).toBeLessThanOrEqual(limit * millisecond)
}

/** The same at once, for what is waited for, so much quicker than its limit that no machine makes it slow. */
export async function expectWithinWaiting<T>(limit: number, run: () => Promise<T>): Promise<T> {
  const start = process.cpuUsage()
  const answer = await run()
  if (!isUntimed) expect(milliseconds(start)).toBeLessThanOrEqual(limit)
  return answer
}
