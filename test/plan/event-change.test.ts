import { describe, expect, it } from 'vitest'
import { eventChange } from '../../src/plan/event-change.js'
import { buildContext } from '../../src/testing/build-context.js'

describe('eventChange', () => {
  it('T-3 puts an event on the timeline, at the time of the plan, with an id that a retry repeats', () => {
    const context = buildContext({ key: 'key-7', now: '2026-11-22T09:00:00.000Z' })
    const event = { kind: 'deleted', by: context.actor } as const
    expect(eventChange(context, 2, 'customer-1', event)).toEqual({
      type: 'event',
      id: 'key-7/event/2',
      customer: 'customer-1',
      at: '2026-11-22T09:00:00.000Z',
      event,
    })
  })
})
