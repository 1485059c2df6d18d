import { addressFieldNames } from '../../address/address.js'
import { ceilings } from '../../limits/limits.js'
import { isPlainMap } from '../../value/plain-map.js'
import type { BookEdit, CustomerEdit, EditField } from './customer-edit.js'

/** Gives a copy of what is plainly right, and `undefined` of all else. */
type Reader = (value: unknown) => unknown

const textOrNull: Reader = (value) => (value === null ? value : text(value))
const id: Reader = (value) => (value === '' ? undefined : text(value))
const type: Reader = (value) => value
const flag: Reader = (value) => (typeof value === 'boolean' ? value : undefined)
const typedAddress = Object.fromEntries(addressFieldNames.map((name) => [name, textOrNull]))
const addition = readMap({ append: text }, ['append'])

/** What an edit nearly always is: a row a field. */
const readers: { readonly [Field in EditField]: Reader } = {
  firstName: textOrNull,
  lastName: textOrNull,
  email: textOrNull,
  phone: textOrNull,
  locale: textOrNull,
  note: (value) => addition(value) ?? textOrNull(value),
  tags: readMap({ add: texts(ceilings.edits), remove: texts(ceilings.edits) }),
  addresses: readBook(readMap(typedAddress)),
  billingDetails: readBook(readMap({ ...typedAddress, taxId: textOrNull })),
  account: (value) => (value === 'block' || value === 'unblock' ? value : undefined),
  priceLevel: (value) => (Number.isFinite(value) ? value : undefined),
  source: textOrNull,
  taxExempt: flag,
  taxExemptions: texts(ceilings.list),
  metafields: (value) =>
    isPlainMap(value) && Object.keys(value).length <= ceilings.list ? value : undefined,
}

const readEdit = readMap(readers)

/**
 * A copy of an edit that is plainly one, as the schema would give it, in a tenth of its time; `undefined` where only the schema
 * can tell what is wrong, or whether anything is.
 */
export function readPlainEdit(edit: unknown): CustomerEdit | undefined {
  return readEdit(edit) as CustomerEdit | undefined
}

function text(value: unknown): unknown {
  return typeof value === 'string' && value.length <= ceilings.text ? value : undefined
}

function texts(most: number): Reader {
  return readList(text, most)
}

function readList(item: Reader, most: number): Reader {
  return (value) => {
    if (!Array.isArray(value) || value.length > most) return undefined
    const copies: unknown[] = []
    // not `every`, which passes over what a list leaves out
    for (const one of value as readonly unknown[]) {
      const copy = item(one)
      if (copy === undefined) return undefined
      copies.push(copy)
    }
    return copies
  }
}

function readMap(rows: { readonly [name: string]: Reader }, required: readonly string[] = []): Reader {
  const known = new Map(Object.entries(rows))
  return (value) => {
    if (!isPlainMap(value)) return undefined
    const copies: { [name: string]: unknown } = {}
    for (const name of Object.keys(value)) {
      const copy = known.get(name)?.(value[name])
      if (copy === undefined) return undefined
      copies[name] = copy
    }
    return required.every((name) => copies[name] !== undefined) ? copies : undefined
  }
}

/** The changes of a book: a row a kind. */
function readBook(address: Reader): Reader {
  const rows: { readonly [Type in BookEdit<unknown>['type']]: Reader } = {
    add: readMap({ type, address, asDefault: flag }, ['address']),
    edit: readMap({ type, id, changes: address }, ['id', 'changes']),
    remove: readMap({ type, id }, ['id']),
    default: readMap({ type, id }, ['id']),
  }
  const kinds = new Map<unknown, Reader>(Object.entries(rows))
  return readList((op) => (isPlainMap(op) ? kinds.get(op['type'])?.(op) : undefined), ceilings.edits)
}
