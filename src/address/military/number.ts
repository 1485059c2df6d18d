import type { Token } from './token.js'

const numberWords: ReadonlySet<string> = new Set(['NO', 'NR', 'NUM', 'NBR', 'NUMBER', 'Nº'])

/** Passes over `No.`, `Nº`, `Number` and loose signs: where the number would stand. */
export function beforeNumber(tokens: readonly Token[], at: number): number {
  const token = tokens[at]
  if (token === undefined) return at
  const isPassedOver = token.kind === 'mark' || numberWords.has(token.text)
  return isPassedOver ? beforeNumber(tokens, at + 1) : at
}
