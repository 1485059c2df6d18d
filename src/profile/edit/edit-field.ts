import { accountBlocked } from '../../customer/account.js'
import type { Customer } from '../../customer/customer.js'
import type { JsonValue } from '../../outcome/json.js'
import { touchOf } from '../../plan/touch.js'
import { presentText } from '../../value/text.js'
import type { CustomerEdit } from './customer-edit.js'
import type { EditedPart, EditGround } from './edited-part.js'

/** A field that is set whole. */
export function editWhole<Field extends keyof Customer>(
  { customer }: Pick<EditGround, 'customer'>,
  field: Field,
  after: Customer[Field],
): EditedPart {
  return {
    changes: { [field]: after },
    touches: [touchOf([field], customer[field], after)],
  }
}

/** A text that is set, or emptied by `null` and by blanks. */
export function editText(
  ground: EditGround,
  field: 'firstName' | 'lastName' | 'locale' | 'source',
  typed: string | null,
): EditedPart {
  return editWhole(ground, field, presentText(typed))
}

/** The whole note, or what is there and a line more; blanks add nothing (E-2). */
export function editNote(ground: EditGround, note: NonNullable<CustomerEdit['note']> | null): EditedPart {
  const before = ground.customer.note
  if (note === null || typeof note === 'string') return editWhole(ground, 'note', presentText(note))
  const added = presentText(note.append)
  const lines = [presentText(before) === null ? null : before, added].filter((line) => line !== null)
  return editWhole(ground, 'note', added === null ? before : lines.join('\n'))
}

/** Blocks a customer, or no longer does (C-8). */
export function editAccount({ customer }: EditGround, wish: 'block' | 'unblock'): EditedPart {
  const blocked = wish === 'block'
  return {
    changes: { account: accountBlocked(blocked, customer.account) },
    touches: [touchOf(['account', 'blocked'], customer.account.blocked, blocked)],
  }
}

/** Sets host data under the keys that are named; `null` takes a key away. */
export function editMetafields(
  { customer: { metafields } }: EditGround,
  named: { readonly [key: string]: JsonValue },
): EditedPart {
  const kept = Object.entries(metafields).filter(([key]) => !Object.hasOwn(named, key))
  const given = Object.entries(named)
  const set = given.filter(([, value]) => value !== null)
  return {
    changes: { metafields: Object.fromEntries([...kept, ...set]) },
    touches: given.map(([key, value]) =>
      touchOf(['metafields', key], Object.hasOwn(metafields, key) ? metafields[key] : null, value),
    ),
    concern: () => ({ metafields: Object.fromEntries(set) }),
  }
}
