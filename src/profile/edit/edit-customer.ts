import type { Customer } from '../../customer/customer.js'
import type { Problem } from '../../outcome/problem.js'
import type { Context } from '../../plan/context.js'
import type { Touch } from '../../plan/touch.js'
import { newIds } from '../../value/new-ids.js'
import type { CustomerEdit, EditField } from './customer-edit.js'
import { editBook } from './edit-book.js'
import { editEmail, editPhone } from './edit-contact.js'
import { editAccount, editMetafields, editNote, editText, editWhole } from './edit-field.js'
import { editTags } from './edit-tags.js'
import type { EditedPart, EditGround } from './edited-part.js'

type Wish<Field extends EditField> = Exclude<CustomerEdit[Field], undefined>

/** How each field of a wish is carried out: a row a field. The books come first: by a new address a phone may be read. */
const editors: { readonly [Field in EditField]-?: (ground: EditGround, wish: Wish<Field>) => EditedPart } = {
  addresses: (ground, ops) => editBook(ground, 'addresses', ops),
  billingDetails: (ground, ops) => editBook(ground, 'billingDetails', ops),
  firstName: (ground, typed) => editText(ground, 'firstName', typed),
  lastName: (ground, typed) => editText(ground, 'lastName', typed),
  email: editEmail,
  phone: editPhone,
  locale: (ground, typed) => editText(ground, 'locale', typed),
  source: (ground, typed) => editText(ground, 'source', typed),
  note: editNote,
  tags: editTags,
  account: editAccount,
  priceLevel: (ground, level) => editWhole(ground, 'priceLevel', level),
  taxExempt: (ground, isExempt) => editWhole(ground, 'taxExempt', isExempt),
  taxExemptions: (ground, codes) => editWhole(ground, 'taxExemptions', codes),
  metafields: editMetafields,
}

const fields = Object.keys(editors) as EditField[]

/** A customer with all that is wished, and what the wish touches. */
export interface EditedCustomer {
  readonly customer: Customer
  /** what the wish names, in the order in which it is carried out, and what came of each */
  readonly named: readonly EditField[]
  readonly parts: readonly EditedPart[]
  readonly touches: readonly Touch[]
  readonly problems: readonly Problem[]
  readonly warnings: readonly Problem[]
}

/** Carries a wish out on a customer, field by field; judges nothing but whether it can be carried out. */
export function editCustomer(before: Customer, wish: CustomerEdit, context: Context): EditedCustomer {
  const ground = { draft: { ...before }, context, nextId: newIds() }
  // to ask a wish for what it does not name takes longer than to look through the few names that it has
  const names = Object.keys(wish)
  const named = fields.filter((field) => names.includes(field))
  const parts = named.map((field) => carryOut(field, wish, ground))
  const [touches, problems, warnings]: [Touch[], Problem[], Problem[]] = [[], [], []]
  // in loops, because `flatMap` takes ten times as long, and nearly all of these lists are short
  for (const part of parts) {
    for (const touch of part.touches) touches.push(touch)
    for (const one of part.problems ?? []) problems.push(one)
    for (const one of part.warnings ?? []) warnings.push(one)
  }
  return { customer: ground.draft, named, parts, touches, problems, warnings }
}

function carryOut(field: EditField, wish: CustomerEdit, ground: EditGround): EditedPart {
  const edit = editors[field] as (ground: EditGround, wish: unknown) => EditedPart
  return edit(ground, wish[field])
}
