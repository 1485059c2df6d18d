import { explainProblem, type Problem } from 'clientele'
import { en, type Messages } from 'clientele/messages/en'
import { fi } from 'clientele/messages/fi'
import { nb } from 'clientele/messages/nb'
import { nl } from 'clientele/messages/nl'
import { pl } from 'clientele/messages/pl'
import { parseSegment } from 'clientele/segment'
import { describe, expect, it } from 'vitest'

const languages = [en, pl, nb, nl, fi].map((messages) => [messages.language, messages] as const)

const said = (messages: Messages, code: string, params: Problem['params'] = {}): string =>
  explainProblem({ code, path: [], params }, messages)

/** What a query is refused for, in words. */
function refused(query: string, messages: Messages): string {
  const outcome = parseSegment(query)
  if (outcome.ok) throw new Error(`${query} is right`)
  return outcome.problems.map((problem) => explainProblem(problem, messages)).join(' ')
}

describe('what a query lacks is named in the language of the reader', () => {
  it.each([
    [en, 'This is unexpected here: “abc”. Possible here: whole number.'],
    [pl, 'To jest tu niespodziewane: „abc”. Możliwe tutaj: liczba całkowita.'],
    [nb, 'Dette er uventet her: «abc». Mulig her: helt tall.'],
    [nl, 'Dit is hier onverwacht: “abc”. Mogelijk hier: geheel getal.'],
    [fi, 'Tämä on tässä odottamatonta: ”abc”. Tässä voi olla: kokonaisluku.'],
  ])('$0.language', (messages, text) => {
    expect(refused('number_of_orders = abc', messages)).toBe(text)
  })

  it.each([
    ['', 'To jest tu niespodziewane. Możliwe tutaj: filtr, NOT i (.'],
    ['number_of_orders =', 'To jest tu niespodziewane. Możliwe tutaj: wartość.'],
    ['number_of_orders = 1.5', 'Nie ma tu wartości „1.5”. Na przykład: liczba całkowita.'],
    ["amount_spent = 'x'", 'Nie ma tu wartości „x”. Na przykład: liczba.'],
    ['source = 5', "Nie ma tu wartości „5”. Czy chodziło o '5'? Na przykład: tekst."],
    ['segment(5)', 'To jest tu niespodziewane: „5”. Możliwe tutaj: tekst.'],
    ["random_bucket('x', 'y')", "To jest tu niespodziewane: „'x'”. Możliwe tutaj: liczba."],
    [
      "customer_within_distance MATCHES (coordinates = '40.7,-74.0', distance_km = -1)",
      'Nie ma tu wartości „-1”. Na przykład: liczba od 0 wzwyż.',
    ],
  ])('%s', (query, text) => {
    expect(refused(query, pl)).toBe(text)
  })

  it('but what is typed as it stands is given so', () => {
    expect(refused('orders_placed = 5', pl)).toContain('MATCHES')
    expect(refused('blocked = 5', pl)).toContain('true i false')
    expect(refused('last_order_date = 2024-02-31', pl)).toContain('today')
  })

  it.each(languages)('and a type that was assumed, %s', (_language, messages) => {
    const outcome = parseSegment('metafields.facts.size = 5')
    const [assumed] = outcome.ok ? outcome.value.assumptions : []
    expect(assumed).toMatchObject({ code: 'segment.assumed-type', params: { read: 'number' } })
    expect(explainProblem(assumed as Problem, messages)).toContain(messages.problemWords.read.number)
  })
})

/** Codes of parameters, of which none may stand in a sentence of another language. */
const codes = [
  ['shape.wrong-type', { expected: 'string' }],
  ['shape.wrong-type', { expected: 'boolean' }],
  ['merge.unknown-fact', { fact: 'vaultedCards' }],
  ['deletion.unknown-fact', { fact: 'subscriptionContracts' }],
  ['privacy.unknown-fact', { fact: 'dataRequest' }],
  ['commit.fact-changed', { id: '7', fact: 'mergeInProgress' }],
  ['csv.not-utf-8', { encoding: 'xlsx-or-zip' }],
  ['csv.not-utf-8', { encoding: 'gzip' }],
  ['segment.history-needed', { readers: ['orders', 'origin'] }],
  ['access.not-allowed', { actor: 'customer' }],
  ['payment.not-allowed', { actor: 'staff' }],
  ['capability.field-not-stored', { field: 'emailMarketingConsent' }],
  ['consent.transition-not-allowed', { from: 'SUBSCRIBED', to: 'NOT_SUBSCRIBED' }],
  ['consent.level-not-allowed', { state: 'UNSUBSCRIBED' }],
] as const

describe.each(languages.slice(1))('%s', (_language, messages) => {
  it.each(codes)('says what %s names: %o', (code, params) => {
    const text = said(messages, code, params)
    for (const word of Object.values(params)
      .flat()
      .filter((value) => value.length > 1))
      expect(text).not.toMatch(new RegExp(`(?<!\\p{L})${word}(?!\\p{L}|\\))`, 'u'))
  })
})

it('a fact without which nothing is deleted is named as in the export of the data', () => {
  const text = said(pl, 'deletion.unknown-fact', { fact: 'vaultedCards' })
  expect(text).toBe('Sklep nie wie, czy coś stoi na przeszkodzie. Nieznane: „Karty w sejfie”.')
})

it.each([
  [
    en,
    'The file is not text in UTF-8, but an Excel workbook (XLSX) or a ZIP file. Save it as CSV UTF-8 and try again.',
  ],
  [
    pl,
    'Plik nie jest tekstem w UTF-8; to skoroszyt Excela (XLSX) albo plik ZIP. Zapisz go jako CSV UTF-8 i spróbuj ponownie.',
  ],
])('C-5 a workbook is called one, $language', (messages, text) => {
  expect(said(messages, 'csv.not-utf-8', { encoding: 'xlsx-or-zip' })).toBe(text)
})

describe("a host's own names", () => {
  it.each(languages)('stay as they are, %s', (_language, messages) => {
    expect(said(messages, 'deletion.unknown-fact', { fact: 'custom.openRepair' })).toContain(
      'custom.openRepair',
    )
    expect(said(messages, 'segment.unknown-value', { found: 'x', expected: ['gold'] })).toContain('gold')
  })

  it('need no words at all', () => {
    const messages = { language: 'en', problems: { 'shop.own': 'Not {fact}, {constructor}.' } }
    const problem = { code: 'shop.own', path: [], params: { fact: 'multipass', constructor: 'name' } }
    expect(explainProblem(problem, messages)).toBe('Not multipass, name.')
    expect(explainProblem(problem, { ...messages, problemWords: {} })).toBe('Not multipass, name.')
  })
})
