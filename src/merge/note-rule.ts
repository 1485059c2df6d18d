import { isBlank } from '../value/text.js'
import { edited, nothing, type FieldRule } from './field-rules.js'
import { chosenRecord } from './merge-group.js'
import { sourceOf, wholeValue } from './merged-field.js'

/** The note of the wish, else the chosen record's, else all notes by one space, the survivor's first; blanks add nothing (M-4). */
export const mergedNote: FieldRule<'note'> = (group) => {
  const { records, wish } = group
  if (wish.note !== undefined) return edited(group, 'note', isBlank(wish.note) ? null : wish.note)
  const chosen = chosenRecord(group, 'note')
  if (chosen !== undefined) return wholeValue(records, 'note', chosen, 'chosen')
  const written = records.filter(({ customer }) => !isBlank(customer.note))
  const [first] = written
  if (first === undefined) return nothing(null)
  if (written.length === 1)
    return wholeValue(records, 'note', first, first === records[0] ? 'survivor' : 'only-value')
  return {
    kept: written.map(({ customer }) => customer.note).join(' '),
    source: sourceOf(written.map(({ customer }) => customer.id)),
    rule: 'joined',
    dropped: [],
  }
}
