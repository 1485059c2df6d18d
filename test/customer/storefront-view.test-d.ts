import { expectTypeOf, it } from 'vitest'
import type { StorefrontView } from '../../src/customer/storefront-view.js'

it('E-2 the storefront’s view has these keys and no others', () => {
  expectTypeOf<keyof StorefrontView>().toEqualTypeOf<
    | 'id'
    | 'firstName'
    | 'lastName'
    | 'email'
    | 'phone'
    | 'locale'
    | 'addresses'
    | 'defaultAddressId'
    | 'billingDetails'
    | 'defaultBillingDetailsId'
    | 'emailMarketingConsent'
    | 'smsMarketingConsent'
    | 'account'
    | 'priceLevel'
    | 'createdAt'
  >()
  expectTypeOf<keyof StorefrontView['account']>().toEqualTypeOf<'type' | 'state'>()
  expectTypeOf<keyof StorefrontView['emailMarketingConsent']>().toEqualTypeOf<'state' | 'updatedAt'>()
  expectTypeOf<StorefrontView>().not.toHaveProperty('note')
  expectTypeOf<StorefrontView>().not.toHaveProperty('tags')
  expectTypeOf<StorefrontView>().not.toHaveProperty('source')
  expectTypeOf<StorefrontView>().not.toHaveProperty('facts')
  expectTypeOf<StorefrontView>().not.toHaveProperty('statistics')
})
