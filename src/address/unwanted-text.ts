import { nothing, problem, type Problem } from '../outcome/problem.js'
import type { AddressFields } from './address.js'

/** Why the text of an address is refused though it could be kept: no label and no courier's form takes it. */
export type UnwantedTextCode = 'address.html-tag' | 'address.emoji' | 'address.url'

type Field = keyof AddressFields

interface UnwantedText {
  readonly code: UnwantedTextCode
  readonly pattern: RegExp
  readonly fields: readonly Field[]
}

const written: readonly Field[] = ['company', 'address1', 'address2', 'city', 'zip']

/** What the large platform was seen to refuse, and in which fields; names and provinces are not among them. A row a rule. */
const unwanted: readonly UnwantedText[] = [
  { code: 'address.html-tag', pattern: /<[a-z!/?][^<>]*>/i, fields: written },
  // pictures, flags and keys; not the signs among letters, as in a company's name: ™, ©, ♥
  {
    code: 'address.emoji',
    pattern: /\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|\u20e3/u,
    fields: written,
  },
  { code: 'address.url', pattern: /:\/\/|\bwww\./i, fields: ['city', 'zip', 'phone'] },
]

/** What of this stands in a field. */
export function unwantedTextProblems(
  field: Field,
  text: string | null,
): readonly Problem<UnwantedTextCode>[] {
  if (text === null) return nothing
  return unwanted
    .filter(({ pattern, fields }) => fields.includes(field) && pattern.test(text))
    .map(({ code }) => problem(code, [field]))
}
