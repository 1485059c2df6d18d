import type { Instant } from '../../value/instant.js'
import type { InstantRange } from '../../value/calendar.js'

/** Whether a moment lies on a day; a missing one lies on none. Small, so that the leaves that call it stay fused. */
export function isWithin(at: Instant | null, from: Instant, until: Instant): boolean {
  return at !== null && at >= from && at < until
}

export function isOn(at: Instant | null, day: InstantRange): boolean {
  return isWithin(at, day.from, day.until)
}

export function isSince(at: Instant | null, from: Instant): boolean {
  return at !== null && at >= from
}

export function isBefore(at: Instant | null, until: Instant): boolean {
  return at !== null && at < until
}
