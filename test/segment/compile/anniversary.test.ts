import { describe, expect, it } from 'vitest'
import { matches, parsed } from '../matching.js'

const born = (day: string | number): Parameters<typeof matches>[1] => ({
  customer: { metafields: { 'facts.birth_date': day } },
})
const birthday = (query: string, day: string, today = '2026-11-22'): boolean =>
  matches(`anniversary ('metafields.facts.birth_date') ${query}`, born(day), {
    now: `${today}T12:00:00.000Z`,
  })

describe('an anniversary', () => {
  it.each<[string, string, string, boolean]>([
    // query, birthday, today
    ['= today', '1980-11-22', '2026-11-22', true],
    ['= today', '1980-11-21', '2026-11-22', false],
    ['= +30d', '1980-12-22', '2026-11-22', true],
    ['= -1m', '1980-10-22', '2026-11-22', true],
    ['= 2020-11-22', '1980-11-22', '2026-01-01', true],
    ["= '2020-11-22'", '1980-11-22', '2026-01-01', true],
    ['= 2020-11-22T23:00:00', '1980-11-22', '2026-01-01', true],
    // months clamp at their ends: one month before 31 March is the last of February
    ['= -1m', '1980-02-28', '2026-03-31', true],
    ['= -1m', '1980-02-29', '2024-03-31', true],
    ['= -1m', '1980-02-28', '2024-03-31', false],
    // of 29 February: on the 28th where a year has no 29th
    ['= today', '2000-02-29', '2026-02-28', true],
    ['= today', '2000-02-29', '2026-03-01', false],
    ['= today', '2000-02-29', '2028-02-28', false],
    ['= today', '2000-02-29', '2028-02-29', true],
    ['= today', '2000-02-28', '2028-02-29', false],
    ['= today', '2000-02-28', '2026-02-28', true],
    ['BETWEEN yesterday AND today', '2000-02-29', '2026-02-28', true],
    ['BETWEEN yesterday AND today', '2000-02-29', '2028-02-28', false],
    ['BETWEEN today AND +1d', '2000-02-29', '2026-02-28', true],
    ['BETWEEN today AND +1d', '2000-02-29', '2026-03-01', false],
    // both ends belong to a range
    ['BETWEEN today AND +30d', '1980-11-22', '2026-11-22', true],
    ['BETWEEN today AND +30d', '1980-11-21', '2026-11-22', false],
    ['BETWEEN today AND +30d', '1980-12-22', '2026-11-22', true],
    ['BETWEEN today AND +30d', '1980-12-23', '2026-11-22', false],
    // across the new year
    ['BETWEEN today AND +30d', '1980-12-31', '2026-12-20', true],
    ['BETWEEN today AND +30d', '1980-01-01', '2026-12-20', true],
    ['BETWEEN today AND +30d', '1980-01-19', '2026-12-20', true],
    ['BETWEEN today AND +30d', '1980-01-20', '2026-12-20', false],
    ['BETWEEN today AND +30d', '1980-12-19', '2026-12-20', false],
    ['BETWEEN -10d AND today', '1980-12-31', '2026-01-05', true],
    ['BETWEEN -10d AND today', '1980-12-25', '2026-01-05', false],
    // years do not count, so that typed ones may run backwards
    ['BETWEEN 2020-12-20 AND 2020-01-10', '1980-01-10', '2026-06-01', true],
    ['BETWEEN 2020-12-20 AND 2020-01-10', '1980-06-01', '2026-06-01', false],
    ['BETWEEN 2020-01-05 AND 1999-02-01', '1980-02-01', '2026-06-01', true],
    ['BETWEEN 2020-01-05 AND 1999-02-01', '1980-02-02', '2026-06-01', false],
    ['BETWEEN 1990-05-10 AND 2025-05-20', '1980-05-20', '2026-06-01', true],
    ['BETWEEN 1990-05-10 AND 2025-05-20', '1980-05-21', '2026-06-01', false],
    ['BETWEEN 1990-12-20 AND 2026-01-05', '1980-06-01', '2026-06-01', false],
    ['BETWEEN 2020-01-01 AND today', '1980-12-31', '2026-11-22', false],
    ['BETWEEN today AND 2030-12-31', '1980-01-01', '2026-11-22', false],
    // but a year or more from one offset to another holds every day
    ['BETWEEN today AND +1y', '1980-06-01', '2026-11-22', true],
    // one day is one day, also at the end of all that can be counted
    ['= +9999y', '1980-06-01', '2026-11-22', false],
    ['= +9999y', '1980-12-31', '2026-11-22', true],
    ['BETWEEN today AND +364d', '1980-11-21', '2026-11-22', true],
    ['BETWEEN today AND +400d', '1980-06-01', '2026-11-22', true],
    ['BETWEEN 2024-02-29 AND 2025-02-28', '1980-06-01', '2026-06-01', true],
    ['BETWEEN 2024-02-29 AND 2025-02-27', '2000-02-28', '2026-06-01', false],
    ['BETWEEN 2024-02-29 AND 2025-02-27', '2000-02-29', '2026-06-01', true],
  ])('%s of %s, asked on %s: %s', (query, day, today, expected) => {
    expect(birthday(query, day, today)).toBe(expected)
  })

  it('is on the shop’s day of a moment', () => {
    const query = "anniversary ('customer_added_date') = 2026-05-10"
    const added = { customer: { createdAt: '2020-05-09T22:30:00.000Z' } }
    expect(matches(query, added, { timeZone: 'Europe/Warsaw' })).toBe(true)
    expect(matches(query, added, { timeZone: 'UTC' })).toBe(false)
  })

  it('has nobody of whom no day is known', () => {
    expect(matches("anniversary ('metafields.facts.birth_date') = today")).toBe(false)
    expect(matches("anniversary ('metafields.facts.birth_date') BETWEEN today AND +2y")).toBe(false)
    expect(matches("anniversary ('metafields.facts.birth_date') = today", born(19801122))).toBe(false)
    expect(matches("NOT anniversary ('last_order_date') = today")).toBe(true)
  })

  it.each([
    "anniversary('metafields.facts.birth_date') = today",
    "anniversary (date: 'metafields.facts.birth_date') = today",
    "anniversary(DATE:'metafields.facts.birth_date')=today",
  ])('%s is the same', (spelling) => {
    expect(parsed(spelling).root).toEqual(parsed("anniversary ('metafields.facts.birth_date') = today").root)
  })
})
