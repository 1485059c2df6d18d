import { unlessProblems, type Outcome } from '../outcome/outcome.js'
import { problem, type Problem, type ProblemPath } from '../outcome/problem.js'
import type { MessagingProblemCode } from './email-problem.js'
import type { EmailTemplate } from './email-wish.js'
import { withPlaces, type PlacedPiece } from './html-places.js'
import { piecesOf, place, type Piece } from './pieces.js'
import { isPlaceholderName } from './placeholders.js'

/** A template that was understood; without HTML of its own it is made of the text. */
export interface ParsedTemplate {
  readonly subject: readonly Piece[]
  readonly text: readonly Piece[]
  readonly html: readonly PlacedPiece[] | null
}

/**
 * Reads a template. Codes, each with the path of its part: `messaging.placeholder-malformed` (`params.start`),
 * `messaging.placeholder-unknown` and, in HTML where no value can be made safe, `messaging.placeholder-unsafe` (`params.start`,
 * `params.end`).
 */
export function parseTemplate({ subject, text, html = null }: EmailTemplate): Outcome<ParsedTemplate> {
  const ofHtml = html === null ? [] : piecesOf(html)
  const parts = { subject: piecesOf(subject), text: piecesOf(text), html: ofHtml }
  const problems = Object.entries(parts).flatMap(([part, pieces]) => pieceProblems(pieces, [part]))
  const placed = withPlaces(ofHtml, ['html'])
  return unlessProblems([...problems, ...placed.problems], () => ({
    ...parts,
    html: html === null ? null : placed.pieces,
  }))
}

function pieceProblems(pieces: readonly Piece[], path: ProblemPath): Problem<MessagingProblemCode>[] {
  let at = 0
  return pieces.flatMap((piece): Problem<MessagingProblemCode>[] => {
    if (typeof piece !== 'string') {
      at = piece.end
      return isPlaceholderName(piece.name)
        ? []
        : [problem('messaging.placeholder-unknown', path, place(piece))]
    }
    const open = piece.indexOf('{{')
    return open < 0 ? [] : [problem('messaging.placeholder-malformed', path, { start: at + open })]
  })
}
