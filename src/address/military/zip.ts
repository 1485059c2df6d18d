import type { MilitaryState } from './state-name.js'
import type { Token } from './token.js'

/** A ZIP or ZIP+4, and where the next token is. */
export interface FoundZip {
  readonly zip: string
  readonly next: number
}

/** Which prefixes are military. Their neighbours are New Jersey, Florida, California and Hawaii. */
const prefixes: readonly { first: string; last: string; state: MilitaryState }[] = [
  { first: '340', last: '340', state: 'AA' },
  { first: '090', last: '099', state: 'AE' },
  { first: '962', last: '966', state: 'AP' },
]

/** The state a ZIP belongs to, or `null` for a civilian one. */
export function stateOfZip(zip: string): MilitaryState | null {
  const prefix = zip.slice(0, 3)
  return prefixes.find(({ first, last }) => first <= prefix && prefix <= last)?.state ?? null
}

/** A ZIP that begins at a token: five digits, or nine with whatever stands between them. */
export function zipAt(tokens: readonly Token[], at: number): FoundZip | null {
  const token = tokens[at]
  if (token?.kind !== 'number') return null
  const { text } = token
  if (text.length === 9) return { zip: `${text.slice(0, 5)}-${text.slice(5)}`, next: at + 1 }
  if (text.length !== 5) return null
  const behind = afterMarks(tokens, at + 1)
  const plus = tokens[behind]
  return plus?.kind === 'number' && plus.text.length === 4
    ? { zip: `${text}-${plus.text}`, next: behind + 1 }
    : { zip: text, next: at + 1 }
}

/** Whether a text is five digits, or nine with a hyphen, as it must stand on a label; commas and number signs do no harm. */
export function isZip(text: string): boolean {
  return /^\d{5}(?:-\d{4})?$/.test(text.replace(/[\s,#\p{Cf}]/gu, ' ').trim())
}

function afterMarks(tokens: readonly Token[], at: number): number {
  return tokens[at]?.kind === 'mark' ? afterMarks(tokens, at + 1) : at
}
