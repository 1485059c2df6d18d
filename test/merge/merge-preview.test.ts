import { describe, expect, it } from 'vitest'
import type { MergeChoices } from '../../src/merge/merge-wish.js'
import { displayWidth } from '../../src/merge/preview/display-width.js'
import { renderMergePreview, type MergePreviewFormat } from '../../src/merge/preview/render-merge-preview.js'
import { en } from '../../src/messages/en/index.js'
import { fi } from '../../src/messages/fi/index.js'
import { nb } from '../../src/messages/nb/index.js'
import { nl } from '../../src/messages/nl/index.js'
import { pl } from '../../src/messages/pl/index.js'
import { mergeIntoFirst, type Person } from './planned.js'

interface Settings {
  readonly format?: MergePreviewFormat
  readonly choices?: MergeChoices
  readonly relations?: { readonly [kind: string]: 'in-commit' | 'outbox' | 'none' }
}

const preview = (parts: readonly Person[], { format, choices, relations }: Settings = {}): string =>
  renderMergePreview(mergeIntoFirst(parts, choices, { store: { relations: relations ?? {} } }), {
    messages: en,
    format,
  })

/** The cells of the row of one field in a text preview, its later lines too. */
const rowOf = (text: string, field: string): string[][] => {
  const lines = text.split('\n')
  const starts = [...(lines[3] ?? '').matchAll(/-+/g)].map(({ index }) => index)
  const cells = (line: string): string[] =>
    starts.map((start, at) => line.slice(start, starts[at + 1]).trim())
  const from = lines.findIndex((line) => line.startsWith(`${field} `))
  const rest = lines.slice(from + 1)
  const length = rest.findIndex((line) => !line.startsWith(' '))
  return [lines[from] ?? '', ...rest.slice(0, length)].map(cells)
}

const address = {
  id: 'a1',
  firstName: null,
  lastName: 'Nowak',
  company: null,
  address1: 'PSC 3 BOX 1200',
  address2: null,
  city: 'APO',
  provinceCode: 'AE',
  countryCode: 'US',
  zip: '09499',
  phone: null,
}

const pair: readonly Person[] = [
  {
    firstName: 'Anna',
    tags: ['VIP'],
    taxExempt: true,
    account: { type: 'guest', state: 'DISABLED', blocked: true },
  },
  {
    firstName: 'Ania',
    lastName: 'Nowak',
    tags: ['vip', 'eu'],
    addresses: [address],
    billingDetails: [{ ...address, taxId: 'PL123' }],
    metafields: { 'facts.birth_date': '1990-01-01' },
    smsMarketingConsent: { state: 'SUBSCRIBED', source: 'checkout' },
  },
]

