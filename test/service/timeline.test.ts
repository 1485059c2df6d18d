import { definePolicy, policies } from 'clientele'
import { buildRecord } from 'clientele/testing'
import { describe, expect, it } from 'vitest'
import { codesOf, customersOn, valueOf } from './customers-on.js'

const anna = buildRecord({ customer: { id: 'anna' } })
const actor = { type: 'staff', id: 's1' } as const
const unread = { wrap: ({ timeline: _none, ...rest }: object & { timeline?: unknown }) => rest as never }

describe('R-5 the timeline of a customer', () => {
  it('T-3 is read in pages, newest first', async () => {
    const { customers } = customersOn([anna])
    for (const text of ['one', 'two', 'three']) await customers.runComment('anna', { text }, { actor })
    const first = valueOf(await customers.timeline('anna', { limit: 2 }))
    expect(first.entries.map(({ event }) => 'text' in event && event.text)).toEqual(['three', 'two'])
    const rest = valueOf(await customers.timeline('anna', { after: first.next }))
    expect(rest.entries.map(({ event }) => 'text' in event && event.text)).toEqual(['one'])
  })

  it('is empty of whom nothing is told, and refused of whom there is not', async () => {
    const { customers } = customersOn([anna])
    expect(valueOf(await customers.timeline('anna')).entries).toEqual([])
    expect(codesOf(await customers.timeline('nobody'))).toEqual(['load.unknown'])
  })

  it.each([
    ['a place that is none', { after: ['x'] }, 'after'],
    ['a place that no store can keep', { after: '\0' }, 'after'],
    ['a page of nothing', { limit: 0 }, 'limit'],
    ['a page of half an event', { limit: 1.5 }, 'limit'],
    ['a number that is a text', { limit: '10' }, 'limit'],
  ])('T-3 refuses %s, as a browser may send it', async (_what, position, field) => {
    const { customers } = customersOn([anna])
    const outcome = await customers.timeline('anna', position as never)
    expect(outcome.ok ? [] : outcome.problems.map(({ path }) => path)).toEqual([[field]])
    expect(codesOf(outcome)[0]).toMatch(/^shape\./)
  })

  it('B-1 shows as many on a page as the policy allows', async () => {
    const { shopify } = policies
    const policy = definePolicy(shopify, { limits: { ...shopify.limits, page: 2 } })
    const { customers } = customersOn([anna], { policy })
    for (const text of ['one', 'two', 'three']) await customers.runComment('anna', { text }, { actor })
    expect(valueOf(await customers.timeline('anna')).entries).toHaveLength(2)
    expect(valueOf(await customers.timeline('anna', { limit: 3 })).entries).toHaveLength(2)
    expect(valueOf(await customers.timeline('anna', { limit: 1 })).entries).toHaveLength(1)
  })

  it('D-6 stays to be read of somebody who is deleted', async () => {
    const { customers } = customersOn([anna])
    valueOf(await customers.runDeletion('anna', { confirmed: true }))
    const { entries } = valueOf(await customers.timeline('anna'))
    expect(entries.map(({ event }) => event.kind)).toEqual(['deleted'])
  })

  it('takes a comment once, and back for its author', async () => {
    const { customers } = customersOn([anna])
    await customers.runComment('anna', { text: 'x' }, { actor, key: 'c' })
    expect(
      valueOf(await customers.runComment('anna', { text: 'x' }, { actor, key: 'c' })).receipt.replayed,
    ).toBe(true)
    const [comment] = valueOf(await customers.timeline('anna')).entries
    const wish = { comment: comment!.id }
    const other = { type: 'staff', id: 's2' } as const
    expect(codesOf(await customers.runCommentRemoval('anna', wish, { actor: other }))).toEqual([
      'comment.not-author',
    ])
    expect(codesOf(await customers.runCommentRemoval('anna', wish, { actor, key: 'r' }))).toEqual(['ok'])
    expect(codesOf(await customers.runCommentRemoval('anna', wish, { actor, key: 'r' }))).toEqual(['ok'])
    expect(valueOf(await customers.timeline('anna')).entries.map(({ event }) => event.kind)).toEqual([
      'comment-removed',
    ])
  })

  it('refuses what there is not', async () => {
    const { customers } = customersOn([anna])
    expect(codesOf(await customers.runComment('nobody', { text: 'x' }))).toEqual(['load.unknown'])
    expect(await customers.runCommentRemoval('anna', { comment: 'none' })).toEqual({
      ok: false,
      problems: [{ code: 'comment.unknown', path: [], params: { id: 'none' } }],
    })
  })

  it.each([null, undefined, {}])('refuses %j as a comment, with a key or without', async (wish) => {
    const { customers } = customersOn([anna])
    valueOf(await customers.runComment('anna', { text: 'x' }, { key: 'k' }))
    const given = wish as never
    expect(codesOf(await customers.runComment('anna', given))).toEqual(['comment.blank'])
    expect(codesOf(await customers.runComment('anna', given, { key: 'k' }))).toEqual(['commit.key-reused'])
    expect(codesOf(await customers.runCommentRemoval('anna', given))).toEqual(['comment.unknown'])
    expect(codesOf(await customers.runCommentRemoval('anna', given, { key: 'k' }))).toEqual([
      'commit.key-reused',
    ])
  })

  it('says so where the store keeps none', async () => {
    const { customers } = customersOn([anna], unread)
    expect(codesOf(await customers.timeline('anna'))).toEqual(['capability.no-timeline'])
    expect(codesOf(await customers.runCommentRemoval('anna', { comment: 'e' }))).toEqual([
      'capability.no-timeline',
    ])
  })
})
