import { describe, expect, it } from 'vitest'
import { buildContext } from 'clientele/testing'
import { noticeRequest, planNotice } from '../../src/plan/plan-notice.js'

describe('L-5, C-5: a notice', () => {
  const actor = { type: 'staff', id: 'staff-7' } as const
  const plan = planNotice(
    { subject: 'export-finished', params: { rows: 2 } },
    buildContext({ actor, key: 'k' }),
  )

  it('is one effect to the actor, and changes nobody', () => {
    expect(plan.ok && plan.value.changeSet).toMatchObject({
      key: 'k',
      expects: [],
      changes: [],
      outbox: [
        { id: 'k/effect/1', type: 'notice', to: actor, subject: 'export-finished', params: { rows: 2 } },
      ],
    })
  })

  it('is the same request whatever it says, and another about something else', () => {
    expect(plan.ok && plan.value.changeSet.request).toBe(noticeRequest('export-finished'))
    expect(noticeRequest('import-finished')).not.toBe(noticeRequest('export-finished'))
  })
})