describe('the text preview (M-9)', () => {
  const text = (): string => preview(pair, { relations: { orders: 'in-commit', wishlists: 'outbox' } })

  it('says what is merged into what, and why so', () => {
    expect(text().split('\n')[0]).toBe('Merge 2 into 1 (it was chosen)')
  })

  it.each([
    ['Id', ['1', '2: 2', 'from the profile that stays']],
    ['First name', ['Anna', '2: Ania', 'from the profile that stays']],
    ['Last name', ['Nowak', '', 'the profile that stays has none (2)']],
    ['Tags', ['VIP, eu', '2: vip', 'all of them, each once']],
    ['SMS marketing', ['subscribed, checkout', '1: not subscribed', 'a yes in either counts, else a no (2)']],
    ['Account', ['guest, blocked', '2: guest', 'from the profile that stays']],
    ['Price level', ['0', '', 'from the profile that stays']],
    ['Tax exempt', ['yes', '2: no', 'from the profile that stays']],
    ['Metafields', ['facts.birth_date: "1990-01-01"', '', 'the profile that stays comes first (2)']],
    ['Updated', ['2026-06-01T00:00:00.000Z', '1: 2026-01-01T00:00:00.000Z', 'the time of the merge']],
    ['Orders', ['moved with the merge', '', '']],
    ['wishlists', ['moved soon after the merge', '', '']],
  ])('shows of %s what is kept, what is dropped, and why', (field, cells) => {
    expect(rowOf(text(), field)[0]).toEqual([field, ...cells])
  })

  it('shows an address on one line, wrapped', () => {
    expect(rowOf(text(), 'Addresses').map(([, kept]) => kept)).toEqual([
      'a1: Nowak, PSC 3 BOX 1200, APO, AE, US,',
      '09499',
    ])
    expect(rowOf(text(), 'Invoice data').map(([, kept]) => kept)).toEqual([
      'a1: Nowak, PSC 3 BOX 1200, APO, AE, US,',
      '09499, PL123',
    ])
  })

  it('has a title, an empty line, headings, and a rule under them', () => {
    const lines = text().split('\n').slice(0, 4)
    expect(lines[1]).toBe('')
    expect(lines[2]?.split(/ {2,}/)).toEqual(['Field', 'Kept', 'Dropped', 'Why'])
    expect(lines[3]).toMatch(/^-+ {2}-+ {2}-+ {2}-+$/)
  })

  it('leaves out what there is nothing to say of', () => {
    for (const label of ['Email  ', 'Phone', 'Note', 'Tax exemptions', 'Gift cards'])
      expect(text()).not.toContain(label)
  })

  it('names each of several sources, and each that drops something', () => {
    const many = preview([{ tags: ['a'] }, { tags: ['b', 'A'] }, { tags: ['c', 'B'] }])
    expect(rowOf(many, 'Tags')).toEqual([
      ['Tags', 'a, b, c', '2: A', 'all of them, each once'],
      ['', '', '3: B', ''],
    ])
    expect(many).toContain('Merge 2 and 3 into 1')
  })

  it('is aligned by what is seen, in any script', () => {
    const lines = preview([
      { firstName: '日本語', lastName: 'Ng' },
      { firstName: 'Zoe\u0308', lastName: 'O' },
    ]).split('\n')
    const widthBefore = (needle: string): number => {
      const line = lines.find((one) => one.includes(needle)) ?? ''
      return displayWidth(line.slice(0, line.indexOf(needle)))
    }
    expect(widthBefore('2: Zoe\u0308')).toBe(widthBefore('2: O'))
  })

  it('shortens what is very long, and says so', () => {
    const rows = rowOf(preview([{ note: 'word '.repeat(900) }, {}]), 'Note')
    expect(rows).toHaveLength(8)
    expect(rows.at(-1)?.[1]).toBe('…')
  })

  it('shows eight lines in full', () => {
    const note = Array.from({ length: 8 }, (_, at) => `${at}`.repeat(40)).join(' ')
    expect(rowOf(preview([{ note }, {}]), 'Note').at(-1)?.[1]).toBe('7'.repeat(40))
  })

  it('gives a terminal nothing to obey', () => {
    const text = preview([{ note: 'a\u001b[31mb\r\nc\u0000d\u202ee\u2028f', id: '1' }, { id: '2\u0007' }], {
      relations: { ['my\u001brows']: 'in-commit' },
    })
    expect(text).toContain('a [31mb c d e f')
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e\u2028]/)
  })
})

describe('the markdown preview', () => {
  const markdown = (): string =>
    preview(
      [
        { firstName: 'a|b\\', note: '<b>*x*</b>' },
        { firstName: '[y](http://z)', tags: ['`t`'] },
      ],
      { format: 'markdown' },
    )

  it('begins with what is merged into what, in bold, an empty line, and the headings', () => {
    expect(markdown().split('\n').slice(0, 4)).toEqual([
      '**Merge 2 into 1 \\(it was chosen\\)**',
      '',
      '| Field | Kept | Dropped | Why |',
      '| --- | --- | --- | --- |',
    ])
  })

  it('is a table of four columns', () => {
    const rows = markdown()
      .split('\n')
      .filter((line) => line.startsWith('|'))
    expect(rows[1]).toBe('| --- | --- | --- | --- |')
    for (const row of rows) expect(row.split('|')).toHaveLength(6)
  })

  it('reads nothing of the data as markup', () => {
    expect(markdown()).toContain('| First name | a&#124;b&#92; | 2\\: \\[y\\]\\(http\\:\\/\\/z\\) |')
    expect(markdown()).toContain('\\<b\\>\\*x\\*\\<\\/b\\>')
    expect(markdown()).toContain('\\`t\\`')
  })

  it('has a line for each record that drops something', () => {
    const many = preview([{ firstName: 'a' }, { firstName: 'b' }, { firstName: 'c' }], { format: 'markdown' })
    expect(many).toContain('| 2\\: b<br>3\\: c |')
  })
})

