import type { SegmentChange } from 'clientele'
import { countries } from 'clientele/countries'
import { parsePhone } from 'clientele/phone'
import { type OrderEvent, parseSegment } from 'clientele/segment'
import { checkTaxId } from 'clientele/tax-ids'
import { describe, expect, it } from 'vitest'
import { customersOn, valueOf } from './customers-on.js'

const wish = {
  email: 'anna@example.com',
  addresses: [{ address1: 'Storgata 5', city: 'Tromsø', zip: '900', countryCode: 'NO', phone: '912 34 567' }],
  billingDetails: [{ taxId: '974 760 674', countryCode: 'NO' }],
}

describe('what a host brings to judge by', () => {
  it('reaches the planners: phones, countries and tax ids', async () => {
    const { customers } = customersOn([], { parsePhone, countries, checkTaxId })
    const { plan } = valueOf(await customers.runCreate(wish))
    expect(plan?.warnings.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'address.zip-invalid addresses.0.zip',
      'address.required billingDetails.0.address1',
      'address.required billingDetails.0.city',
      'address.required billingDetails.0.zip',
      'address.tax-id-invalid billingDetails.0.taxId',
    ])
    expect(plan?.result.addresses[0]?.phone).toBe('+4791234567')
  })

  it('S-2 reaches the segments that are followed: the readers of orders, and other segments by name', async () => {
    const order = { at: '2026-11-01T00:00:00.000Z' } as OrderEvent
    const vips = valueOf(parseSegment("customer_tags CONTAINS 'vip'"))
    const segments = (name: string) => (name === 'vips' ? vips : null)
    const followed = {
      named: valueOf(parseSegment("segment('vips')", { segments })),
      often: valueOf(parseSegment('orders_placed MATCHES (count > 1)')),
    }
    const told: SegmentChange[] = []
    const { customers } = customersOn([], {
      segments,
      related: { orders: () => [order, order] },
      segmentListener: { segments: () => followed, changed: async (change) => void told.push(change) },
    })
    valueOf(await customers.runCreate({ email: 'anna@example.com', tags: ['vip'] }))
    expect(told.map(({ entered }) => entered)).toEqual([['named', 'often']])
  })

  it('may be left at home: then nothing is said of what nobody can judge', async () => {
    const { customers } = customersOn()
    const { plan } = valueOf(await customers.runCreate(wish))
    expect(plan?.warnings.map(({ code }) => code)).toEqual(['phone.not-checked'])
  })
})
