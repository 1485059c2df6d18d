import { foldText } from '../../value/text.js'

/**
 * Whether a text folds to an already folded one: `foldText(text) === folded`, without making a new text as long as the
 * text is plain ASCII, because a segment asks this of every tag of every customer.
 */
export function foldsTo(text: string, folded: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit > 0x7f) return foldText(text) === folded
    // An accent that follows may still change this letter, so it decides nothing before the rest is known to be ASCII
    if (lowerCase(unit) !== folded.charCodeAt(i) && !(text.charCodeAt(i + 1) > 0x7f)) return false
  }
  return text.length === folded.length
}

function lowerCase(unit: number): number {
  return unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit
}
