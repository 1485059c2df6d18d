import type { Token } from './token.js'

/** Ranks with a digit, which would hide that a name follows: `MM3`, `PV2`, `CWO2`, `A1C`, `1LT`, `1SG`. */
const RANK = /^(?:[A-Z]{2,3}[1-5]|A1C|[12]LT|1SG)$/

/** No rank has more pieces: `A`, `1`, `C`. */
const MOST_PIECES = 3

/** How many tokens at the start are a rank with a digit: 2 in `MM3 Smith`, else 0. */
export function rankLength(tokens: readonly Token[]): number {
  const gap = tokens.findIndex(({ glued }, at) => at > 0 && !glued)
  const length = gap === -1 ? tokens.length : gap
  if (length > MOST_PIECES) return 0
  const text = tokens
    .slice(0, length)
    .map((token) => token.text)
    .join('')
  return RANK.test(text) ? length : 0
}
