import { describe, expect, it } from 'vitest'
import { foundIn, joined, nothing, problem, type Problem } from '../../src/outcome/problem.js'

const [one, two, three] = ['one', 'two', 'three'].map((code) => problem(code)) as [Problem, Problem, Problem]

describe('foundIn', () => {
  it('gives what is found of each entry, in order', () => {
    const found = foundIn(['a', 'b', 'c'], (entry, index) =>
      entry === 'b' ? [] : [problem(`${entry}${index}`), one],
    )
    expect(found).toEqual([problem('a0'), one, problem('c2'), one])
  })

  it('gives the one empty list where nothing is found', () => {
    expect(foundIn([], () => [one])).toBe(nothing)
    expect(foundIn([1, 2], () => [])).toBe(nothing)
  })

  it('takes as many as there are', () => {
    const many = Array.from({ length: 200_000 }, () => one)
    expect(foundIn([1], () => many)).toHaveLength(200_000)
  })
})

describe('joined', () => {
  it('gives both lists, and the other one where one is empty', () => {
    expect(joined([one], [two, three])).toEqual([one, two, three])
    expect(joined(nothing, [two])).toEqual([two])
    expect(joined([one], nothing)).toEqual([one])
    expect(joined(nothing, nothing)).toEqual([])
  })
})
