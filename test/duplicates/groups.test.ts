import { describe, expect, it } from 'vitest'
import { groupLinks, type Link } from '../../src/duplicates/groups.js'

const link = (one: number, other: number, score: number, isPersonal = true): Link => ({
  one,
  other,
  strength: { score, isPersonal },
})
const never = (): boolean => false

/** The groups of some links, whatever their order, and the pairs that were handed back. */
function grouped(
  size: number,
  links: readonly Link[],
  apart: readonly (readonly [number, number])[] = [],
): unknown {
  const mustBeApart = (one: number, other: number): boolean =>
    apart.some(([some, another]) => [one, other].includes(some) && [one, other].includes(another))
  const { groups, refused } = groupLinks(size, links, mustBeApart)
  expect(groupLinks(size, links.toReversed(), mustBeApart)).toEqual({ groups, refused })
  return { groups, refused: refused.map(({ one, other }) => [one, other]) }
}

describe('what is tied comes into one group', () => {
  it.each<[string, Link[], number[][]]>([
    ['nobody', [], []],
    ['two', [link(1, 3, 5)], [[1, 3]]],
    [
      'two and two',
      [link(2, 4, 5), link(0, 1, 9)],
      [
        [0, 1],
        [2, 4],
      ],
    ],
    ['a chain, in the order of places', [link(3, 4, 9), link(1, 4, 5), link(0, 3, 7)], [[0, 1, 3, 4]]],
    ['two groups by a third tie', [link(0, 3, 9), link(1, 2, 8), link(2, 3, 5)], [[0, 1, 2, 3]]],
    ['all tied with all', [link(0, 1, 9), link(0, 2, 8), link(1, 2, 7)], [[0, 1, 2]]],
  ])('%s', (_name, links, groups) => {
    expect(grouped(5, links)).toEqual({ groups, refused: [] })
  })

  it('the strongest first, what is personal before all else; what would join whom must be apart is handed back', () => {
    const apart = [[0, 1]] as const
    expect(grouped(3, [link(0, 2, 5), link(1, 2, 9)], apart)).toEqual({ groups: [[1, 2]], refused: [[0, 2]] })
    expect(grouped(3, [link(0, 2, 9), link(1, 2, 5)], apart)).toEqual({ groups: [[0, 2]], refused: [[1, 2]] })
    expect(grouped(3, [link(0, 2, 5, true), link(1, 2, 9, false)], apart)).toEqual({
      groups: [[0, 2]],
      refused: [[1, 2]],
    })
    // equal ones by their places
    expect(grouped(3, [link(0, 2, 5), link(1, 2, 5)], apart)).toEqual({ groups: [[0, 2]], refused: [[1, 2]] })
    expect(grouped(3, [link(0, 1, 5), link(0, 2, 5)], [[1, 2]])).toEqual({
      groups: [[0, 1]],
      refused: [[0, 2]],
    })
  })

  it('up to a hundred', () => {
    const chain = (size: number): Link[] =>
      Array.from({ length: size - 1 }, (_, place) => link(place, place + 1, 5))
    const all = (size: number): number[] => Array.from({ length: size }, (_, place) => place)
    expect(groupLinks(100, chain(100), never)).toEqual({ groups: [all(100)], refused: [] })
    expect(groupLinks(101, chain(101), never)).toEqual({ groups: [all(100)], refused: [link(99, 100, 5)] })
  })
})
