import { problem, type Problem, type ProblemPath } from '../outcome/problem.js'
import type { MessagingProblemCode } from './email-problem.js'
import type { Piece, Placeholder } from './pieces.js'

/** A piece of HTML, or a placeholder; `isLink` where its value begins the address of a link or a picture. */
export type PlacedPiece = string | (Placeholder & { readonly isLink: boolean })

type State =
  | 'text'
  | 'comment'
  | 'declaration'
  | 'tag'
  | 'double'
  | 'single'
  | 'script-tag'
  | 'script'
  | 'style-tag'
  | 'style'

/**
 * Marks that matter. `<!-->` is a comment that ends at once, or ends the one it stands in, as those for Outlook do; `<3` begins no
 * tag, but what a placeholder goes on may.
 */
const TOKEN = /<!--(?!-?>)|--!?>|<\/?script|<\/?style|<[!?]|<\/(?![a-z])|<(?=[a-z/]|$)|>|"|'/gi

/** What each mark, or its last character, leads to; one that is not here changes nothing. */
const transitions: { readonly [From in State]: { readonly [token: string]: State } } = {
  text: {
    '<!--': 'comment',
    '<!': 'declaration',
    '<?': 'declaration',
    '</': 'declaration',
    '<script': 'script-tag',
    '<style': 'style-tag',
    '</script': 'tag',
    '</style': 'tag',
    '<': 'tag',
  },
  comment: { '-->': 'text', '--!>': 'text' },
  // ends at the first mark, whatever is quoted in it
  declaration: { '>': 'text' },
  tag: { '"': 'double', "'": 'single', '>': 'text' },
  double: { '"': 'tag' },
  single: { "'": 'tag' },
  'script-tag': { '>': 'script' },
  // a program may write tags of its own; only its own end is one
  script: { '</script': 'tag' },
  'style-tag': { '>': 'style' },
  style: { '</style': 'tag' },
}

/** Attributes whose value is a program, a style or a page, and so never a customer's. */
const PROGRAM = /^(?:on.*|style|srcdoc)$/i

/** Attributes that lead somewhere. */
const ADDRESS = /^(?:href|src|action|formaction|background|poster|cite|data|srcset|ping|xlink:href)$/i

/** What is passed over before an address begins; it may be written as a reference. */
const BLANKS = /^(?:[\s\p{Cc}]|&(?:#\w+|tab|newline);?)*$/iu

/**
 * The name of an attribute before the end of a text. A blank of HTML begins it, behind anything but an equals sign: all else may
 * stand in a value without quotes, which goes on to the next blank, and a quote in it is a letter.
 */
const NAME = /(?<=[^=\t\n\f\r ])[\t\n\f\r ]+([\w:-]+)[\t\n\f\r ]*=[\t\n\f\r ]*$/

/** How far back the name of an attribute is looked for. */
const REACH = 80

interface Place {
  readonly state: State
  /** the attribute whose value this is, or `''` */
  readonly attribute: string
  /** whether the value begins just here */
  readonly isStart: boolean
}

/**
 * Says of each placeholder of a page where it stands. One in a tag, a comment, a program or a style is refused:
 * `messaging.placeholder-unsafe` (`params.start`, `params.end`).
 */
export function withPlaces(
  pieces: readonly Piece[],
  path: ProblemPath,
): { readonly pieces: readonly PlacedPiece[]; readonly problems: readonly Problem<MessagingProblemCode>[] } {
  const placed: PlacedPiece[] = []
  const problems: Problem<MessagingProblemCode>[] = []
  let here: Place = { state: 'text', attribute: '', isStart: false }
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      here = after(piece, here)
      placed.push(piece)
      continue
    }
    const { start, end } = piece
    if (!isSafe(here)) problems.push(problem('messaging.placeholder-unsafe', path, { start, end }))
    placed.push({ ...piece, isLink: here.isStart && ADDRESS.test(here.attribute) })
    here = { ...here, isStart: false }
  }
  return { pieces: placed, problems }
}

/** Between tags and in the quotes of an attribute, what is escaped cannot get out. Everywhere else it could. */
function isSafe({ state, attribute }: Place): boolean {
  return state === 'text' || (attribute !== '' && !PROGRAM.test(attribute))
}

function after(html: string, before: Place): Place {
  let place = before
  for (const { 0: token, index } of html.matchAll(TOKEN)) {
    const row = transitions[place.state]
    const state = row[token.toLowerCase()] ?? row[token.slice(-1)]
    if (state === undefined) continue
    const isValue = state === 'double' || state === 'single'
    const attribute = isValue ? attributeBefore(html, index) : ''
    place = { state, attribute, isStart: isValue && BLANKS.test(html.slice(index + 1)) }
  }
  return place
}

/** The name before the equals sign before a quote, or `''`: then it is no value that begins. */
function attributeBefore(html: string, end: number): string {
  return NAME.exec(html.slice(Math.max(0, end - REACH), end))?.[1] ?? ''
}
