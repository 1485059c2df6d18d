import { type CustomerEdit, planEdit } from 'clientele'
import { buildContext, buildRecord } from 'clientele/testing'
import { describe, expect, it } from 'vitest'

describe('planEdit', () => {
  it('E-1 sets what is named and leaves the rest', () => {
    const record = buildRecord({ customer: { firstName: 'Ana', note: 'Rings twice' } })
    const edit: CustomerEdit = { firstName: ' Anna ', priceLevel: 2, note: { append: 'VIP' } }
    const outcome = planEdit(record, edit, buildContext())
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        result: {
          ...record.customer,
          firstName: 'Anna',
          priceLevel: 2,
          note: 'Rings twice\nVIP',
          updatedAt: '2026-11-22T12:00:00.000Z',
        },
      },
    })
  })
})
