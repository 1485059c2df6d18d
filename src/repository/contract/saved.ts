import type { Outcome } from '../../outcome/outcome.js'
import type { SavedSegment, SavedSegments, SegmentWish } from '../saved-segments.js'
import type { World } from './contract-case.js'
import { fail } from './expect.js'

export const at = '2026-11-22T12:00:00.000Z'
export const later = '2026-11-23T12:00:00.000Z'
export const vips = "customer_tags CONTAINS 'vip'"

export const storeOf = ({ repository }: World): SavedSegments =>
  repository.segments ?? fail('the adapter has no segments')

/** Saves a new segment, which must be taken. */
export async function save(world: World, name: string, query = vips): Promise<SavedSegment> {
  return taken(await storeOf(world).save({ id: null, name, query, at }, 'absent'))
}

/** A segment as it is wished when it is saved once more. */
export function again({ id }: SavedSegment, parts: Partial<SavedSegment> = {}): SegmentWish {
  return { id, name: 'VIPs', query: vips, at: later, ...parts }
}

/** The value of what must not be refused. */
export function taken<T>(outcome: Outcome<T>): T {
  return outcome.ok ? outcome.value : fail(`refused: ${codesOf(outcome).join(', ')}`)
}

/** The codes of a refusal with whom they name, in order. */
export function codesOf(outcome: Outcome<unknown>): readonly string[] {
  if (outcome.ok) return ['taken']
  return outcome.problems
    .map(({ code, params }) => [code, params?.['id']].filter((part) => typeof part === 'string').join(' '))
    .toSorted()
}

/** The names in the order in which they are listed. */
export async function namesIn(world: World): Promise<readonly string[]> {
  return (await storeOf(world).list()).map(({ name }) => name)
}
