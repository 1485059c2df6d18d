import { expectTypeOf, it } from 'vitest'
import { refusal, success, unlessProblems, type Outcome } from '../../src/outcome/outcome.js'
import { problem, type Problem } from '../../src/outcome/problem.js'

it('gives the value only where the outcome is ok', () => {
  const outcome = success(1) as Outcome<number, Problem<'a.b'>>
  expectTypeOf(outcome).not.toHaveProperty('value')
  if (outcome.ok) expectTypeOf(outcome.value).toEqualTypeOf<number>()
  else expectTypeOf(outcome.problems[0]).toEqualTypeOf<Problem<'a.b'>>()
})

it('keeps the code of a problem as a literal', () => {
  expectTypeOf(problem('a.b').code).toEqualTypeOf<'a.b'>()
})

it('refuses with one problem at least', () => {
  expectTypeOf(refusal(problem('a.b')).problems).toExtend<readonly [Problem, ...Problem[]]>()
})

it('keeps the codes of the problems that a check can give', () => {
  const checked = unlessProblems([problem('a.b')], () => 1)
  expectTypeOf(checked).toEqualTypeOf<Outcome<number, Problem<'a.b'>>>()
})
