import type { Address } from '../address/address.js'

/** The four words of a right line: `PSC 3 BOX 4120`. */
type Line = readonly [designator: string, number: string, word: string, box: string]

type Fault = (right: Address) => Partial<Address>

/**
 * What people get wrong in a military address: a row a fault, each against the merchant's rules (A-2 … A-7). Faults may be
 * laid one over another: those of the line, and those of the place, replace their kind whole, so that each leaves its
 * problem and an address that is still seen to be military by two of city, state and ZIP.
 */
export const militaryFaults = {
  'nobody is named': () => ({ firstName: null, lastName: null }),
  'no box': line(([designator, number]) => `${designator} ${number}`),
  'a box alone': line(([, , word, box]) => `${word} ${box}`),
  'the number of the other post office': line(
    ([designator, ...rest]) => `${designator === 'PSC' ? 'UNIT' : 'PSC'} ${rest.join(' ')}`,
  ),
  'a slip in the first word': line(
    ([designator, ...rest]) => `${designator === 'PSC' ? 'PCS' : 'UNTI'} ${rest.join(' ')}`,
  ),
  'a slip in the second word': line(([designator, number, , box]) => `${designator} ${number} BX ${box}`),
  'the state within the city': place(({ city, provinceCode }) => ({ city: `${city} ${provinceCode}` })),
  'points in the city': place(({ city }) => ({ city: `${[...(city ?? '')].join('.')}.` })),
  'the city of the base': place(() => ({ city: 'Ramstein' })),
  'no state': place(() => ({ provinceCode: null })),
  'a state of the mainland': place(() => ({ provinceCode: 'NY' })),
  'the country of the base': place(() => ({ countryCode: 'DE' })),
  'no country': place(() => ({ countryCode: null })),
} as const satisfies Record<string, Fault>

function line(write: (words: Line) => string): Fault {
  return ({ address1 }) => ({ address1: write((address1 ?? '').split(' ') as unknown as Line) })
}

function place(change: Fault): Fault {
  return (right) => {
    const { city, provinceCode, countryCode } = right
    return { city, provinceCode, countryCode, ...change(right) }
  }
}
