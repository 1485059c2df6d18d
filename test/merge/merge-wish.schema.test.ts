import { describe, expect, it } from 'vitest'
import { mergeRequest } from '../../src/merge/merge-write.js'
import type { MergeChoices } from '../../src/merge/merge-wish.js'
import { planMerge } from '../../src/merge/plan-merge.js'
import { buildContext } from '../../src/testing/build-context.js'
import { people, planned } from './planned.js'

const problemsOf = (choices: unknown): unknown => {
  const records = people({ firstName: 'Anna' }, { firstName: 'Ania' })
  const outcome = planMerge({ ...(choices as MergeChoices), records }, buildContext())
  return outcome.ok ? [] : outcome.problems
}

const wrongType = (expected: string, ...path: (string | number)[]): unknown => ({
  code: 'shape.wrong-type',
  path,
  params: { expected },
})

const tooLong = (limit: number, ...path: (string | number)[]): unknown => ({
  code: 'shape.too-long',
  path,
  params: { limit },
})

const huge = 'x'.repeat(200_000)

/** What a form may send, and what is against it; nothing else is, and nothing is thrown. */
const wrong: readonly (readonly [string, unknown, readonly unknown[]])[] = [
  ['a number for a note', { note: 5 }, [wrongType('string', 'note')]],
  ['a map for a note', { note: {} }, [wrongType('string', 'note')]],
  ['a text for tags', { tags: 'vip' }, [wrongType('array', 'tags')]],
  ['null for tags', { tags: null }, [wrongType('array', 'tags')]],
  ['a number for a tag', { tags: ['vip', 1] }, [wrongType('string', 'tags', 1)]],
  ['null for keep', { keep: null }, [wrongType('object', 'keep')]],
  ['a list for keep', { keep: ['1'] }, [wrongType('object', 'keep')]],
  ['a huge text for keep', { keep: huge }, [wrongType('object', 'keep')]],
  ['a number for an id', { survivor: 1 }, [wrongType('string', 'survivor')]],
  ['a number for a choice', { keep: { email: 2 } }, [wrongType('string', 'keep', 'email')]],
  ['null for a choice', { keep: { email: null } }, [wrongType('string', 'keep', 'email')]],
  ['a huge note', { note: huge }, [tooLong(20_000, 'note')]],
  ['a huge id', { survivor: huge }, [tooLong(20_000, 'survivor')]],
  ['a huge tag', { tags: [huge] }, [tooLong(20_000, 'tags', 0)]],
  ['10 001 tags', { tags: Array.from({ length: 10_001 }, () => 'vip') }, [tooLong(10_000, 'tags')]],
  ['a million of no tags', { tags: Array.from({ length: 1_000_000 }, () => 1) }, [tooLong(10_000, 'tags')]],
  [
    'everything at once',
    { survivor: 1, keep: { email: 2, addresses: '1' }, note: 3, tags: [4], notes: 'x' },
    [
      wrongType('string', 'survivor'),
      wrongType('string', 'keep', 'email'),
      { code: 'merge.unknown-field', path: ['keep'], params: { count: 1 } },
      wrongType('string', 'note'),
      wrongType('string', 'tags', 0),
      { code: 'shape.unknown-field', path: [], params: { count: 1 } },
    ],
  ],
]

/** What is within the ceilings is read. */
const right: readonly (readonly [string, unknown])[] = [
  ['nothing', {}],
  ['undefined choices', { survivor: undefined, keep: undefined, note: undefined, tags: undefined }],
  ['an undefined choice', { keep: { email: undefined } }],
  ['no note', { note: null }],
  ['no tags', { tags: [] }],
  ['10 000 tags that are one', { tags: Array.from({ length: 10_000 }, () => 'vip') }],
  ['a note of 20 000 blanks', { note: ' '.repeat(20_000) }],
]

describe('the shape of a merge wish', () => {
  it.each(wrong)('refuses %s', (_name, choices, problems) => {
    expect(problemsOf(choices)).toEqual(problems)
  })

  it.each(right)('reads %s', (_name, choices) => {
    expect(problemsOf(choices)).toEqual([])
  })

  it.each(['addresses', 'createdAt', '__proto__', 'toString', 'anna@example.com'])(
    'refuses the choice of %s without repeating the name, which may be anything',
    (field) => {
      expect(problemsOf({ keep: JSON.parse(`{"${field}":"1"}`) as unknown })).toEqual([
        { code: 'merge.unknown-field', path: ['keep'], params: { count: 1 } },
      ])
      expect(problemsOf(JSON.parse(`{"${field}":"1"}`))).toEqual([
        { code: 'shape.unknown-field', path: [], params: { count: 1 } },
      ])
    },
  )

  it('counts the fields that cannot be chosen, however many', () => {
    const keep = Object.fromEntries(Array.from({ length: 200_000 }, (_, at) => [`field-${at}`, '1']))
    expect(problemsOf({ keep })).toEqual([
      { code: 'merge.unknown-field', path: ['keep'], params: { count: 200_000 } },
    ])
  })

  it('leaves the wish of the plan apart from what was given', () => {
    const tags = ['vip']
    const plan = planned(planMerge({ records: people({}, {}), tags }, buildContext()))
    tags.push('later')
    expect(plan.wish).toStrictEqual({ tags: ['vip'] })
  })

  it.each(wrong.filter(([name]) => !name.includes('million')))(
    'does not keep a request from being known: %s',
    (_name, choices) => {
      expect(mergeRequest(['1', '2'], choices as MergeChoices)).toMatch(/^merge:-?\d+(\/-?\d+){3}$/)
    },
  )
})
