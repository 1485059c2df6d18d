import { accountBlocked } from '../../customer/account.js'
import type { CustomerField } from '../../customer/customer.js'
import { ceilings } from '../../limits/limits.js'
import type { JsonValue } from '../../outcome/json.js'
import { problem } from '../../outcome/problem.js'
import { touchOf } from '../../plan/touch.js'
import { presentText } from '../../value/text.js'
import type { CustomerEdit } from './customer-edit.js'
import type { Draft, EditedPart, EditGround } from './edited-part.js'

/** A field that is set whole. */
export function editWhole<Field extends CustomerField>(
  { draft }: Pick<EditGround, 'draft'>,
  field: Field,
  after: Draft[Field],
): EditedPart {
  const before = draft[field]
  draft[field] = after
  return { fields: [field], touches: [touchOf([field], before, after)] }
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
  const before = ground.draft.note
  if (note === null || typeof note === 'string') return editWhole(ground, 'note', presentText(note))
  const added = presentText(note.append)
  const lines = [presentText(before) === null ? null : before, added].filter((line) => line !== null)
  return editWhole(ground, 'note', added === null ? before : lines.join('\n'))
}

/** Blocks a customer, or no longer does (C-8). */
export function editAccount({ draft }: EditGround, wish: 'block' | 'unblock'): EditedPart {
  const { account } = draft
  const blocked = wish === 'block'
  draft.account = accountBlocked(blocked, account)
  return { fields: ['account'], touches: [touchOf(['account', 'blocked'], account.blocked, blocked)] }
}

/** Sets host data under the keys that are named; `null` takes a key away. Over the ceiling already, it may lose keys, and is refused any more. */
export function editMetafields(
  { draft }: EditGround,
  named: { readonly [key: string]: JsonValue },
): EditedPart {
  const { metafields } = draft
  const before = Object.entries(metafields)
  const kept = before.filter(([key]) => !Object.hasOwn(named, key))
  const given = Object.entries(named)
  const set = given.filter(([, value]) => value !== null)
  draft.metafields = Object.fromEntries([...kept, ...set])
  const isOver = kept.length + set.length > Math.max(ceilings.list, before.length)
  return {
    fields: ['metafields'],
    touches: given.map(([key, value]) =>
      touchOf(['metafields', key], Object.hasOwn(metafields, key) ? metafields[key] : null, value),
    ),
    narrow: (customer) => {
      customer.metafields = Object.fromEntries(set)
    },
    problems: isOver ? [problem('shape.too-long', ['metafields'], { limit: ceilings.list })] : [],
  }
}
