import { problem, type Problem, type ProblemPath } from '../outcome/problem.js'
import type { MessagingProblemCode } from './email-problem.js'

/** What ends a line, or hides in one: controls, line and paragraph separators, marks that turn the direction. */
const UNSAFE = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u

/** A line end in disguise: percent-encoded, as a character reference, or in an encoded word, which readers of mail decode. */
const ENCODED =
  /%0[ad]|%e2%80%a[89]|&#(?:x0{0,10}[ad]|0{0,10}1[03]|x202[89]|823[23])(?!\d)|=\?[\w*.:+-]{1,60}\?[bq]\?/i

/** What makes a text unfit for a header, where a line end would begin another (header injection): `messaging.header-unsafe`. */
export function headerProblems(text: string, path: ProblemPath): Problem<MessagingProblemCode>[] {
  return UNSAFE.test(text) || ENCODED.test(text) ? [problem('messaging.header-unsafe', path)] : []
}
