import { problem, type Problem } from '../outcome/problem.js'
import { isLongerThan, isStorable } from '../value/text.js'

declare const emailKeyBrand: 'EmailKey'
/** An email in the form by which emails are compared. Only `emailKey` makes one. */
export type EmailKey = string & { readonly __brand: typeof emailKeyBrand }

export type EmailProblemCode = 'email.invalid' | 'email.too-long' | 'email.dangerous-character'

/** Code points that nobody sees and that change how an address reads: controls, zero-width, direction marks, line separators. */
const DANGEROUS =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\ufffb]/

const BLANKS = /[ \t\r\n\u00a0]+/g
const LOCAL_PART = /^[^\s@"(),:;<>[\\\]]+$/
const LABEL = /^[\p{L}\p{N}]([\p{L}\p{N}\p{M}-]*[\p{L}\p{N}\p{M}])?$/u

/** An email as it is kept: as typed, without any blanks, inner ones included. */
export function normalizeEmail(typed: string): string {
  return typed.replace(BLANKS, '')
}

/**
 * The key under which two emails are the same mailbox: no blanks, NFC, lower case. Dots and `+tags` count, because only
 * the mailbox's own provider knows whether they matter.
 *
 * @example
 * ```ts
 * emailKey(' Anna@Example.com ') // 'anna@example.com'
 * ```
 */
export function emailKey(email: string): EmailKey {
  return normalizeEmail(email).normalize('NFC').toLowerCase() as EmailKey
}

/**
 * What is wrong with an email, in linear time; an empty list when nothing is.
 *
 * Codes: `email.too-long`, `email.dangerous-character`, `email.invalid`. Syntax only: one `@`, a local part, a dotted domain.
 */
export function emailProblems(
  email: string,
  limit: number,
  path: Problem['path'] = ['email'],
): Problem<EmailProblemCode>[] {
  if (isLongerThan(email, limit)) return [problem('email.too-long', path, { limit })]
  if (DANGEROUS.test(email) || !isStorable(email)) return [problem('email.dangerous-character', path)]
  return isEmailSyntax(normalizeEmail(email)) ? [] : [problem('email.invalid', path)]
}

function isEmailSyntax(email: string): boolean {
  const at = email.indexOf('@')
  const local = email.slice(0, at)
  const labels = email.slice(at + 1).split('.')
  return (
    at > 0 &&
    LOCAL_PART.test(local) &&
    !local.startsWith('.') &&
    !local.endsWith('.') &&
    !local.includes('..') &&
    labels.length > 1 &&
    labels.every((label) => LABEL.test(label))
  )
}
