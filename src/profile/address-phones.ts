import type { Address } from '../address/address.js'
import { nothing, under, type Problem } from '../outcome/problem.js'
import type { Context } from '../plan/context.js'
import { readPhone } from '../contact/read-phone.js'

/** Addresses with their phones read, and what is doubtful about those. */
export interface AddressPhones {
  readonly addresses: readonly Address[]
  readonly warnings: readonly Problem[]
}

/**
 * Reads the phone of each address by the address's own country, else the shop's. A courier can make something of a number
 * that cannot be read, so it is kept as typed, and the reason (`phone.*`) is only a warning.
 */
export function withPhonesRead(
  addresses: readonly Address[],
  { shop, parsePhone }: Pick<Context, 'shop' | 'parsePhone'>,
): AddressPhones {
  if (addresses.every(({ phone }) => phone === null)) return { addresses, warnings: nothing }
  const readings = addresses.map((address) => {
    const { value, problems, warnings } = readPhone(
      address.phone,
      address.countryCode ?? shop.country,
      parsePhone,
    )
    return { address: { ...address, phone: value ?? address.phone }, doubts: [...problems, ...warnings] }
  })
  return {
    addresses: readings.map(({ address }) => address),
    warnings: readings.flatMap(({ doubts }, index) =>
      doubts.map((doubt) => under(['addresses', index], doubt)),
    ),
  }
}
