import type { DuplicateFinder } from './duplicate-finder.js'
import type { Found } from './find-among.js'

/** Every runtime has it, though it is no part of the language. */
declare function setTimeout(run: (value: unknown) => void): unknown

/** How a long search is watched and stopped. */
export interface TurnOptions {
  /** told which share of the work is done, from 0 to 1 */
  readonly onProgress?: ((share: number) => void) | undefined
  readonly signal?: { throwIfAborted(): void } | undefined
}

/**
 * Searches a large base without holding everybody else up: lets others have their turn every few milliseconds, says how
 * far it is, and stops when the signal says so.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { duplicateFinder } = await import('clientele/duplicates')
 * const shares: number[] = []
 * const { groups } = await findInTurns(duplicateFinder(), { onProgress: (share) => shares.push(share) })
 * expect(groups).toEqual([])
 * expect(shares.at(-1)).toBe(1)
 * ```
 */
export async function findInTurns(
  finder: DuplicateFinder,
  { onProgress = () => {}, signal }: TurnOptions = {},
): Promise<Found> {
  const steps = finder.steps()
  for (;;) {
    signal?.throwIfAborted()
    const step = steps.next()
    onProgress(step.done === true ? 1 : step.value)
    if (step.done === true) return step.value
    await new Promise((resolve) => setTimeout(resolve))
  }
}
