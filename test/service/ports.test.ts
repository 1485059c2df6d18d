import { countries } from 'clientele/countries'
import { parsePhone } from 'clientele/phone'
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

  it('may be left at home: then nothing is said of what nobody can judge', async () => {
    const { customers } = customersOn()
    const { plan } = valueOf(await customers.runCreate(wish))
    expect(plan?.warnings.map(({ code }) => code)).toEqual(['phone.not-checked'])
  })
})
