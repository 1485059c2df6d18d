import { describe, expect, it } from 'vitest'
import { requestOf } from '../../src/plan/request.js'
import {
  commentRemovalRequest,
  commentRequest,
  planComment,
  planCommentRemoval,
} from '../../src/profile/plan-comment.js'
import { buildContext } from '../../src/testing/build-context.js'
import { buildRecord } from '../../src/testing/build-record.js'
import type { TimelineEntry } from '../../src/timeline/entry.js'
import type { Actor } from '../../src/value/actor.js'

const staff = (id: string | null): Actor => ({ type: 'staff', id })
const context = buildContext({ actor: staff('s1') })
const seven = buildRecord({ customer: { id: '7' } })
const codesOf = (outcome: ReturnType<typeof planComment> | ReturnType<typeof planCommentRemoval>) =>
  outcome.ok ? ['ok'] : outcome.problems.map(({ code, path }) => [code, ...path].join(' '))

describe('a comment by staff', () => {
  it('is one event, and rests on no revision', () => {
    const outcome = planComment(seven, { text: 'Wants blue.' }, context)
    expect(outcome.ok && outcome.value).toEqual({
      planner: 'comment',
      wish: { text: 'Wants blue.' },
      subjects: ['7'],
      touches: [],
      warnings: [],
      changeSet: {
        key: context.key,
        request: commentRequest('7', { text: 'Wants blue.' }),
        expects: [],
        guards: [
          { id: '7', fact: 'deleted', oneOf: [false] },
          { id: '7', fact: 'redaction', oneOf: ['none', 'pending'] },
        ],
        changes: [
          {
            type: 'event',
            id: `${context.key}/event/1`,
            customer: '7',
            at: context.now,
            event: { kind: 'commented', by: staff('s1'), text: 'Wants blue.' },
          },
        ],
        outbox: [],
        summary: { planner: 'comment', customer: '7' },
      },
    })
  })

  it('is recognised by whom it is for and by what it says', () => {
    const request = commentRequest('7', { text: 'Wants blue.' })
    expect(request).toBe(requestOf('comment', ['7'], { text: 'Wants blue.' }))
    expect(commentRequest('8', { text: 'Wants blue.' })).not.toBe(request)
    expect(commentRequest('7', { text: 'Wants red.' })).not.toBe(request)
  })

  it.each([
    ['nothing', ' ', ['comment.blank text']],
    ['no text', 7, ['comment.blank text']],
    ['more than a note', 'x'.repeat(5001), ['text.too-long text']],
    ['as much as a note', 'x'.repeat(5000), ['ok']],
    ['NUL', 'a\u0000', ['text.not-storable text']],
  ])('that says %s', (_name, text, codes) => {
    expect(codesOf(planComment(seven, { text: text as string }, context))).toEqual(codes)
  })

  it.each([
    ['customer', ['comment.not-staff']],
    ['system', ['ok']],
  ] as const)('by the %s', (type, codes) => {
    expect(codesOf(planComment(seven, { text: 'x' }, buildContext({ actor: { type, id: null } })))).toEqual(
      codes,
    )
  })
})

describe('G-2 on whom nothing more is written down', () => {
  it.each([
    ['somebody who was erased', { redaction: 'done' }, ['edit.redacted facts redaction']],
    ['somebody who was deleted', { deleted: true }, ['edit.deleted facts deleted']],
    ['somebody whose erasure is asked for, and still finds it', { redaction: 'pending' }, ['ok']],
    ['somebody who is being merged', { mergeInProgress: true }, ['ok']],
    ['somebody of whom a data request is open', { dataRequest: 'pending' }, ['ok']],
  ] as const)('%s', (_who, facts, codes) => {
    const record = buildRecord({ customer: { id: '7' }, facts })
    expect(codesOf(planComment(record, { text: 'x' }, context))).toEqual(codes)
  })

  it('takes over the words alone, so that the plan is JSON whatever a form sends beside them', () => {
    const outcome = planComment(seven, { text: 'x', more: 1n } as never, context)
    expect(outcome.ok && JSON.parse(JSON.stringify(outcome.value))).toMatchObject({ wish: { text: 'x' } })
  })

  it.each([null, undefined, {}, { text: null }])('that is none says nothing: %j', (wish) => {
    expect(codesOf(planComment(seven, wish as never, context))).toEqual(['comment.blank text'])
    expect(commentRequest('7', wish as never)).toBe(commentRequest('7', null as never))
  })

  it('is said with all else that is against it', () => {
    const record = buildRecord({ facts: { redaction: 'done' } })
    const byCustomer = buildContext({ actor: { type: 'customer', id: '7' } })
    expect(codesOf(planComment(record, { text: ' ' }, byCustomer))).toEqual([
      'edit.redacted facts redaction',
      'comment.not-staff',
      'comment.blank text',
    ])
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
    expect(outcome.ok && outcome.value).toMatchObject({
      planner: 'comment-removal',
      wish: { comment: 'e1' },
      subjects: ['7'],
      changeSet: {
        request: commentRemovalRequest('e1'),
        expects: [],
        changes: [{ customer: '7', event: { kind: 'comment-removed', by: staff('s1'), comment: 'e1' } }],
        summary: { planner: 'comment-removal', customer: '7' },
      },
    })
    const created: TimelineEntry = { ...entry, event: { kind: 'created', by: staff('s1') } }
    const refused = [
      planCommentRemoval(created, context),
      planCommentRemoval(entry, buildContext({ actor: staff('s2') })),
    ]
    expect(refused.map((one) => (one.ok ? [] : one.problems))).toEqual([
      [{ code: 'comment.unknown', path: [], params: { id: 'e1' } }],
      [{ code: 'comment.not-author', path: [], params: { id: 'e1' } }],
    ])
  })

  it('is recognised by the event alone', () => {
    expect(commentRemovalRequest('e1')).toBe(requestOf('comment-removal', [], { comment: 'e1' }))
    expect(commentRemovalRequest('e2')).not.toBe(commentRemovalRequest('e1'))
  })
})
