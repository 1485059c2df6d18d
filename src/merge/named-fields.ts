import type { CustomerField } from '../customer/customer.js'
import type { KeepField, MergeWish } from './merge-wish.js'

type Pointer = Exclude<KeepField, CustomerField>

/** The names of `keep` that are called otherwise in a customer. */
const pointers: { readonly [Field in Pointer]: CustomerField } = {
  defaultAddress: 'defaultAddressId',
  defaultBillingDetails: 'defaultBillingDetailsId',
}

/** The fields of the merged profile of which the wish says anything. */
export function namedFields({ keep = {}, note, tags }: MergeWish): ReadonlySet<CustomerField> {
  const edited = Object.entries({ note, tags }).filter(([, value]) => value !== undefined)
  const names = [...Object.keys(keep), ...edited.map(([field]) => field)] as KeepField[]
  return new Set(names.map((name) => (isPointer(name) ? pointers[name] : name)))
}

function isPointer(name: KeepField): name is Pointer {
  return Object.hasOwn(pointers, name)
}
