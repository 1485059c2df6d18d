import { boxWordAt } from './box-word.js'
import { designatorPhrases } from './designator.js'
import { phraseAt } from './phrase.js'
import { postOfficePhrases } from './post-office.js'
import type { Token } from './token.js'

/** Whether letters or digits follow without a gap, a hyphen or the like aside: `12-34`, `74AB`, but not `74PSC` or `74-APO`. */
export function isGluedText(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token?.glued !== true) return false
  return token.kind === 'mark' ? isGluedText(tokens, at + 1) : !isKeyword(tokens, at)
}

/** Whether BOX, a designator or a post office begins at a token. */
export function isKeyword(tokens: readonly Token[], at: number): boolean {
  return (
    boxWordAt(tokens, at, false)?.spelling === 'plain' ||
    phraseAt(tokens, at, designatorPhrases)?.spelling === 'plain' ||
    phraseAt(tokens, at, postOfficePhrases)?.spelling === 'plain'
  )
}
