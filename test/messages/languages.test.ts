import { explainProblem } from 'clientele'
import { en, type Messages } from 'clientele/messages/en'
import { fi } from 'clientele/messages/fi'
import { nb } from 'clientele/messages/nb'
import { nl } from 'clientele/messages/nl'
import { pl } from 'clientele/messages/pl'
import { explainSegment, parseSegment } from 'clientele/segment'
import { describe, expect, it } from 'vitest'

const quotationMarks = { pl: '„”', nb: '«»', nl: '“”', fi: '””' } as const

const languages = { pl, nb, nl, fi } satisfies Readonly<Record<string, Messages>>

/** Every text of a language by its path, plural messages by their categories. */
function textsOf(node: unknown, path = ''): [path: string, text: string][] {
  if (typeof node === 'string') return [[path, node]]
  return Object.entries(node as object).flatMap(([name, child]) => textsOf(child, `${path}/${name}`))
}

/** The messages that have a text a plural category, by their path. */
function pluralsOf(node: unknown, path = ''): [path: string, plural: Readonly<Record<string, string>>][] {
  if (typeof node === 'string') return []
  const fields = node as Readonly<Record<string, unknown>>
  if (typeof fields['by'] === 'string' && typeof fields['other'] === 'string')
    return [[path, fields as Readonly<Record<string, string>>]]
  return Object.entries(fields).flatMap(([name, child]) => pluralsOf(child, `${path}/${name}`))
}

const placeholdersOf = (text: string): string => [...new Set(text.match(/\{\w+\}/g))].toSorted().join()

/** What is the same word in several languages, is no word at all, or is named as the file or the shop names it. */
const isShort = (text: string): boolean =>
  text
    .replaceAll(/\{\w+\}|[^\p{L}]+/gu, ' ')
    .trim()
    .split(' ').length < 4

const ofEnglish = new Map(textsOf(en))
/** What English counts, another language may word without counting. */
const english = (path: string): string => ofEnglish.get(path) ?? ofEnglish.get(`${path}/other`) ?? ''
const categories = new Set(['zero', 'one', 'two', 'few', 'many'])
const isPluralForm = (path: string): boolean => categories.has(path.slice(path.lastIndexOf('/') + 1))

describe.each(Object.entries(languages))('the texts in %s', (language, messages) => {
  const texts = textsOf(messages)
  const ownMarks = quotationMarks[language as keyof typeof languages]

  it('name their own language', () => {
    expect(messages.language).toBe(language)
  })

  it('use the parameters that the English ones use, and no others', () => {
    const differing = texts
      .filter(([path]) => !isPluralForm(path))
      .filter(([path, text]) => placeholdersOf(text) !== placeholdersOf(english(path)))
    expect(differing).toEqual([])
  })

  it('are translated: no sentence is the English one', () => {
    const same = texts.filter(([path, text]) => ofEnglish.get(path) === text && !isShort(text))
    expect(same).toEqual([])
  })

  it.each(pluralsOf(messages))('%s has a form for every number', (_path, plural) => {
    const rules = new Intl.PluralRules(language)
    const numbers = Array.from({ length: 1001 }, (_, number) => number)
    const wanted = new Set(numbers.map((number) => rules.select(number)))
    expect(Object.keys(plural).filter((name) => name !== 'by')).toEqual(expect.arrayContaining([...wanted]))
  })

  it.each(Object.entries(messages.problems))('%s is a sentence', (_code, message) => {
    const forms = typeof message === 'string' ? [message] : Object.values(message).slice(1)
    for (const text of forms) expect(text).toMatch(/^[\p{Lu}“„«”{].*[.?\]]$/u)
  })

  it('close the brackets and quotation marks that they open', () => {
    const pairs = ['()', '[]', '{}', ownMarks]
    const count = (text: string, mark: string): number => text.split(mark).length
    const open = texts.filter(([, text]) =>
      pairs.some(([opening = '', closing = '']) =>
        opening === closing ? count(text, opening) % 2 === 0 : count(text, opening) !== count(text, closing),
      ),
    )
    expect(open).toEqual([])
  })

  it('quote as their readers do', () => {
    const foreign = Object.values(quotationMarks)
      .join('')
      .replaceAll(new RegExp(`[${ownMarks}]`, 'g'), '')
    expect(texts.filter(([, text]) => [...foreign].some((mark) => text.includes(mark)))).toEqual([])
  })
})

