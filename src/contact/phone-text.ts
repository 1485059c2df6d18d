import { trimmed } from '../value/text.js'

interface Form {
  readonly typed: RegExp
  readonly meant: string
}

/** What people, and the address books they copy from, write otherwise than numbering plans are read. A row a form, in this order. */
const forms: readonly Form[] = [
  // direction marks, zero-width spaces, soft hyphens
  { typed: /\p{Cf}/gu, meant: '' },
  { typed: /\p{Zs}/gu, meant: ' ' },
  // as it is typed in Japan; unread, the code of its country would be taken for digits of a national number
  { typed: /\uff0b/g, meant: '+' },
  { typed: /^tel:(?=\+)/i, meant: '' },
  { typed: /^\( ?(\+\d+) ?\)/, meant: '$1 ' },
]

/** A number as numbering plans are read: `(＋48) 601 234 567` begins with a plus, and nothing in it is invisible. */
export function tidiedNumber(number: string): string {
  return trimmed(forms.reduce((text, { typed, meant }) => text.replace(typed, meant), number))
}
