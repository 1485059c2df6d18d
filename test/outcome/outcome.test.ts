import { describe, expect, it } from 'vitest'
import { invariant } from '../../src/outcome/invariant.js'
import { refusal, success, unlessProblems } from '../../src/outcome/outcome.js'
import { problem, under, type Problem } from '../../src/outcome/problem.js'

const blank: Problem = problem('note.blank', ['note'])
const long: Problem = problem('note.too-long', ['note'], { limit: 10 })

describe('an outcome', () => {
  it('is a success with its warnings, none unless given', () => {
    expect(success(7)).toEqual({ ok: true, value: 7, warnings: [] })
    expect(success(7, [blank])).toEqual({ ok: true, value: 7, warnings: [blank] })
  })

  it('is a refusal with all problems, in order', () => {
    expect(refusal(blank)).toEqual({ ok: false, problems: [blank] })
    expect(refusal(blank, long)).toEqual({ ok: false, problems: [blank, long] })
  })

  it('is computed only where nothing is wrong', () => {
    const compute = (): never => {
      throw new Error('computed')
    }
    expect(unlessProblems([blank, long], compute)).toEqual({ ok: false, problems: [blank, long] })
    expect(unlessProblems([], () => 7)).toEqual({ ok: true, value: 7, warnings: [] })
    expect(unlessProblems([], () => 7, [blank])).toEqual({ ok: true, value: 7, warnings: [blank] })
  })

  it('survives JSON', () => {
    const outcomes = [success({ a: null }, [long]), refusal(blank, long)]
    expect(JSON.parse(JSON.stringify(outcomes))).toStrictEqual(outcomes)
  })
})

describe('a problem', () => {
  it('has no params and no path unless given', () => {
    expect(problem('a')).toStrictEqual({ code: 'a', path: [] })
    expect(problem('a', ['b', 0])).toStrictEqual({ code: 'a', path: ['b', 0] })
    expect(problem('a', [], { limit: 1 })).toStrictEqual({ code: 'a', path: [], params: { limit: 1 } })
  })

  it('is seen from further out with a longer path, and stays as it was', () => {
    expect(under(['customer', 0], long)).toStrictEqual({ ...long, path: ['customer', 0, 'note'] })
    expect(long.path).toEqual(['note'])
  })
})

describe('invariant', () => {
  it('throws what tells a programmer whose fault it is', () => {
    expect(() => invariant(false, 'reader missing')).toThrow(new TypeError('clientele: reader missing'))
  })

  it.each([true, 1, 'a', {}, []])('lets %j pass', (condition) => {
    expect(() => invariant(condition, 'never')).not.toThrow()
  })
})
