import { describe, expectTypeOf, it } from 'vitest'
import type { CustomerField, PersonalData, PersonalDataLabel, Statistics } from 'clientele'
import type { erasureTable } from 'clientele'

describe('what erasure and export know of', () => {
  it('is every field of a customer: a new one does not compile until it has a row', () => {
    expectTypeOf<keyof typeof erasureTable>().toEqualTypeOf<CustomerField>()
    expectTypeOf<keyof PersonalData['customer']>().toEqualTypeOf<CustomerField>()
  })

  it('has a label for every name', () => {
    expectTypeOf<
      CustomerField | keyof Statistics | 'taxId' | 'optInLevel' | 'redactionRequest'
    >().toExtend<PersonalDataLabel>()
  })
})
