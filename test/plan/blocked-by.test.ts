import { describe, expect, it } from 'vitest'
import type { Facts } from '../../src/customer/facts.js'
import { blockedBy, brokenBy, guardsOf, isAllowed } from '../../src/plan/blocked-by.js'
import type { Blocker } from '../../src/policy/blocker.js'

const card: Blocker = { code: 'x.card', fact: 'vaultedCards', allows: [0] }
const deleted: Blocker = { code: 'x.deleted', fact: 'deleted', allows: [false] }
const lawsuit: Blocker = { code: 'x.lawsuit', fact: 'custom.lawsuit', allows: ['none'], lift: 'settle' }
const unknown = { code: 'x.unknown-fact' }

const problemsOf = (facts: Partial<Facts>, ...rows: readonly Blocker[]): unknown =>
  blockedBy(facts, rows, unknown)

describe('blockedBy', () => {
  it('finds nothing where every fact is allowed', () => {
    expect(problemsOf({ vaultedCards: 0, custom: { lawsuit: 'none' } }, card, lawsuit)).toEqual([])
  })

  it('gives one problem a row, in the order of the rows', () => {
    expect(problemsOf({ vaultedCards: 2, custom: { lawsuit: 'open' } }, lawsuit, card)).toEqual([
      { code: 'x.lawsuit', path: ['facts', 'custom.lawsuit'], params: { lift: 'settle' } },
      { code: 'x.card', path: ['facts', 'vaultedCards'] },
    ])
  })

  it("gives a row's other ways out, of an unknown fact those of the unknown", () => {
    const row: Blocker = { ...card, instead: ['block'] }
    expect(problemsOf({ vaultedCards: 2 }, row)).toEqual([
      { code: 'x.card', path: ['facts', 'vaultedCards'], params: { instead: ['block'] } },
    ])
    expect(blockedBy({}, [row], { ...unknown, lift: 'ask', instead: ['wait'] })).toEqual([
      {
        code: 'x.unknown-fact',
        path: ['facts', 'vaultedCards'],
        params: { fact: 'vaultedCards', lift: 'ask', instead: ['wait'] },
      },
    ])
  })

  it.each<[string, Partial<Facts>]>([
    ['said to be unknown', { vaultedCards: 'unknown' }],
    ['absent', {}],
  ])('names a fact that is %s', (_name, facts) => {
    expect(problemsOf(facts, card)).toEqual([
      { code: 'x.unknown-fact', path: ['facts', 'vaultedCards'], params: { fact: 'vaultedCards' } },
    ])
  })

  it('reads a missing key of the host as unknown, even one that a prototype has', () => {
    const row: Blocker = { code: 'x.own', fact: 'custom.toString', allows: ['none'] }
    expect(problemsOf({ custom: {} }, row)).toEqual([
      { code: 'x.unknown-fact', path: ['facts', 'custom.toString'], params: { fact: 'custom.toString' } },
    ])
  })

  it('names an unknown fact once, however many rows read it', () => {
    expect(problemsOf({}, card, { ...card, code: 'x.many-cards', allows: [0, 1] })).toHaveLength(1)
  })

  it('gives a row once that stands twice', () => {
    expect(problemsOf({ vaultedCards: 1 }, card, card)).toHaveLength(1)
  })

  it('gives both of two rows that read the same fact', () => {
    expect(problemsOf({ vaultedCards: 2 }, card, { ...card, code: 'x.many-cards', allows: [0, 1] })).toEqual([
      { code: 'x.card', path: ['facts', 'vaultedCards'] },
      { code: 'x.many-cards', path: ['facts', 'vaultedCards'] },
    ])
  })

  it('lets an unknown fact pass where the row allows it', () => {
    expect(problemsOf({}, { ...card, allows: [0, 'unknown'] })).toEqual([])
  })

  it('says what lifts an unknown fact', () => {
    expect(blockedBy({}, [lawsuit], { code: 'x.unknown-fact', lift: 'tell-fact' })).toEqual([
      {
        code: 'x.unknown-fact',
        path: ['facts', 'custom.lawsuit'],
        params: { fact: 'custom.lawsuit', lift: 'tell-fact' },
      },
    ])
  })

  it('holds invariants after the rows, unless a row has said the same', () => {
    const gone = { deleted: true, vaultedCards: 2 }
    const invariants = [{ ...deleted, lift: 'restore' }, card]
    const codes = (rows: readonly Blocker[], facts: Partial<Facts> = gone) =>
      blockedBy(facts, rows, unknown, invariants).map(({ code }) => code)
    expect(codes([])).toEqual(['x.deleted', 'x.card'])
    expect(codes([lawsuit])).toEqual(['x.unknown-fact', 'x.deleted', 'x.card'])
    expect(codes([card])).toEqual(['x.card', 'x.deleted'])
    expect(codes([], { deleted: false, vaultedCards: 0 })).toEqual([])
  })

  it('does not let an unknown fact block under an invariant', () => {
    expect(blockedBy({ vaultedCards: 'unknown' }, [], unknown, [card, deleted])).toEqual([])
  })

  it('reads only the facts that the rows name', () => {
    const read: (string | symbol)[] = []
    const known: Partial<Facts> = { vaultedCards: 0, deleted: true }
    const facts = new Proxy(known, {
      get: (target, name) => {
        read.push(name)
        return Reflect.get(target, name) as unknown
      },
      ownKeys: () => {
        throw new Error('looked through all facts')
      },
    })
    expect(problemsOf(facts, card)).toEqual([])
    expect(read).toEqual(['vaultedCards'])
  })
})

describe('brokenBy', () => {
  it('gives one problem a row, with its ways out', () => {
    expect(brokenBy({ deleted: true, custom: { lawsuit: 'open' } }, [deleted, lawsuit, card])).toEqual([
      { code: 'x.deleted', path: ['facts', 'deleted'] },
      { code: 'x.lawsuit', path: ['facts', 'custom.lawsuit'], params: { lift: 'settle' } },
    ])
  })
})

describe('isAllowed', () => {
  it('compares maps and lists by value', () => {
    expect(isAllowed({ seats: [1, 2] }, [0, { seats: [1, 2] }])).toBe(true)
    expect(isAllowed({ seats: [2, 1] }, [0, { seats: [1, 2] }])).toBe(false)
  })
})

describe('guardsOf', () => {
  it("guards the host's facts, and leaves the library's own to the revision", () => {
    expect(guardsOf('7', [deleted, card, lawsuit])).toEqual([
      { id: '7', fact: 'vaultedCards', oneOf: [0] },
      { id: '7', fact: 'custom.lawsuit', oneOf: ['none'] },
    ])
  })
})
