import { isBlankAddress } from '../address/address.js'
import type { CustomerInput } from '../customer/customer-input.js'
import type { Customer } from '../customer/customer.js'
import { tagKey, tagPlaces } from '../customer/tags.js'
import type { Problem } from '../outcome/problem.js'
import { isBlankBillingDetails } from './typed-address.js'

/** For each entry of a list as it is kept, the place in what was typed. */
type Places = readonly number[]

/** A row a list of which some entries may be left out, or several come of one. */
const lists = {
  tags: ({ tags = [] }, kept) => {
    const places = tagPlaces(tags)
    return kept.tags.map((tag) => places.get(tagKey(tag)) as number)
  },
  addresses: ({ addresses = [] }) => placesWithout(addresses, isBlankAddress),
  billingDetails: ({ billingDetails = [] }) => placesWithout(billingDetails, isBlankBillingDetails),
} as const satisfies { readonly [Field in keyof Customer]?: (input: CustomerInput, kept: Customer) => Places }

/** What is found of a customer, each under the place of the entry as it was typed: there a form can show it. */
export function placedAsTyped<P extends Problem>(
  found: readonly P[],
  input: CustomerInput,
  kept: Customer,
): readonly P[] {
  // of most customers nothing is found, and nothing is made
  if (found.length === 0) return found
  const known = new Map<string, Places>()
  return found.map((one) => {
    const [field = '', index, ...rest] = one.path
    if (!isList(field) || typeof index !== 'number') return one
    const places = known.get(field) ?? lists[field](input, kept)
    known.set(field, places)
    return { ...one, path: [field, places[index] as number, ...rest] }
  })
}

function isList(field: string | number): field is keyof typeof lists {
  return Object.hasOwn(lists, field)
}

function placesWithout<T>(typed: readonly T[], isLeftOut: (entry: T) => boolean): Places {
  return typed.flatMap((entry, place) => (isLeftOut(entry) ? [] : [place]))
}
