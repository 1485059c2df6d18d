import { explainProblem, type Message } from 'clientele'
import { en, type Messages } from 'clientele/messages/en'
import { fi } from 'clientele/messages/fi'
import { nb } from 'clientele/messages/nb'
import { nl } from 'clientele/messages/nl'
import { pl } from 'clientele/messages/pl'
import { describe, expect, it } from 'vitest'

/** What cannot stand behind one, and what cannot stand behind several: nouns and verbs in the wrong number. */
const wrong: readonly (readonly [name: string, language: Messages, behindOne: RegExp, behindMore: RegExp])[] =
  [
    [
      'en',
      en,
      /\b1 (?:(?!is\b|was\b|has\b)\w+s|are|were|have)\b/,
      /\b(?:2|12|100) (?:character|tag|row|is)\b/,
    ],
    ['nb', nb, /\b1 (?!eller\b)\p{L}+er\b/u, /\b(?:2|12|100) (?:kunde|tagg|rad|dag)\b/],
    ['nl', nl, /\b1 (?:tags|tekens|klanten|rijen|dagen)\b/, /\b(?:2|12|100) (?:tag|teken|klant|rij|dag)\b/],
    [
      'pl',
      pl,
      /\b1 (?:\p{L}+ów|znaki|dni|pola)(?!\p{L})/u,
      /\b(?:2|12|100) (?:znak|tag|klienta|dzień)(?!\p{L})/u,
    ],
    [
      'fi',
      fi,
      /\b1 (?!(?:saa|päivä)(?!\p{L}))\p{L}{2,}[aä](?!\p{L})/u,
      /\b(?:2|12|100) (?:asiakas|merkki|päivä|rivi)(?!\p{L})/u,
    ],
  ]

/** What may be a number; all else that stands in a message is none. */
const counted = ['count', 'days', 'found', 'length', 'limit', 'subscriptions']

/** Every text of a language, whole with the forms it has. */
function messagesOf(node: unknown): Message[] {
  if (typeof node === 'string') return [node]
  return 'by' in (node as object) && 'other' in (node as object)
    ? [node as Message]
    : Object.values(node as object).flatMap(messagesOf)
}

describe.each(wrong)('every message in %s', (language, messages, behindOne, behindMore) => {
  it.each([0, 1, 2, 5, 12, 22, 100])('says %i in the right number', (count) => {
    const params = Object.fromEntries(counted.map((name) => [name, count]))
    const said = messagesOf(messages).map((message) =>
      explainProblem({ code: 'said', path: [], params }, { language, problems: { said: message } }),
    )
    expect(said.filter((text) => behindOne.test(text) || behindMore.test(text))).toEqual([])
  })
})

const pages: readonly (readonly [Messages, readonly (readonly [limit: number, text: string])[]])[] = [
  [
    en,
    [
      [1, 'A page holds at most 1 customer.'],
      [2, 'A page holds at most 2 customers.'],
    ],
  ],
  [
    pl,
    [
      [1, 'Strona mieści najwyżej 1 klienta.'],
      [2, 'Strona mieści najwyżej 2 klientów.'],
      [5, 'Strona mieści najwyżej 5 klientów.'],
      [22, 'Strona mieści najwyżej 22 klientów.'],
    ],
  ],
  [
    nb,
    [
      [1, 'En side har høyst 1 kunde.'],
      [2, 'En side har høyst 2 kunder.'],
    ],
  ],
  [
    nl,
    [
      [1, 'Een pagina bevat hoogstens 1 klant.'],
      [2, 'Een pagina bevat hoogstens 2 klanten.'],
    ],
  ],
  [
    fi,
    [
      [1, 'Sivulla on enintään 1 asiakas.'],
      [2, 'Sivulla on enintään 2 asiakasta.'],
    ],
  ],
]

const limited = pages.flatMap(([messages, rows]) =>
  rows.map((row) => [messages.language, messages, ...row] as const),
)

it.each(limited)('L-1 %s, a page of so many customers', (_language, messages, limit, text) => {
  expect(explainProblem({ code: 'find.page-too-large', path: [], params: { limit } }, messages)).toBe(text)
})

it.each([
  ['email.too-long', 'The email address is too long; at most 1 character is allowed.'],
  ['csv.row-too-long', 'The row is longer than 1 character; a quote may be missing.'],
  ['bulk.page-too-large', 'A page holds at most 1 customer, not 2.'],
  ['customer.too-many-tags', 'At most 1 tag is allowed, not 2.'],
  ['segment.too-deep', 'The query has too many brackets within brackets; at most 1 is allowed.'],
])('%s is said of one in English', (code, text) => {
  expect(explainProblem({ code, path: [], params: { limit: 1, length: 2 } }, en)).toBe(text)
})
