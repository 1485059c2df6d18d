import { describe, expect, it } from 'vitest'
import { EXPORT_HEADER, codesOf, fileWith, readAll, readOne } from './read-all.js'

/** Each column of the current export: what stands in a cell, and where it goes. */
const columns = [
  ['Customer ID', "'7000000000001", { id: '7000000000001' }],
  ['First Name', 'Ana', { input: { firstName: 'Ana' } }],
  ['Last Name', 'Silva', { input: { lastName: 'Silva' } }],
  ['Email', 'ana@example.com', { input: { email: 'ana@example.com' } }],
  ['Accepts Email Marketing', 'yes', { input: { emailMarketingConsent: { state: 'SUBSCRIBED' } } }],
  ['Default Address Company', 'Rio Lda', { input: { addresses: [{ company: 'Rio Lda' }] } }],
  ['Default Address Address1', '12 Rua Nova', { input: { addresses: [{ address1: '12 Rua Nova' }] } }],
  ['Default Address Address2', '3 dto', { input: { addresses: [{ address2: '3 dto' }] } }],
  ['Default Address City', 'Porto', { input: { addresses: [{ city: 'Porto' }] } }],
  ['Default Address Province Code', 'AE', { input: { addresses: [{ provinceCode: 'AE' }] } }],
  ['Default Address Country Code', 'PT', { input: { addresses: [{ countryCode: 'PT' }] } }],
  ['Default Address Zip', "'04000-001", { input: { addresses: [{ zip: '04000-001' }] } }],
  ['Default Address Phone', "'+351210000000", { input: { addresses: [{ phone: '+351210000000' }] } }],
  ['Phone', "'+351210000000", { input: { phone: '+351210000000' } }],
  ['Accepts SMS Marketing', 'no', { input: { smsMarketingConsent: { state: 'NOT_SUBSCRIBED' } } }],
  ['Total Spent', '25.00', { totals: { spent: '25.00', orders: null } }],
  ['Total Orders', '1', { totals: { spent: null, orders: '1' } }],
  ['Note', 'Rings\ntwice', { input: { note: 'Rings\ntwice' } }],
  ['Tax Exempt', 'yes', { input: { taxExempt: true } }],
  ['Tags', 'vip, eu', { input: { tags: ['vip', 'eu'] } }],
] as const

const blank = {
  row: 2,
  id: null,
  input: {},
  totals: { spent: null, orders: null },
  unknown: [],
  problems: [],
  warnings: [],
}

describe('the columns of the current export (C-5)', () => {
  it('are the twenty of the format, in its order', () => {
    expect(columns.map(([header]) => header).join(',')).toBe(EXPORT_HEADER)
  })

  it.each(columns)('%s: %j', async (header, cell, expected) => {
    expect(await readOne(fileWith({ [header]: cell }))).toEqual({
      ...blank,
      ...expected,
    })
  })

  it('may stand in any order, and all but Email may be missing', async () => {
    expect(await readOne('Phone,Email\n+351210000000,ana@example.com\n')).toEqual({
      ...blank,
      input: { phone: '+351210000000', email: 'ana@example.com' },
    })
  })

  it('C-5 give null for a blank cell of an address only where blanks clear and others of it say something', async () => {
    const header = 'Email,Default Address City,Default Address Zip\n'
    const [said, blank] = [`${header}a@example.com,Oslo,\n`, `${header}a@example.com,,\n`]
    expect((await readOne(said, { blank: 'clear' })).input.addresses).toEqual([{ city: 'Oslo', zip: null }])
    expect((await readOne(said)).input.addresses).toEqual([{ city: 'Oslo' }])
    expect((await readOne(blank, { blank: 'clear' })).input.addresses).toBeUndefined()
    const legacy = 'Email,Company,Province,Province Code\na@example.com,x,Ontario,\n'
    expect((await readOne(legacy, { blank: 'clear' })).warnings.map(({ code }) => code)).toEqual([
      'csv.code-missing',
    ])
  })

  it('give nothing for a cell that is blank, and lose outer blanks', async () => {
    const row = await readOne('Email,First Name,Last Name\n"\t ana@example.com ",  ,"\u00a0"\n')
    expect(row.input).toEqual({ email: 'ana@example.com' })
  })

  it('read both example rows of the format', async () => {
    const rows = await readAll(
      `${EXPORT_HEADER}\n` +
        `'7000000000001,Ana,Silva,ana@example.com,yes,,12 Rua Nova,,Porto,,PT,4000-001,,'+351210000000,no,25.00,1,,no,"vip, eu"\n` +
        `'7000000000002,,,,no,,,,,,,,,'+16135550100,yes,0.00,0,,yes,\n`,
    )
    expect(rows).toEqual([
      {
        ...blank,
        id: '7000000000001',
        input: {
          firstName: 'Ana',
          lastName: 'Silva',
          email: 'ana@example.com',
          emailMarketingConsent: { state: 'SUBSCRIBED' },
          addresses: [{ address1: '12 Rua Nova', city: 'Porto', countryCode: 'PT', zip: '4000-001' }],
          phone: '+351210000000',
          smsMarketingConsent: { state: 'NOT_SUBSCRIBED' },
          taxExempt: false,
          tags: ['vip', 'eu'],
        },
        totals: { spent: '25.00', orders: '1' },
      },
      {
        ...blank,
        row: 3,
        id: '7000000000002',
        input: {
          emailMarketingConsent: { state: 'NOT_SUBSCRIBED' },
          phone: '+16135550100',
          smsMarketingConsent: { state: 'SUBSCRIBED' },
          taxExempt: true,
        },
        totals: { spent: '0.00', orders: '0' },
      },
    ])
  })
})

