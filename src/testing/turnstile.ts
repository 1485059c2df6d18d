/** Lets calls overtake one another, without a clock. */
export interface Turnstile {
  /** counts a call as under way until it has been answered */
  during<T>(call: () => Promise<T>): Promise<T>
  /** waits until that many calls have been answered, or nobody calls any more */
  wait(answers: number): Promise<void>
}

/** So many turns of the event queue without any call, and nobody calls any more. */
const QUIET = 50

/** A turnstile that nobody has passed. */
export function createTurnstile(): Turnstile {
  const waiting: (() => void)[] = []
  const calls = { answered: 0, underWay: 0 }
  return {
    during: async (call) => {
      calls.underWay++
      try {
        return await call()
      } finally {
        calls.underWay--
        calls.answered++
        for (const wake of waiting.splice(0)) wake()
      }
    },
    wait: async (answers) => {
      const enough = calls.answered + answers
      for (let quiet = 0; calls.answered < enough && quiet < QUIET; ) {
        const isQuiet = calls.underWay === 0
        quiet = isQuiet ? quiet + 1 : 0
        await (isQuiet ? null : new Promise<void>((wake) => waiting.push(wake)))
      }
    },
  }
}
