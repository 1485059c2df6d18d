import { describe, expect, it } from 'vitest'
import { planComment, planCommentRemoval } from '../../src/profile/plan-comment.js'
import { buildContext } from '../../src/testing/build-context.js'
import type { TimelineEntry } from '../../src/timeline/entry.js'
import type { Actor } from '../../src/value/actor.js'

const staff = (id: string | null): Actor => ({ type: 'staff', id })
const context = buildContext({ actor: staff('s1') })
const codesOf = (outcome: ReturnType<typeof planComment> | ReturnType<typeof planCommentRemoval>) =>
  outcome.ok ? ['ok'] : outcome.problems.map(({ code, path }) => [code, ...path].join(' '))

describe('a comment by staff', () => {
  it('is one event, and rests on no revision', () => {
    const outcome = planComment('7', { text: 'Wants blue.' }, context)
    expect(outcome.ok && outcome.value).toMatchObject({
      planner: 'comment',
      subjects: ['7'],
      changeSet: {
        expects: [],
        changes: [
          {
            type: 'event',
            customer: '7',
            event: { kind: 'commented', by: staff('s1'), text: 'Wants blue.' },
          },
        ],
      },
    })
  })

  it.each([
    ['nothing', ' ', ['comment.blank text']],
    ['no text', 7, ['comment.blank text']],
    ['more than a note', 'x'.repeat(5001), ['text.too-long text']],
    ['as much as a note', 'x'.repeat(5000), ['ok']],
    ['NUL', 'a\u0000', ['text.not-storable text']],
  ])('that says %s', (_name, text, codes) => {
    expect(codesOf(planComment('7', { text: text as string }, context))).toEqual(codes)
  })

  it.each([
    ['customer', ['comment.not-staff']],
    ['system', ['ok']],
  ] as const)('by the %s', (type, codes) => {
    expect(codesOf(planComment('7', { text: 'x' }, buildContext({ actor: { type, id: null } })))).toEqual(
      codes,
    )
  })
})

describe('a comment that is taken back', () => {
  const entry: TimelineEntry = {
    id: 'e1',
    customer: '7',
    at: '2026-11-22T09:00:00.000Z',
    event: { kind: 'commented', by: staff('s1'), text: 'x' },
  }

  it.each([
    ['by its author', staff('s1'), ['ok']],
    ['by other staff', staff('s2'), ['comment.not-author']],
    ['by the system', { type: 'system', id: null }, ['ok']],
    ['by a customer of the same id', { type: 'customer', id: 's1' }, ['comment.not-author']],
  ] as const)('%s', (_name, actor, codes) => {
    expect(codesOf(planCommentRemoval(entry, buildContext({ actor })))).toEqual(codes)
  })

  it('is named by an event; nothing else can be taken back', () => {
    const outcome = planCommentRemoval(entry, context)
    expect(outcome.ok && outcome.value.changeSet.changes).toMatchObject([
      { customer: '7', event: { kind: 'comment-removed', comment: 'e1' } },
    ])
    const created: TimelineEntry = { ...entry, event: { kind: 'created', by: staff('s1') } }
    expect(codesOf(planCommentRemoval(created, context))).toEqual(['comment.unknown'])
  })
})
