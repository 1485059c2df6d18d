/** What takes no room of its own: accents, joiners, variation selectors, invisible marks. */
const NO_WIDTH = /[\p{M}\p{Cf}]/u

/** What takes two columns: East Asian wide and full-width forms, and emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}\p{Emoji_Presentation}]/u

/** The columns that a text takes in a terminal, roughly: a joined emoji counts its parts. */
export function displayWidth(text: string): number {
  let width = 0
  for (const character of text) width += characterWidth(character)
  return width
}

function characterWidth(character: string): number {
  if (NO_WIDTH.test(character)) return 0
  return WIDE.test(character) ? 2 : 1
}

/** Fills a text with blanks up to a width. */
export function padToWidth(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)))
}

/** Breaks a text into lines of at most `width` columns, between words where it can. */
export function wrapToWidth(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').flatMap((long) => pieces(long, width))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (displayWidth(longer) <= width) line = longer
    else {
      lines.push(line)
      line = word
    }
  }
  return [...lines, line]
}

/** A word in pieces that fit, each character measured once. */
function pieces(word: string, width: number): string[] {
  const parts: string[] = []
  let part = ''
  let taken = 0
  for (const character of word) {
    const wanted = characterWidth(character)
    if (taken + wanted > width) {
      parts.push(part)
      part = ''
      taken = 0
    }
    part += character
    taken += wanted
  }
  return [...parts, part]
}