describe('the html preview', () => {
  it('marks what is kept and what is dropped, and escapes all of it', () => {
    const html = preview([{ firstName: `<img src=x onerror="a('&')">` }, { firstName: 'b' }], {
      format: 'html',
    })
    expect(html).toContain(
      '<tr><th scope="row">First name</th>' +
        '<td class="kept" dir="auto">&lt;img src=x onerror=&quot;a(&#39;&amp;&#39;)&quot;&gt;</td>' +
        '<td class="dropped" dir="auto"><del>2: b</del></td>' +
        '<td class="why">from the profile that stays</td></tr>',
    )
  })

  it('marks nothing as dropped where nothing is', () => {
    const html = preview([{ firstName: 'a' }, {}], { format: 'html' })
    expect(html).toContain('<td class="kept" dir="auto">a</td><td class="dropped" dir="auto"></td>')
  })

  it('is one table, with a line for each record that drops something', () => {
    const html = preview([{ firstName: 'a' }, { firstName: 'b' }, { firstName: 'c' }], { format: 'html' })
    const lines = html.split('\n')
    expect(lines.slice(3, 4)).toEqual(['<tbody>'])
    expect(lines.slice(-3)).toEqual(['</tbody>', '</table>', ''])
    expect(html).toContain('<del>2: b<br>3: c</del>')
  })

  it('has a caption, headings and a language', () => {
    const html = preview([{}, {}], { format: 'html' })
    expect(html).toContain(
      '<table class="merge-preview" lang="en">\n<caption>Merge 2 into 1 (it was chosen)</caption>',
    )
    expect(html).toContain('<th scope="col">Field</th><th scope="col">Kept</th>')
  })
})

describe('the words of values', () => {
  const people: readonly Person[] = [
    {
      account: { type: 'account', state: 'ENABLED', blocked: false },
      emailMarketingConsent: { state: 'SUBSCRIBED', optInLevel: 'CONFIRMED_OPT_IN' },
    },
    { account: { type: 'account', state: 'DECLINED', blocked: true } },
  ]
  const plan = mergeIntoFirst(people)

  it.each([
    [en, 'account, enabled', 'account, invitation declined, blocked', 'subscribed, confirmed opt-in'],
    [pl, 'konto, włączone', 'konto, zaproszenie odrzucone, zablokowane', 'subskrybent, zgoda potwierdzona'],
    [nb, 'konto, slått på', 'konto, invitasjonen avslått, sperret', 'abonnent, bekreftet samtykke'],
    [
      nl,
      'account, ingeschakeld',
      'account, uitnodiging afgewezen, geblokkeerd',
      'geabonneerd, bevestigde opt-in',
    ],
    [fi, 'tili, käytössä', 'tili, kutsu hylätty, estetty', 'tilaaja, vahvistettu suostumus'],
  ])('M-9 are those of the reader: $language', (messages, kept, dropped, consent) => {
    const html = renderMergePreview(plan, { messages, format: 'html' })
    for (const told of [kept, `2: ${dropped}`, consent]) expect(html).toContain(told)
    expect(html).not.toMatch(/[A-Z]{6}/)
  })
})

describe('every format', () => {
  it.each(['text', 'markdown', 'html'] as const)('%s ends with a newline', (format) => {
    expect(preview(pair, { format }).endsWith('\n')).toBe(true)
  })

  it('is text where nothing else is said', () => {
    expect(preview(pair)).toBe(preview(pair, { format: 'text' }))
  })
})
