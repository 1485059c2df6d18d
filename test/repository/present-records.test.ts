import { describe, expect, it } from 'vitest'
import { presentRecords } from '../../src/repository/present-records.js'
import { buildRecord } from '../../src/testing/build-record.js'

const record = buildRecord({ customer: { id: '1' } })

describe('presentRecords', () => {
  it('gives the records in their order when all are present', () => {
    const other = buildRecord({ customer: { id: '2' } })
    const outcome = presentRecords([
      { id: '2', state: 'present', record: other },
      { id: '1', state: 'present', record },
    ])
    expect(outcome).toEqual({ ok: true, value: [other, record], warnings: [] })
  })

  it('R-1 says of every id that has no record why, at its place', () => {
    const outcome = presentRecords([
      { id: '1', state: 'present', record },
      { id: '2', state: 'unknown' },
      { id: '3', state: 'deleted' },
      { id: '4', state: 'merged', into: '1' },
    ])
    expect(outcome).toStrictEqual({
      ok: false,
      problems: [
        { code: 'load.unknown', path: [1], params: { id: '2' } },
        { code: 'load.deleted', path: [2], params: { id: '3' } },
        { code: 'load.merged', path: [3], params: { id: '4', into: '1' } },
      ],
    })
  })
})
