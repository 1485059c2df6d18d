import { emailKey, emailProblems, type EmailKey } from '../../contact/email.js'
import type { E164 } from '../../contact/phone.js'
import { ceilings } from '../../limits/limits.js'
import { refusal, unlessProblems, type Outcome } from '../../outcome/outcome.js'
import { problem, type Problem } from '../../outcome/problem.js'
import type { ShapeProblemCode } from '../../outcome/shape-problems.schema.js'
import type { Context } from '../../plan/context.js'
import type { CustomerId } from '../../value/id.js'
import { foldText } from '../../value/text.js'
import { textProblems, type TextProblemCode } from '../../value/text-problems.js'
import type { CandidateQuery, CandidateWord } from './candidate-query.js'

/** For whom another profile is looked for, and by what. */
export interface CandidateSearch {
  /** as typed: names, an email, a phone, parts of them, or the last four digits of a card */
  readonly text: string
  /** the profiles for which another is wanted */
  readonly except?: readonly CustomerId[] | undefined
  /** the owners of a card, by the host's token search */
  readonly cardholders?: readonly CustomerId[] | undefined
}

/** Numbers of cards as people write them, beside anything else. A phone is shorter, or begins with + or 0. */
const CARD = /(?<![\w+])[1-9](?:[\s.-]?\d){13,18}(?![\w@])/g

/** How receipts hide the rest of a card's number. */
const MASK = /[*•]/g

const LAST_FOUR = /^\d{4}$/

/** A word of which nothing is left but digits when the marks of phone numbers are taken away. */
const NUMBER = /^[\d+().\-/]+$/

const NO_DIGIT = /\D/g

const BLANK = /\s/

/** Fewer digits are part of nearly every phone. */
const LEAST_DIGITS = 3

/** What is dialled before a number and is no part of it, where enough is left. */
const PREFIX = /^00?(?=\d{3})/

/**
 * Reads what staff type to find the other profile of a person: first name, last name, email, phone, or the last four digits
 * of a card (M-8). What comes out is a question to a store, and to `isMergeCandidate`. Of a whole card number, alone or beside a
 * name, only the last four digits are kept.
 *
 * Refused with `shape.wrong-type`, `text.too-long` and `text.not-storable`.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { buildContext } = await import('../../testing/build-context.js')
 * const search = searchMergeCandidates({ text: 'Nowak 4242', except: ['7'] }, buildContext())
 * expect(search.ok && search.value.words).toEqual([
 *   { text: 'nowak', digits: null },
 *   { text: '4242', digits: '4242' },
 * ])
 * ```
 */
export function searchMergeCandidates(
  { text, except = [], cardholders = [] }: CandidateSearch,
  context: Pick<Context, 'shop' | 'parsePhone'>,
): Outcome<CandidateQuery, Problem<ShapeProblemCode | TextProblemCode>> {
  // from a search box that was never filled, or a query string
  if (typeof text !== 'string') return refusal(problem('shape.wrong-type', ['text'], { expected: 'string' }))
  return unlessProblems(textProblems(text, ceilings.search, ['text']), () => {
    const typed = text.replace(MASK, ' ')
    const card = typed.match(CARD)?.at(-1)
    const { lastFour, ...asked } = textQuery(typed.replace(CARD, ' ').trim(), context)
    return { ...asked, lastFour: card?.replace(NO_DIGIT, '').slice(-4) ?? lastFour, cardholders, except }
  })
}

type Asked = Pick<CandidateQuery, 'words' | 'identities' | 'lastFour'>

function textQuery(typed: string, context: Pick<Context, 'shop' | 'parsePhone'>): Asked {
  const words = typed.split(BLANK).filter((word) => word !== '')
  return {
    words: words.map(toWord),
    identities: { emails: emailsOf(typed), phones: phonesOf(typed, context) },
    lastFour: words.findLast((word) => LAST_FOUR.test(word)) ?? null,
  }
}

/** With the digits as they would stand in E.164, where no prefix of a national or foreign call stands. */
function toWord(word: string): CandidateWord {
  const digits = NUMBER.test(word) ? word.replace(NO_DIGIT, '').replace(PREFIX, '') : ''
  return { text: foldText(word), digits: digits.length < LEAST_DIGITS ? null : digits }
}

function emailsOf(typed: string): EmailKey[] {
  const key = emailKey(typed)
  return emailProblems(key, ceilings.search).length === 0 ? [key] : []
}

/** As the country of the shop writes it: what stands in a profile begins with the country's code. */
function phonesOf(typed: string, { shop, parsePhone }: Pick<Context, 'shop' | 'parsePhone'>): E164[] {
  const phone = parsePhone?.(typed, shop.country)
  return phone?.ok ? [phone.value] : []
}
