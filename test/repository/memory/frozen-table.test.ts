import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { frozenTable } from '../../../src/repository/memory/frozen-table.js'

describe('a frozen table', () => {
  it('is what Object.fromEntries makes of any keys, in the same order', () => {
    const key = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString', '7', '10'))
    fc.assert(
      fc.property(fc.array(fc.tuple(key, fc.integer())), (entries) => {
        const table = frozenTable(entries)
        expect(table).toStrictEqual(Object.fromEntries(entries))
        expect(Object.entries(table)).toStrictEqual(Object.entries(Object.fromEntries(entries)))
      }),
    )
  })

  it('is a plain object that nobody can change', () => {
    const table = frozenTable([['__proto__', 1]])
    expect(Object.getPrototypeOf(table)).toBe(Object.prototype)
    expect(Object.isFrozen(table)).toBe(true)
    expect(Object.hasOwn(table, '__proto__')).toBe(true)
  })
})