describe('the header (C-5)', () => {
  it.each(['sep=;\r\nEmail;Tags\r\na@x.co;vip\r\n', 'SEP=\t\nEmail\tTags\na@x.co\tvip\n'])(
    'may stand behind a line that names what divides the cells: %j',
    async (file) => {
      expect(await readOne(file)).toMatchObject({
        row: 3,
        input: { email: 'a@x.co', tags: ['vip'] },
        warnings: [],
      })
    },
  )

  it.each([
    ['sep=;;\nEmail;Tags\na@x.co;\n', ['csv.header-unknown']],
    ['sep;\nEmail;Tags\na@x.co;\n', ['csv.header-unknown']],
    ['sep=;Email\n;a@x.co\n', []],
  ])('is any other line that begins so: %j', async (file, codes) => {
    expect((await readAll(file)).flatMap(codesOf)).toEqual(codes)
  })
  const expected = EXPORT_HEADER.split(',')
  const refusals = [
    ['an empty file', '', [{ code: 'csv.empty', params: { row: 1 } }]],
    ['a file of a mark alone', '\ufeff', [{ code: 'csv.empty', params: { row: 1 } }]],
    ['a file of blank lines', '\n\r\n  \n', [{ code: 'csv.empty', params: { row: 1 } }]],
    [
      'a file without any known column',
      'Nom,Courriel\nAna,ana@example.com\n',
      [{ code: 'csv.header-unknown', params: { row: 1, expected } }],
    ],
    [
      'a file without a header',
      'Ana,Silva,ana@example.com\n',
      [{ code: 'csv.header-unknown', params: { row: 1, expected } }],
    ],
    [
      'a file without Email',
      'First Name,Phone\nAna,\n',
      [{ code: 'csv.column-missing', params: { row: 1, column: 'Email' } }],
    ],
    [
      'a header in other letters, for headers match letter for letter',
      'First Name,email\nAna,\n',
      [{ code: 'csv.column-missing', params: { row: 1, column: 'Email' } }],
    ],
    [
      'a column twice',
      'Email,Phone,Email\na,b,c\n',
      [{ code: 'csv.column-repeated', params: { row: 1, column: 'Email' } }],
    ],
    [
      'a header of 256 characters',
      `Email,${'x'.repeat(256)}\na,b\n`,
      [{ code: 'csv.header-too-long', params: { row: 1, limit: 255 } }],
    ],
    [
      'all faults at once',
      `Phone,Phone,${'x'.repeat(256)}\na,b,c\n`,
      [
        { code: 'csv.column-missing', params: { row: 1, column: 'Email' } },
        { code: 'csv.column-repeated', params: { row: 1, column: 'Phone' } },
        { code: 'csv.header-too-long', params: { row: 1, limit: 255 } },
      ],
    ],
    ['a stray quote', 'Email,"Phone"s\na,b\n', [{ code: 'csv.stray-quote', params: { row: 1 } }]],
    ['a quote that never ends', 'Email,"Phone\na,b\n', [{ code: 'csv.unclosed-quote', params: { row: 1 } }]],
  ] as const

  it.each(refusals)('refuses %s, once, and reads no rows', async (_name, file, problems) => {
    const rows = await readAll(file)
    expect(rows).toEqual([
      { ...blank, row: 1, problems: problems.map((one) => ({ ...one, path: ['rows', 1] })) },
    ])
  })

  it('may be 255 characters long in a column, may be quoted, and may have blanks around', async () => {
    const row = await readOne(`"Email" , First Name ,${'é'.repeat(255)}\nana@example.com,Ana,\n`)
    expect(row).toEqual({ ...blank, input: { email: 'ana@example.com', firstName: 'Ana' } })
  })

  it('is the first row that is not blank, wherever that stands', async () => {
    expect((await readOne('\n,,\nEmail\nana@example.com\n')).row).toBe(4)
  })

  it('gives nothing when no rows follow', async () => {
    expect(await readAll(`${EXPORT_HEADER}\n`)).toEqual([])
    expect(await readAll(EXPORT_HEADER)).toEqual([])
  })
})

describe('columns that have no home', () => {
  it('are kept on the row and named in the file’s own words, where they say something', async () => {
    const rows = await readAll(
      'Email,Shoe size,Birthday (facts.birth_date)\n' +
        "ana@example.com,no,'1990-01-02\n" +
        'bo@example.com,,\n',
    )
    expect(rows).toEqual([
      {
        ...blank,
        input: { email: 'ana@example.com' },
        unknown: [
          { header: 'Shoe size', text: 'no' },
          { header: 'Birthday (facts.birth_date)', text: "'1990-01-02" },
        ],
        warnings: [
          {
            code: 'csv.columns-unknown',
            path: ['rows', 2],
            params: {
              row: 2,
              columns: ['Shoe size', 'Birthday (facts.birth_date)'],
            },
          },
        ],
      },
      { ...blank, row: 3, input: { email: 'bo@example.com' } },
    ])
  })

  it('are safe under the names of a prototype, and under one name twice', async () => {
    const row = await readOne('Email,__proto__,constructor,toString,x,x\na@example.com,1,2,3,4,5\n')
    expect(row.unknown).toEqual([
      { header: '__proto__', text: '1' },
      { header: 'constructor', text: '2' },
      { header: 'toString', text: '3' },
      { header: 'x', text: '4' },
      { header: 'x', text: '5' },
    ])
    expect(Object.hasOwn(Object.prototype, '1')).toBe(false)
    expect(row.input).toEqual({ email: 'a@example.com' })
  })
})
