import { describe, expect, it } from 'vitest'
import { buildContext } from 'clientele/testing'
import { noticeRequest, planNotice } from '../../src/plan/plan-notice.js'
import { requestOf } from '../../src/plan/request.js'

describe('L-5, C-5: a notice', () => {
  const actor = { type: 'staff', id: 'staff-7' } as const
  const plan = () =>
    planNotice({ subject: 'export-finished', params: { rows: 2 } }, buildContext({ actor, key: 'k' }))

  it('is one effect to the actor, and changes nobody', () => {
    const params = { rows: 2 }
    expect(plan()).toEqual({
      ok: true,
      warnings: [],
      value: {
        planner: 'notice',
        wish: { subject: 'export-finished', params },
        subjects: [],
        touches: [],
        warnings: [],
        changeSet: {
          key: 'k',
          request: noticeRequest('export-finished'),
          expects: [],
          guards: [],
          changes: [],
          outbox: [{ id: 'k/effect/1', type: 'notice', to: actor, subject: 'export-finished', params }],
          summary: { planner: 'notice' },
        },
      },
    })
  })

  it('is the same request whatever it says, and another about something else', () => {
    expect(noticeRequest('export-finished')).toBe(requestOf('notice', [], 'export-finished'))
    expect(noticeRequest('import-finished')).not.toBe(noticeRequest('export-finished'))
  })
})
