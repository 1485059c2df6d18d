/** One thing that is done, the n-th time; what it gives is looked at by the check, not by the clock. */
export type Way = (turn: number) => unknown

/** What a goal of an issue asks, as data. */
export type Goal =
  /** of the time of a peer */
  | { readonly way: string; readonly peer: string; readonly atMost: number }
  /** so many times as fast as a peer */
  | { readonly way: string; readonly peer: string; readonly timesFaster: number }
  /** of a figure that was counted; its name says the unit */
  | { readonly figure: string; readonly atMost: number }
  | { readonly figure: string; readonly atLeast: number }

/**
 * How it is measured. `loop`: what takes moments is repeated for a while, in rounds. `{ turns }`: what takes long, or cannot be
 * done twice, is done so often; after some turns that do not count, where a turn is so short that it would be over before the
 * engine has compiled it. In both the ways are in turns, every second time the other way round, and the median counts.
 * `once`: figures are counted, there is no peer.
 */
export type Measured = 'loop' | 'once' | { readonly turns: number; readonly warmUp?: number }

/** A row of the table: what is compared, and what an issue wants of it. */
export interface Contest {
  readonly title: string
  readonly measured: Measured
  readonly goals: readonly Goal[]
  /** what bounds it, whoever does it; where that is known */
  readonly limit?: string
  /** what the README calls it; what has no name stands on the page alone */
  readonly short?: string
}

/** What is compared, ready to be measured. The others are compared with the first way. */
export interface Race {
  /** rows, bytes */
  readonly size: string
  /** how many things one turn of a way works through */
  readonly count: number
  /** throws where the answers are not what they must be; asked before anything is measured */
  readonly check: () => unknown
  readonly ways: Readonly<Record<string, Way>>
}

/** What is counted once. */
export interface Count {
  readonly size: string
  readonly figures: () => Figures | Promise<Figures>
}

export type Figures = Readonly<Record<string, number>>

/** What a module brings: a race or a count for each of its contests, or the reason why it cannot. */
export type Field =
  | { readonly missing: string }
  | { readonly races: Readonly<Record<string, Race | Count>>; readonly end?: () => Promise<void> }

/** Contests that are measured in one process, which does nothing else. */
export interface Part {
  /** by which it is asked for; `segments` asks for all that begin with `segments/` */
  readonly name: string
  readonly issue: number
  readonly contests: Readonly<Record<string, Contest>>
  readonly load: () => Promise<Field>
}

/** What a way took, for each of the things that it works through. */
export interface Time {
  readonly way: string
  readonly nanoseconds: number
  /** of the first way; the median of the rounds */
  readonly ratio: number
}

export interface Verdict {
  /** whose; `null` where it is a figure's */
  readonly way: string | null
  readonly goal: string
  readonly measured: string
  readonly isReached: boolean
}

export interface Result {
  readonly contest: Contest
  readonly size: string
  readonly times: readonly Time[]
  readonly figures: Figures
  readonly verdicts: readonly Verdict[]
}

/** What became of a part. */
export interface Report {
  readonly name: string
  readonly issue: number
  readonly results: readonly Result[]
  readonly missing: string | null
  readonly seconds: number
}
