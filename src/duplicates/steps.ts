/** Long work in steps: each tells which share of the work is done, from 0 to 1, and may be the last. */
export type Steps<Result> = Generator<number, Result, undefined>

/** Which share of the work it is to look up keys; the rest is to compare. */
export const KEYS_SHARE = 0.3

/** Does all steps at once. */
export function finish<Result>(steps: Steps<Result>, onProgress: (share: number) => void = () => {}): Result {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    onProgress(step.value)
  }
}
