import {
  isBlankAddress,
  toAddressFields,
  typedText,
  type AddressFields,
  type AddressInput,
  type BillingDetails,
  type BillingDetailsInput,
} from '../address/address.js'
import { isUnitedStates, type CountryCode } from '../value/country.js'
import { isBlank, presentText } from '../value/text.js'

/** An address as it is kept of what was typed: blanks removed, the country in capitals. */
export function typedAddress(input: AddressInput): AddressFields {
  const address = toAddressFields(input)
  const code = typedCountry(address.countryCode)
  return code === address.countryCode ? address : { ...address, countryCode: code }
}

/** A country as it is kept of what was typed; `null` where nothing was. */
export function typedCountry(value: unknown): CountryCode | null {
  const typed = typedText(value)
  return typed === null ? null : toCountryCode(typed)
}

/** Invoice data as they are kept of what was typed. */
export function typedBillingDetails(input: BillingDetailsInput): Omit<BillingDetails, 'id'> {
  return { taxId: presentText(input.taxId), ...typedAddress(input) }
}

/** Only the fields that are named, as they are kept. */
export function typedFields(input: BillingDetailsInput): Partial<BillingDetails> {
  const fields: { [field: string]: string | null } = {}
  for (const name of Object.keys(input) as (keyof BillingDetailsInput)[]) {
    fields[name] = name === 'countryCode' ? typedCountry(input[name]) : presentText(input[name])
  }
  return fields
}

/** Whether invoice data say nothing at all. */
export function isBlankBillingDetails(input: BillingDetailsInput): boolean {
  return isBlankAddress(input) && isBlank(input.taxId)
}

/** The code of a country as typed, however the United States are named. */
export function toCountryCode(typed: string): CountryCode {
  return isUnitedStates(typed) ? 'US' : typed.toUpperCase()
}
