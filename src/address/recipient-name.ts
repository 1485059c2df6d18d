import { isBlank } from '../value/text.js'
import type { AddressInput } from './address.js'

/** Who is meant where an address names nobody. */
export interface RecipientName {
  readonly firstName?: string | null | undefined
  readonly lastName?: string | null | undefined
}

/** The address with the name of whom it is for: its own, the customer's where it has none. */
export function withRecipient(address: AddressInput, { firstName, lastName }: RecipientName): AddressInput {
  const hasName = !isBlank(address.firstName) || !isBlank(address.lastName)
  return hasName ? address : { ...address, firstName, lastName }
}
