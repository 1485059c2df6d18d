import { cursorAfter, readCursor, type Sort } from 'clientele'
import { buildRecord } from 'clientele/testing'
import { describe, expect, it } from 'vitest'

const record = buildRecord({
  customer: { id: 'x😀', firstName: 'Zoë\uD800', lastName: '"\\', updatedAt: '2026-02-02T00:00:00.000Z' },
  statistics: { numberOfOrders: 3, amountSpent: { minor: 5, currency: 'EUR' } },
})
const sort = (by: Sort['by'], direction: Sort['direction'] = 'ascending'): Sort => ({ by, direction })
const refused = { ok: false, problems: [{ code: 'find.cursor-invalid', path: ['after'] }] }

describe('a cursor', () => {
  for (const [given, value] of [
    [undefined, null],
    [sort('updatedAt'), '2026-02-02T00:00:00.000Z'],
    [sort('numberOfOrders', 'descending'), 3],
    [sort('amountSpent'), 5],
    [sort('name'), '"\\ zoë\uD800'],
  ] as const)
    it(`of ${given?.by ?? 'the order of ids'} says where the page ended`, () =>
      expect(readCursor(cursorAfter(record, given), given)).toMatchObject({
        ok: true,
        value: { value, id: 'x😀' },
      }))

  it('that somebody kept is still one', () => {
    expect(readCursor('["id",null,"7"]')).toMatchObject({ ok: true, value: { value: null, id: '7' } })
    expect(
      readCursor('["numberOfOrders descending",3,"7"]', sort('numberOfOrders', 'descending')),
    ).toMatchObject({
      ok: true,
      value: { value: 3, id: '7' },
    })
  })

  it('says that there was no value', () => {
    expect(readCursor(cursorAfter(record, sort('amountSpent'), 'SEK'), sort('amountSpent'))).toMatchObject({
      value: { value: null },
    })
  })

  it('of a name without end is still one', () => {
    const long = buildRecord({
      customer: { firstName: '\u0001'.repeat(100_000), lastName: '\uD800'.repeat(255) },
    })
    expect(readCursor(cursorAfter(long, sort('name')), sort('name')).ok).toBe(true)
  })

  for (const [what, cursor, given] of [
    ['nothing', '', undefined],
    ['an id', 'anna', undefined],
    ['a number', '7', undefined],
    ['null', 'null', undefined],
    ['an object', '{"__proto__":1}', undefined],
    ['an empty list', '[]', undefined],
    ['a list without an id', '["id",null]', undefined],
    ['an id that is a number', '["id",null,7]', undefined],
    ['a value in the order of ids', '["id",3,"7"]', undefined],
    ['another sort', cursorAfter(record, sort('updatedAt')), sort('createdAt')],
    ['the other direction', cursorAfter(record, sort('name')), sort('name', 'descending')],
    ['a sort, asked by id', cursorAfter(record, sort('name')), undefined],
    ['the order of ids, asked by a sort', cursorAfter(record), sort('name')],
    ['a text for a number', '["numberOfOrders ascending","3","7"]', sort('numberOfOrders')],
    ['a number for a text', '["name ascending",3,"7"]', sort('name')],
    ['what never ends', '['.repeat(100_000), undefined],
  ] as const)
    it(`is refused that is ${what}`, () => expect(readCursor(cursor, given)).toEqual(refused))
})
