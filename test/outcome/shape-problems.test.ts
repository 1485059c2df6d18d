import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { checkShape } from '../../src/outcome/shape-problems.schema.js'

const schema = z.strictObject({
  name: z.string().min(1).max(3),
  tags: z.array(z.string()).max(2).optional(),
  kind: z.enum(['a', 'b']).optional(),
  who: z
    .discriminatedUnion('type', [
      z.strictObject({ type: z.literal('x') }),
      z.strictObject({ type: z.literal('y') }),
    ])
    .optional(),
  mixed: z.union([z.number(), z.string()]).optional(),
  even: z
    .number()
    .refine((value) => value % 2 === 0)
    .optional(),
})

describe('checkShape', () => {
  it('gives what fits', () => {
    expect(checkShape(schema, { name: 'ann' })).toEqual({ ok: true, value: { name: 'ann' }, warnings: [] })
  })

  it.each([
    [
      'another type',
      { name: 7 },
      { code: 'shape.wrong-type', path: ['name'], params: { expected: 'string' } },
    ],
    ['a missing field', {}, { code: 'shape.wrong-type', path: ['name'], params: { expected: 'string' } }],
    [
      'a type in depth',
      { name: 'a', tags: ['b', 1] },
      { code: 'shape.wrong-type', path: ['tags', 1], params: { expected: 'string' } },
    ],
    ['no map at all', null, { code: 'shape.wrong-type', path: [], params: { expected: 'object' } }],
    ['a list for a map', [], { code: 'shape.wrong-type', path: [], params: { expected: 'object' } }],
    [
      'unknown fields',
      { name: 'a', x: 1, y: 2 },
      { code: 'shape.unknown-field', path: [], params: { count: 2 } },
    ],
    [
      'a text that is too long',
      { name: 'anna' },
      { code: 'shape.too-long', path: ['name'], params: { limit: 3 } },
    ],
    [
      'a list that is too long',
      { name: 'a', tags: ['', '', ''] },
      { code: 'shape.too-long', path: ['tags'], params: { limit: 2 } },
    ],
    ['a text that is too short', { name: '' }, { code: 'shape.invalid-value', path: ['name'] }],
    [
      'another value, with those that are allowed',
      { name: 'a', kind: 'c' },
      { code: 'shape.invalid-value', path: ['kind'], params: { allowed: ['a', 'b'] } },
    ],
    [
      'none of the alternatives, with their names',
      { name: 'a', who: { type: 'z' } },
      { code: 'shape.invalid-value', path: ['who', 'type'], params: { allowed: ['x', 'y'] } },
    ],
    ['neither of two types', { name: 'a', mixed: true }, { code: 'shape.invalid-value', path: ['mixed'] }],
    ['a value that a check refuses', { name: 'a', even: 3 }, { code: 'shape.invalid-value', path: ['even'] }],
  ])('refuses %s', (_what, input, problem) => {
    expect(checkShape(schema, input)).toEqual({ ok: false, problems: [problem] })
  })

  it('refuses everything at once, and says neither values nor unknown names', () => {
    const outcome = checkShape(
      schema,
      JSON.parse('{"name": 7, "kind": "canary", "canary": 1, "__proto__": "canary"}'),
    )
    expect(outcome.ok ? [] : outcome.problems.map(({ code }) => code).toSorted()).toEqual([
      'shape.invalid-value',
      'shape.unknown-field',
      'shape.wrong-type',
    ])
    expect(JSON.stringify(outcome)).not.toContain('canary')
  })
})
