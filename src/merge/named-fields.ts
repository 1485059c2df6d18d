import type { CustomerField } from '../customer/customer.js'
import type { KeepField, MergeWish } from './merge-wish.js'

type Pointer = Exclude<KeepField, CustomerField>

/** The names of `keep` that are called otherwise in a customer. */
const pointers: { readonly [Field in Pointer]: CustomerField } = {
  defaultAddress: 'defaultAddressId',
  defaultBillingDetails: 'defaultBillingDetailsId',
}

/** The fields of the merged profile of which the wish says anything. */
export function namedFields({
  survivor: _survivor,
  keep = {},
  ...edited
}: MergeWish): ReadonlySet<CustomerField> {
  const names = [...Object.keys(keep), ...Object.keys(edited)] as KeepField[]
  return new Set(names.map((name) => (isPointer(name) ? pointers[name] : name)))
}

function isPointer(name: KeepField): name is Pointer {
  return Object.hasOwn(pointers, name)
}
