import type { CountryCode } from '../value/country.js'
import type { AddressId } from '../value/id.js'
import { isBlank, presentText, trimmed } from '../value/text.js'

/** The fields of a postal address, each as text or missing. */
export interface AddressFields {
  readonly firstName: string | null
  readonly lastName: string | null
  readonly company: string | null
  readonly address1: string | null
  readonly address2: string | null
  readonly city: string | null
  /** the region's code without its country: `NY`, `AE` */
  readonly provinceCode: string | null
  readonly countryCode: CountryCode | null
  readonly zip: string | null
  readonly phone: string | null
}

/** One delivery address of a customer (E-4). Which one is the default is a pointer of the customer's. */
export interface Address extends AddressFields {
  readonly id: AddressId
}

/** What a rule reads of an address: any part of the fields, as people type them. */
export type AddressInput = { readonly [Field in keyof AddressFields]?: string | null | undefined }

/** One set of invoice data (E-5): an address with a tax id. */
export interface BillingDetails extends Address {
  readonly taxId: string | null
}

/** Invoice data as typed. */
export type BillingDetailsInput = AddressInput & { readonly taxId?: string | null | undefined }

/** The fields of an address in the order in which people write them. */
export const addressFieldNames = [
  'firstName',
  'lastName',
  'company',
  'address1',
  'address2',
  'city',
  'provinceCode',
  'countryCode',
  'zip',
  'phone',
] as const satisfies readonly (keyof AddressFields)[]

/**
 * Fills what the input leaves out: every field text or `null`, blanks outside removed. What a form sends that is no text
 * says nothing.
 */
export function toAddressFields(input: AddressInput): AddressFields {
  // field by field, because every rule begins here, many times for each row of a file
  return {
    firstName: typedText(input.firstName),
    lastName: typedText(input.lastName),
    company: typedText(input.company),
    address1: typedText(input.address1),
    address2: typedText(input.address2),
    city: typedText(input.city),
    provinceCode: typedText(input.provinceCode),
    countryCode: typedText(input.countryCode),
    zip: typedText(input.zip),
    phone: typedText(input.phone),
  }
}

/** The fields of an address to look at: the address itself, where they are as they are kept. Field by field, as above. */
export function fieldsOf(address: AddressInput): AddressFields {
  return isInForm(address) ? address : toAddressFields(address)
}

function isInForm(address: AddressInput): address is AddressFields {
  return (
    isKept(address.firstName) &&
    isKept(address.lastName) &&
    isKept(address.company) &&
    isKept(address.address1) &&
    isKept(address.address2) &&
    isKept(address.city) &&
    isKept(address.provinceCode) &&
    isKept(address.countryCode) &&
    isKept(address.zip) &&
    isKept(address.phone)
  )
}

function isKept(value: unknown): boolean {
  return value === null || (typeof value === 'string' && value !== '' && value === trimmed(value))
}

/** What was typed into a field, blanks outside removed; `null` where nothing was, or no text. */
export function typedText(value: unknown): string | null {
  return typeof value === 'string' ? presentText(value) : null
}

/** Whether an address says nothing at all. */
export function isBlankAddress(input: AddressInput): boolean {
  // field by field, and first those that nearly all have
  return (
    isBlank(input.address1) &&
    isBlank(input.city) &&
    isBlank(input.countryCode) &&
    isBlank(input.firstName) &&
    isBlank(input.lastName) &&
    isBlank(input.company) &&
    isBlank(input.address2) &&
    isBlank(input.provinceCode) &&
    isBlank(input.zip) &&
    isBlank(input.phone)
  )
}

/** Whether two addresses are exactly equal, their ids apart. */
export function isSameAddress(one: AddressFields, other: AddressFields): boolean {
  // field by field, because every address of a book is compared with each that comes
  return (
    one.firstName === other.firstName &&
    one.lastName === other.lastName &&
    one.company === other.company &&
    one.address1 === other.address1 &&
    one.address2 === other.address2 &&
    one.city === other.city &&
    one.provinceCode === other.provinceCode &&
    one.countryCode === other.countryCode &&
    one.zip === other.zip &&
    one.phone === other.phone
  )
}
