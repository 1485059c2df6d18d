import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { personalDataSchema } from '../../src/privacy/personal-data.schema.js'
import { exportPersonalData, type PersonalData, type RelatedData } from '../../src/privacy/personal-data.js'
import { arbitraries } from '../../src/testing/arbitraries.js'
import { buildRecord } from '../../src/testing/build-record.js'
import { canaryRecord } from './canary-record.js'

const related: RelatedData = {
  asOf: '2026-11-22T12:00:00.000Z',
  knownAs: {
    customers: ['customer-7', 'absorbed-1'],
    emails: ['canary.email@example.com', 'former@example.com'] as never,
    phones: ['+4790000066'],
  },
  timeline: [
    {
      id: 'k/event/1',
      customer: 'absorbed-1',
      at: '2026-01-01T00:00:00.000Z',
      event: { kind: 'imported', by: { type: 'staff', id: 'staff-9' }, row: 17, result: 'created' },
    },
  ],
  relations: { orders: [{ number: 1001, lines: ['tea'] }], wishlists: [] },
}

describe('exportPersonalData', () => {
  it('G-3 gives everything that is held, and the revision, which is of nobody, not', () => {
    const { customer, statistics, facts } = canaryRecord
    expect(exportPersonalData(canaryRecord, related)).toStrictEqual({
      format: 'clientele.personal-data',
      version: 1,
      asOf: related.asOf,
      customer,
      statistics,
      facts,
      knownAs: related.knownAs,
      timeline: related.timeline,
      relations: related.relations,
    })
  })

  it.each<readonly [string | null, string | null, readonly string[], readonly string[]]>([
    ['Anna@Example.com', '+48601234567', ['anna@example.com'], ['+48601234567']],
    [null, '+48601234567', [], ['+48601234567']],
    ['Anna@Example.com', null, ['anna@example.com'], []],
  ])('of the record alone, with %s and %s, knows its contacts', (email, phone, emails, phones) => {
    const data = exportPersonalData(buildRecord({ customer: { id: '7', email, phone } }))
    expect(data).toMatchObject({ asOf: null, timeline: [], relations: {} })
    expect(data.knownAs).toEqual({ customers: ['7'], emails, phones })
  })

  it('is JSON of the documented schema, whoever it is of', () => {
    fc.assert(
      fc.property(arbitraries(fc).record, (record) => {
        const data = exportPersonalData(record, related)
        const read = personalDataSchema.safeParse(JSON.parse(JSON.stringify(data)))
        expect(read).toStrictEqual({ success: true, data })
      }),
    )
  })
})

describe('personalDataSchema', () => {
  it.each<readonly [string, (data: PersonalData) => object]>([
    ['another format', () => ({ format: 'other' })],
    ['another version', () => ({ version: 2 })],
    ['a day that is none', () => ({ asOf: '2026-11-22' })],
    ['a field more', () => ({ revision: 'r7' })],
    ['a customer without an id', (data) => ({ customer: { ...data.customer, id: '' } })],
    [
      'statistics without their orders',
      (data) => ({ statistics: { ...data.statistics, numberOfOrders: undefined } }),
    ],
    ['a fact that there is not', (data) => ({ facts: { ...data.facts, vaultedCards: 'many' } })],
    ['facts of the host that are no map', (data) => ({ facts: { ...data.facts, custom: [] } })],
    ['an email that is no text', (data) => ({ knownAs: { ...data.knownAs, emails: [1] } })],
    ['an event without a kind', (data) => ({ timeline: [{ ...data.timeline[0], event: {} }] })],
    ['an event that is no map', (data) => ({ timeline: [{ ...data.timeline[0], event: 'created' }] })],
    ['rows that are no list', () => ({ relations: { orders: {} } })],
    ['relations that are a list', () => ({ relations: [] })],
    ['rows of which some are no list', () => ({ relations: { orders: [], discounts: {} } })],
  ])('refuses %s', (_what, changes) => {
    const data = exportPersonalData(canaryRecord, related)
    expect(personalDataSchema.safeParse(data).success).toBe(true)
    expect(personalDataSchema.safeParse({ ...data, ...changes(data) }).success).toBe(false)
  })

  it('reads the export of whom erasure has left', () => {
    const facts = { ...canaryRecord.facts, deleted: true, redaction: 'done', redactionRequest: null } as const
    const data = exportPersonalData({ ...canaryRecord, facts })
    expect(personalDataSchema.parse(data)).toEqual(data)
  })

  it.each([undefined, 'none', 'pending', 'done'] as const)(
    'reads the export of whom the host’s tables have erased as far as %s',
    (relationRedaction) => {
      const data = exportPersonalData({
        ...canaryRecord,
        facts: { ...canaryRecord.facts, relationRedaction },
      })
      expect(data.facts.relationRedaction).toBe(relationRedaction ?? 'none')
      expect(personalDataSchema.parse(data)).toEqual(data)
    },
  )

  it('reads the export of a record that says nothing of tables that follow by the outbox', () => {
    const { relationRedaction: _none, ...facts } = canaryRecord.facts
    const data = exportPersonalData({ ...canaryRecord, facts })
    expect(personalDataSchema.parse(data)).toEqual({
      ...data,
      facts: { ...facts, relationRedaction: 'none' },
    })
  })

  it('keeps the host’s maps as they are, a key __proto__ too', () => {
    const relations = JSON.parse('{"__proto__":[{"a":1}]}') as never
    const read = personalDataSchema.parse({ ...exportPersonalData(canaryRecord), relations })
    expect(JSON.stringify(read.relations)).toBe('{"__proto__":[{"a":1}]}')
  })
})
