import { nothing, problem, type Problem } from '../outcome/problem.js'
import { foldText, isLongerThan, trimmed } from '../value/text.js'

declare const emailKeyBrand: 'EmailKey'
/** An email in the form by which emails are compared. Only `emailKey` makes one. */
export type EmailKey = string & { readonly __brand: typeof emailKeyBrand }

/** Why an email is refused. */
export type EmailProblemCode = 'email.invalid' | 'email.too-long' | 'email.dangerous-character'

/** Code points that nobody sees or no store keeps: controls, line ends, direction marks, zero-width, fillers, lone surrogates. */
const DANGEROUS = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u

/** What people leave between the characters of an address; an inner line end is no blank but a trap (header injection). */
const BLANKS = /[ \t\u00a0]/g

/** Most emails: nothing in them is doubtful, and no other look is needed. */
const PLAIN = /^[a-z\d]+(?:[._+-][a-z\d]+)*@[a-z\d]+(?:[.-][a-z\d]+)*\.[a-z\d]+$/i

/** Nothing in such a text is blank, has capitals or a second spelling: it is its own key. */
const CANONICAL = /^[!-@[-~]*$/
const LOCAL_PART = /^[^\s@"(),:;<>[\\\]]+$/
const LABEL = /^[\p{L}\p{N}]([\p{L}\p{N}\p{M}-]*[\p{L}\p{N}\p{M}])?$/u

/**
 * An email as it is kept: as typed, without outer and inner blanks. An inner line end stays, to be refused.
 *
 * @example
 * ```ts @import.meta.vitest
 * expect(normalizeEmail(' Anna@ example.com')).toBe('Anna@example.com')
 * ```
 */
export function normalizeEmail(typed: string): string {
  return trimmed(typed).replace(BLANKS, '')
}

/** What a host that knows the providers of its customers lets pass as the same mailbox; without it, everything counts. */
export interface EmailKeyOptions {
  /** `anna+shop@example.com` is `anna@example.com` */
  readonly ignoreTags?: boolean | undefined
  /** `an.na@example.com` is `anna@example.com` */
  readonly ignoreDots?: boolean | undefined
}

/**
 * The key under which two emails are the same mailbox: no blanks, NFC, lower case. Dots and `+tags` count unless the host
 * asks otherwise, because only the mailbox's own provider knows whether they matter.
 *
 * @example
 * ```ts @import.meta.vitest
 * expect(emailKey(' Anna@Example.com ')).toBe('anna@example.com')
 * expect(emailKey('an.na+shop@example.com', { ignoreTags: true, ignoreDots: true })).toBe('anna@example.com')
 * ```
 */
export function emailKey(email: string, { ignoreTags, ignoreDots }: EmailKeyOptions = {}): EmailKey {
  const typed = trimmed(email)
  const key = CANONICAL.test(typed) ? typed : foldText(normalizeEmail(typed))
  if (!ignoreTags && !ignoreDots) return key as EmailKey
  const at = key.lastIndexOf('@')
  const local = key.slice(0, Math.max(at, 0))
  const untagged = ignoreTags ? withoutTag(local) : local
  const undotted = ignoreDots ? untagged.replaceAll('.', '') || untagged : untagged
  // folded again, because letters and accents between which a dot stood may compose
  return foldText(undotted + key.slice(Math.max(at, 0))) as EmailKey
}

/** A local part of nothing but a tag stays: there is no mailbox without a name. */
function withoutTag(local: string): string {
  const plus = local.indexOf('+')
  return plus > 0 ? local.slice(0, plus) : local
}

/**
 * What is wrong with an email as it is kept, in linear time; an empty list when nothing is. Blanks are wrong here:
 * `normalizeEmail` takes them away first. Syntax only: one `@`, a local part, a dotted domain.
 *
 * Codes: `email.too-long` (`params.limit`), `email.dangerous-character`, `email.invalid`.
 *
 * @example
 * ```ts @import.meta.vitest
 * expect(emailProblems('anna@localhost', 255)).toEqual([{ code: 'email.invalid', path: ['email'] }])
 * ```
 */
export function emailProblems(
  email: string,
  limit: number,
  path: Problem['path'] = ['email'],
): readonly Problem<EmailProblemCode>[] {
  if (isLongerThan(email, limit)) return [problem('email.too-long', path, { limit })]
  if (PLAIN.test(email)) return nothing
  if (DANGEROUS.test(email)) return [problem('email.dangerous-character', path)]
  return isEmailSyntax(email) ? nothing : [problem('email.invalid', path)]
}

function isEmailSyntax(email: string): boolean {
  const at = email.indexOf('@')
  const local = email.slice(0, at)
  const labels = email.slice(at + 1).split('.')
  return (
    at !== -1 &&
    LOCAL_PART.test(local) &&
    !local.startsWith('.') &&
    !local.endsWith('.') &&
    !local.includes('..') &&
    labels.length > 1 &&
    labels.every((label) => LABEL.test(label))
  )
}
