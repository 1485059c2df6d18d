/**
 * How a call goes wrong: `before` anything is done it throws; `after` all of it is done it throws, so that the answer is lost; it is
 * `aborted`, called with a signal that says so; or it is `late`, done when others that began later have been answered.
 */
export type FaultKind = 'before' | 'after' | 'aborted' | 'late'

/** One thing that goes wrong. */
export interface Fault<Method extends string = string> {
  /** of which method; of any unless given */
  readonly method?: Method | undefined
  /** at which call, counted from 1: of the method, where one is named, or else of all */
  readonly call: number
  readonly kind: FaultKind
  /** by how many answers to others a call is `late`: 1 unless given. It never waits for others when there are none */
  readonly turns?: number | undefined
  /** whether every later call throws too, as when the process has ended */
  readonly lasting?: boolean | undefined
}

/** What goes wrong, and when: plain JSON, so that what failed once can be kept and run again. */
export type FaultSchedule<Method extends string = string> = readonly Fault<Method>[]

/** A call as it begins. */
export interface FaultyCall {
  readonly method: string
  /** which call of all, counted from 1 */
  readonly call: number
  /** what goes wrong with it */
  readonly fault: Fault | null
}

/** Is told of every call, faulty or not. */
export type CallListener = (call: FaultyCall) => void
