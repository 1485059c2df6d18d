import { describe, expect, it } from 'vitest'
import { matches } from '../matching.js'

const birthday = (query: string, day: string, options: { now: string; timeZone?: string }): boolean =>
  matches(
    `anniversary ('metafields.facts.birth_date') ${query}`,
    { customer: { metafields: { 'facts.birth_date': day } } },
    options,
  )

describe('the days on which an anniversary may fall', () => {
  it.each<[string, string, string, boolean]>([
    // in a year without a 29 February the 28th stands for both, and for no day after them
    ['= today', '1980-03-01', '2026-02-28', false],
    ['= today', '1980-12-31', '2026-02-28', false],
    ['= today', '1980-02-27', '2026-02-28', false],
    ['BETWEEN yesterday AND today', '1980-02-27', '2026-02-28', true],
    ['BETWEEN yesterday AND today', '1980-03-01', '2026-02-28', false],
    ['= today', '1980-03-01', '2028-02-29', false],
    ['= today', '2000-02-29', '2028-02-29', true],
    ['= today', '2000-02-29', '2026-02-27', false],
    ['= today', '2000-02-29', '2026-12-28', false],
  ])('%s of %s, asked on %s: %s', (query, day, today, expected) => {
    expect(birthday(query, day, { now: `${today}T12:00:00.000Z` })).toBe(expected)
  })

  it.each(['America/New_York', 'UTC', 'Pacific/Kiritimati'])(
    'a birthday is the same day in %s',
    (timeZone) => {
      const now = '2026-11-22T08:00:00.000Z'
      expect(birthday('= 2026-11-22', '1980-11-22', { now, timeZone })).toBe(true)
      expect(birthday('= 2026-11-21', '1980-11-22', { now, timeZone })).toBe(false)
      expect(birthday('= 2026-11-23', '1980-11-22', { now, timeZone })).toBe(false)
    },
  )
})