it.each([
  [1, 'Jest tu nieznane pole.'],
  [2, 'Są tu 2 nieznane pola.'],
  [5, 'Jest tu 5 nieznanych pól.'],
  [12, 'Jest tu 12 nieznanych pól.'],
  [22, 'Są tu 22 nieznane pola.'],
])('Polish counts %i in its own forms', (count, text) => {
  expect(explainProblem({ code: 'shape.unknown-field', path: [], params: { count } }, pl)).toBe(text)
})

it.each([
  [en, 'The personal data is kept for 1 day after the last order, and the shop cannot tell when that was.'],
  [
    pl,
    'Dane osobowe są przechowywane przez 1 dzień po ostatnim zamówieniu, a sklep nie wie, kiedy ono było.',
  ],
  [nb, 'Personopplysningene beholdes i 1 dag etter siste bestilling, og butikken vet ikke når den var.'],
  [
    nl,
    'De persoonsgegevens worden tot 1 dag na de laatste bestelling bewaard, en de winkel weet niet wanneer die was.',
  ],
  [fi, 'Henkilötietoja säilytetään 1 päivä viimeisestä tilauksesta, eikä kauppa tiedä, milloin se oli.'],
])('G-2 one day of retention is one day, $language', (messages, text) => {
  expect(
    explainProblem({ code: 'privacy.last-order-unknown', path: [], params: { days: 1 } }, messages),
  ).toBe(text)
})

it.each([
  [en, 'The import has stopped, because more than 1 row was refused.'],
  [pl, 'Import się zatrzymał, bo odrzucono więcej wierszy niż 1.'],
  [nb, 'Importen stoppet, fordi mer enn 1 rad ble avvist.'],
  [nl, 'De import is gestopt, omdat meer dan 1 rij is geweigerd.'],
  [fi, 'Tuonti on pysähtynyt, koska hylättyjä rivejä on enemmän kuin 1.'],
])('C-5 one refused row that was allowed is one row, $language', (messages, text) => {
  expect(explainProblem({ code: 'import.too-many-refused', path: [], params: { limit: 1 } }, messages)).toBe(
    text,
  )
})

it.each([
  ['pl', pl, 'Liczba znaków: 15\u00a0001; dozwolona: najwyżej 12\u00a0000.'],
  ['nb', nb, 'Dette har 15\u00a0001 tegn; høyst 12\u00a0000 er tillatt.'],
  ['nl', nl, 'Er zijn hoogstens 12.000 tekens toegestaan, geen 15.001.'],
  ['fi', fi, 'Merkkejä on 15\u00a0001; niitä saa olla enintään 12\u00a0000.'],
] as const)('numbers are written as readers of %s write them', (_language, messages, text) => {
  const problem = { code: 'text.too-long', path: [], params: { length: 15_001, limit: 12_000 } }
  expect(explainProblem(problem, messages)).toBe(text)
})

it.each([
  [pl, 'ostatnie zamówienie: po dniu: 2 tygodnie temu lub ostatnie zamówienie: przed dniem: 5 miesięcy temu'],
  [
    nb,
    'siste bestilling: senere enn for 2 uker siden eller siste bestilling: tidligere enn for 5 måneder siden',
  ],
  [nl, 'laatste bestelling: later dan 2 weken geleden of laatste bestelling: eerder dan 5 maanden geleden'],
  [
    fi,
    'viimeinen tilaus: myöhemmin kuin 2 viikkoa sitten tai viimeinen tilaus: aiemmin kuin 5 kuukautta sitten',
  ],
])('S-1 a span before today is said as one says it, $language', (messages, text) => {
  const parsed = parseSegment('last_order_date > -2w OR last_order_date < -5m')
  expect(parsed.ok && explainSegment(parsed.value, messages)).toBe(text)
})

it.each([
  [en, 'email subscription: “subscribed”'],
  [pl, 'subskrypcja e-mail: „subskrybent”'],
  [nb, 'e-postabonnement: «abonnent»'],
  [nl, 'e-mailabonnement: “geabonneerd”'],
  [fi, 'sähköpostitilaus: ”tilaaja”'],
])('S-1 a consent is said as on the timeline, $language', (messages, text) => {
  const parsed = parseSegment("email_subscription_status = 'SUBSCRIBED'")
  expect(parsed.ok && explainSegment(parsed.value, messages)).toBe(text)
})
