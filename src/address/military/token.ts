/**
 * A piece of what somebody typed: letters, ASCII digits, or any other sign. Blanks, commas and number signs only separate,
 * and so does what nobody sees: zero-width spaces, direction marks.
 */
export interface Token {
  readonly kind: 'word' | 'number' | 'mark'
  /** in capitals and without dots */
  readonly text: string
  readonly start: number
  readonly end: number
  /** dots stand in it or behind it (`P.S.C.`), or its letters are full width (`ＡＰＯ`) */
  readonly dotted: boolean
  /** nothing stands between it and the token before it */
  readonly glued: boolean
  /** a comma, a semicolon or a new line stands before it */
  readonly breaks: boolean
}

/** In the order in which they are tried; `APOAE` is two words, and digits typed for letters still make one (`AP0`). */
const TOKEN = new RegExp(
  [
    '(?<![A-Za-z])(?:(?:[Bb]0[Xx]|[Uu][Nn]1[Tt]|[Pp]5[Cc])(?![A-Za-z])|[AFDafd][Pp]0(?![A-Za-z\\d]))',
    '(?<![A-Za-z])[AFDafd][Pp][Oo](?=[Aa][AEPaep](?![A-Za-z]))',
    '[A-Za-z](?:\\.[A-Za-z])+(?![A-Za-z])\\.?',
    '[\\p{L}\\p{M}]+\\.?',
    '\\d+',
    '[^\\s,;#\\p{Cf}]',
  ].join('|'),
  'gu',
)

/** No line of an address is longer; such a text is read as one unknown word, so that a hostile megabyte costs nothing. */
const LONGEST = 1000

/** ASCII as it is typed in Japan and Korea: `ＡＰＯ`, `９６２０１`. */
const FULL_WIDTH = /[\uff01-\uff5e]/g

/** One for one, so that places in the text stay what they are. */
function inAscii(fullWidth: string): string {
  return String.fromCharCode(fullWidth.charCodeAt(0) - 0xfee0)
}

/** Cuts a text into tokens, in linear time. */
export function tokensOf(text: string): readonly Token[] {
  if (text.length > LONGEST) return [unreadable(text)]
  const plain = text.replace(FULL_WIDTH, inAscii)
  const tokens: Token[] = []
  let end = 0
  for (const { 0: found, index } of plain.matchAll(TOKEN)) {
    const isAsTyped = plain === text || text.startsWith(found, index)
    tokens.push(tokenOf(found, index, plain.slice(end, index), tokens.length === 0, isAsTyped))
    end = index + found.length
  }
  return tokens
}

/** The words among the tokens. */
export function wordsOf(tokens: readonly Token[]): string[] {
  return tokens.filter(({ kind }) => kind === 'word').map(({ text }) => text)
}

/** What the tokens say, signs and dots aside: texts that fold alike mean the same. */
export function foldedTokens(tokens: readonly Token[]): string {
  return tokens
    .filter(({ kind }) => kind !== 'mark')
    .map(({ text }) => text)
    .join(' ')
}

function tokenOf(found: string, start: number, gap: string, isFirst: boolean, isAsTyped: boolean): Token {
  return {
    kind: kindOf(found),
    text: found.replaceAll('.', '').toUpperCase(),
    start,
    end: start + found.length,
    dotted: !isAsTyped || found.includes('.'),
    glued: gap === '' && !isFirst,
    breaks: /[,;\n]/.test(gap),
  }
}

function kindOf(found: string): Token['kind'] {
  if (/^\d/.test(found)) return 'number'
  return /[\p{L}\p{M}]/u.test(found) ? 'word' : 'mark'
}

function unreadable(text: string): Token {
  return { kind: 'word', text: '', start: 0, end: text.length, dotted: false, glued: false, breaks: false }
}
