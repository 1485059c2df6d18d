import { describe, expect, it } from 'vitest'
import { rememberReadings } from '../../src/contact/phone-memo.js'

/** Remembers, and lists what was really read. */
function remembering(limit: number): {
  read: (typed: string, country: string | null) => { readonly text: string }
  calls: string[]
} {
  const calls: string[] = []
  const read = rememberReadings((typed, country) => {
    calls.push(`${country}:${typed}`)
    return { text: `${country}:${typed}` }
  }, limit)
  return { read, calls }
}

describe('rememberReadings', () => {
  it('reads a repeated number once, and gives the same answer', () => {
    const { read, calls } = remembering(10)
    const answers = ['601', '601', '602', '601'].map((typed) => read(typed, 'PL').text)
    expect(answers).toEqual(['PL:601', 'PL:601', 'PL:602', 'PL:601'])
    expect(calls).toEqual(['PL:601', 'PL:602'])
  })

  it('tells countries apart, and no country from any', () => {
    const { read, calls } = remembering(10)
    for (const country of ['PL', 'NO', null, 'null', 'PL', 'NO', null, 'null']) read('601', country)
    expect(calls).toEqual(['PL:601', 'NO:601', 'null:601', 'null:601'])
  })

  it('forgets what nobody asked for while twice the limit was read, and nothing else', () => {
    const { read, calls } = remembering(3)
    for (const typed of ['a', 'b', 'c', 'd', 'a', 'e', 'f', 'g']) read(typed, null)
    expect(calls.length).toBe(7)
    for (const typed of ['a', 'e', 'f', 'g']) read(typed, null)
    expect(calls.length).toBe(7)
    read('b', null)
    expect(calls.length).toBe(8)
  })

  it('never holds more than twice the limit, over all countries', () => {
    const { read, calls } = remembering(3)
    const all = Array.from({ length: 100 }, (_, index) => `c${index}`)
    for (const country of all) read('1', country)
    calls.length = 0
    for (const country of all.toReversed()) read('1', country)
    expect(100 - calls.length).toBeLessThanOrEqual(6)
  })
})
