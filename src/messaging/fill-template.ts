import { ceilings } from '../limits/limits.js'
import { unlessProblems, type Outcome } from '../outcome/outcome.js'
import { problem, type Problem, type ProblemPath } from '../outcome/problem.js'
import type { StoredEmail } from '../timeline/stored-email.js'
import { escapeHtml } from '../value/html.js'
import { textProblems } from '../value/text-problems.js'
import { isBlank } from '../value/text.js'
import type { MessagingProblemCode } from './email-problem.js'
import { headerProblems } from './header-text.js'
import type { PlacedPiece } from './html-places.js'
import { place, type Piece } from './pieces.js'
import { placeholderValue, type PlaceholderSource } from './placeholders.js'
import type { ParsedTemplate } from './template.js'

type Found = Problem<MessagingProblemCode>

/** A link that leads to a page, a mailbox or a phone, and runs nothing. */
const LINK = /^(?:https?:\/\/|mailto:|tel:)/i

/**
 * Writes the email of one customer. Codes: `messaging.placeholder-unknown` of data that is not there, `messaging.value-missing`
 * and `messaging.link-unsafe` (each with `params.start`, `params.end`), `messaging.blank`, `messaging.header-unsafe`,
 * `text.too-long` (`params.limit`, `params.length`), `text.not-storable`.
 */
export function fillTemplate(
  { subject, text, html }: ParsedTemplate,
  source: PlaceholderSource,
): Outcome<Pick<StoredEmail, 'subject' | 'text' | 'html'>, Found> {
  const parts = {
    subject: fillPart(subject, source, ['subject'], ceilings.emailSubject),
    text: fillPart(text, source, ['text'], ceilings.emailText),
    html: html === null ? null : fillPart(html, source, ['html'], ceilings.emailText, escapeHtml),
  }
  const problems = [
    ...parts.subject.problems,
    ...headerProblems(parts.subject.text, ['subject']),
    ...parts.text.problems,
    ...(parts.html?.problems ?? []),
  ]
  return unlessProblems(problems, () => ({
    subject: parts.subject.text,
    text: parts.text.text,
    html: parts.html?.text ?? pageOf(parts.text.text),
  }))
}

/** One part of the email. What is missing in it is told, and then not that it is blank for that. */
function fillPart(
  pieces: readonly (Piece | PlacedPiece)[],
  source: PlaceholderSource,
  path: ProblemPath,
  limit: number,
  write: (value: string) => string = (value) => value,
): { readonly text: string; readonly problems: readonly Found[] } {
  const problems: Found[] = []
  const written = pieces.map((piece) => {
    if (typeof piece === 'string') return piece
    const known = placeholderValue(piece.name, source)
    const value = isBlank(known) ? piece.fallback : (known as string)
    const code = faultOf(known, value, piece)
    if (code !== null) problems.push(problem(code, path, place(piece)))
    return write(value ?? '')
  })
  const text = written.join('')
  return { text, problems: problems.length > 0 ? problems : partProblems(text, limit, path) }
}

function faultOf(
  known: string | null | undefined,
  value: string | null,
  piece: Exclude<Piece | PlacedPiece, string>,
): MessagingProblemCode | null {
  if (known === undefined) return 'messaging.placeholder-unknown'
  if (value === null) return 'messaging.value-missing'
  return 'isLink' in piece && piece.isLink && !LINK.test(value) ? 'messaging.link-unsafe' : null
}

function partProblems(text: string, limit: number, path: ProblemPath): readonly Found[] {
  return isBlank(text) ? [problem('messaging.blank', path)] : textProblems(text, limit, path)
}

/** The text as a page: a paragraph for each, line by line, everything in it escaped. */
function pageOf(text: string): string {
  return escapeHtml(text.replace(/\r\n?/g, '\n'))
    .split('\n\n')
    .map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br>')}</p>`)
    .join('\n')
}
