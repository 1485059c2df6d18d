import {
  type AddressInput,
  addressFieldNames,
  isMilitaryMail,
  militaryAddressProblems,
  type Problem,
  repairMilitaryAddress,
} from 'clientele'
import type { CustomerRow } from 'clientele/csv'

/** A military address as it was typed and as it is now, with what only the customer can put right. */
export interface RepairedAddress {
  readonly row: number
  readonly before: string
  readonly after: string
  readonly left: readonly Problem[]
  /** what could be meant, for the customer to say */
  readonly offers: readonly string[]
}

/** Repairs the military addresses of a row before it is judged, and keeps a list of what was done. */
export function repairAddresses(row: CustomerRow, repaired: RepairedAddress[]): CustomerRow {
  const { firstName, lastName, addresses = [] } = row.input
  return {
    ...row,
    input: {
      ...row.input,
      addresses: addresses.map((typed) => {
        // a file gives the recipient's name once, for the customer
        const address = { firstName, lastName, ...typed }
        if (!isMilitaryMail(address)) return typed
        const { address: mended, repairs } = repairMilitaryAddress(address)
        repaired.push({
          row: row.row,
          before: oneLine(typed),
          after: oneLine({ ...mended, firstName: null, lastName: null }),
          left: militaryAddressProblems(mended, 'merchant'),
          offers: repairs
            .filter(({ level }) => level === 'suggest')
            .map(({ before, after }) => `${before} → ${after}`),
        })
        return mended
      }),
    },
  }
}

function oneLine(address: AddressInput): string {
  return addressFieldNames
    .map((field) => address[field])
    .filter(Boolean)
    .join(', ')
}
