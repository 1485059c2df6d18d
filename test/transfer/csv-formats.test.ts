import { describe, expect, it } from 'vitest'
import {
  csvFormats,
  csvSample,
  csvTemplate,
  type CsvFormatName,
  type CsvReadOptions,
  type CustomerRow,
  type ImportOptions,
  type RowInput,
} from 'clientele/csv'
import { endsOf, planned, rowsOf } from './import-case.js'
import { codesOf, readAll, readOne } from './read-all.js'

const email = 'ana@example.com'

describe('C-5: the formats, recognised from the header', () => {
  const files: readonly (readonly [
    name: string,
    file: string,
    format: CsvFormatName | undefined,
    input: object,
  ])[] = [
    [
      'the import template',
      `First Name,Last Name,Email,Accepts Email Marketing,Default Address City,Default Address Country Code,Phone\nAna,Silva,${email},yes,Porto,PT,'+351210000000\n`,
      undefined,
      {
        firstName: 'Ana',
        lastName: 'Silva',
        email,
        emailMarketingConsent: { state: 'SUBSCRIBED' },
        addresses: [{ city: 'Porto', countryCode: 'PT' }],
        phone: '+351210000000',
      },
    ],
    [
      'the legacy header',
      `First Name,Email,Company,Address1,City,Province,Province Code,Country,Country Code,Zip,Phone,Accepts Marketing\nAna,${email},Rio,1 Way,Toronto,Ontario,ON,Canada,CA,K1A 0B1,+16135550100,yes\n`,
      'shopify-legacy',
      {
        firstName: 'Ana',
        email,
        addresses: [
          {
            company: 'Rio',
            address1: '1 Way',
            city: 'Toronto',
            provinceCode: 'ON',
            countryCode: 'CA',
            zip: 'K1A 0B1',
          },
        ],
        phone: '+16135550100',
        emailMarketingConsent: { state: 'SUBSCRIBED' },
      },
    ],
    [
      'the legacy header with a consent for each channel',
      `Email,Company,Accepts Email Marketing,Accepts SMS Marketing\n${email},Rio,yes,no\n`,
      'shopify-legacy',
      {
        email,
        addresses: [{ company: 'Rio' }],
        emailMarketingConsent: { state: 'SUBSCRIBED' },
        smsMarketingConsent: { state: 'NOT_SUBSCRIBED' },
      },
    ],
    [
      'the header with lower-case second words',
      `First name,Last name,Email,Province code\nAna,Silva,${email},ON\n`,
      'shopify-transporter',
      { firstName: 'Ana', lastName: 'Silva', email, addresses: [{ provinceCode: 'ON' }] },
    ],
    [
      'the second platform (C-7 to C-10, E-5, E-6)',
      `email,type,active,source,price_level,newsletter,city,invoice_company,invoice_tax_id\n${email},account,no,www,3,yes,Gdynia,Rio,PL5260250274\n`,
      'shopelo',
      {
        email,
        account: { type: 'account', blocked: true },
        source: 'www',
        priceLevel: 3,
        emailMarketingConsent: { state: 'SUBSCRIBED' },
        addresses: [{ city: 'Gdynia' }],
        billingDetails: [{ company: 'Rio', taxId: 'PL5260250274' }],
      },
    ],
  ]

  it.each(files)('%s', async (_name, file, format, input) => {
    const row = await readOne(file)
    expect([row.format, row.input, row.problems, row.warnings]).toEqual([format, input, [], []])
  })

  it('C-5 asks for an email in every row of the second platform, and in no other', async () => {
    expect(codesOf(await readOne('email,first_name\n,Ana\n'))).toEqual(['csv.email-missing'])
    expect(codesOf(await readOne('Email,First Name\n,Ana\n'))).toEqual([])
    expect(codesOf(await readOne('email,price_level\n,x\n'))).toEqual(['csv.not-a-whole-number'])
  })

  it.each([
    ['type', 'vip', 'csv.value-unknown'],
    ['type', 'constructor', 'csv.value-unknown'],
    ['active', 'maybe', 'csv.not-yes-or-no'],
    ['price_level', '1.5', 'csv.not-a-whole-number'],
    ['price_level', '-1', 'csv.not-a-whole-number'],
  ])('refuses %s %j', async (column, cell, code) => {
    const [found] = (await readOne(`email,${column}\n${email},${cell}\n`)).problems
    expect([found?.code, found?.params?.['column']]).toEqual([code, column])
  })

  it.each([
    ['Province', 'Province Code'],
    ['Country', 'Country Code'],
  ])('does not guess at a %s without its code, and says so', async (column, code) => {
    const blank = await readOne(`Email,City,${column},${code}\n${email},Oslo,Words,\n`)
    expect(blank.warnings).toMatchObject([{ code: 'csv.code-missing', params: { row: 2, column } }])
    const both = await readOne(`Email,City,${column},${code}\n${email},Oslo,Words,NO\n`)
    expect(both.warnings).toEqual([])
  })

  it('takes the format that is asked for', async () => {
    const row = await readOne(`Email,Phone,Company\n${email},1,Rio\n`, { format: 'shopify' })
    expect(row.unknown).toEqual([{ header: 'Company', text: 'Rio' }])
    const rows = await readAll('x\n1\n', { format: 'shopelo' })
    expect(rows[0]?.problems[0]?.params?.['expected']).toContain('invoice_tax_id')
    expect((await readAll('', { format: 'shopelo' }))[0]?.problems).toMatchObject([{ code: 'csv.empty' }])
  })
})

describe('columns of the host and the file', () => {
  it('WhatsApp and metafield columns are metafields', async () => {
    const { input } = await readOne(
      `Email,Accepts WhatsApp Marketing,Birthday (customer.metafields.facts.birth_date)\n${email},yes,'1990-01-02\n`,
    )
    expect(input.metafields).toEqual({ 'marketing.whatsapp': 'yes', 'facts.birth_date': '1990-01-02' })
  })

  it.each(['(customer.metafields.x)', '(customer.metafields.a b.c)', '(customer.metafields.)'])(
    'a metafield whose name cannot be kept is an unknown column: %s',
    async (name) => {
      expect((await readOne(`Email,L ${name}\n${email},1\n`)).unknown).toHaveLength(1)
    },
  )

  it('are mapped by the host, or left out', async () => {
    const row = await readOne(`Courriel,Nom,Ville,Taille,Rien\n${email},Silva,Porto,42,x\n`, {
      columns: {
        Courriel: 'email',
        Nom: 'lastName',
        Ville: 'address.city',
        Taille: 'metafields.body.size',
        Rien: null,
      },
    })
    expect(row.input).toEqual({
      email,
      lastName: 'Silva',
      addresses: [{ city: 'Porto' }],
      metafields: { 'body.size': '42' },
    })
    expect([row.unknown, row.warnings]).toEqual([[], []])
    expect(row.headers).toEqual({
      email: 'Courriel',
      lastName: 'Nom',
      'address.city': 'Ville',
      'metafields.body.size': 'Taille',
    })
  })

  it('go before those of the format', async () => {
    const row = await readOne(`Email,Note,Phone\n${email},Ana,1\n`, { columns: { Note: 'firstName' } })
    expect(row.input).toEqual({ email, firstName: 'Ana', phone: '1' })
  })

  it('that go to one place twice are refused', async () => {
    const rows = await readAll(`Email,Note,N\n${email},a,b\n`, { columns: { N: 'note' } })
    expect(rows[0]?.problems).toEqual([
      { code: 'csv.column-repeated', path: ['rows', 1], params: { row: 1, column: 'N' } },
    ])
  })

  it('are kept as metafields when the host wants it, each under a name of its own', async () => {
    const row = await readOne(
      `Email,Shoe size,shoe-SIZE?,Shoe SIZE,__proto__,身長,\n${email},1,2,3,4,5,6\n`,
      {
        keepUnknownAs: 'import',
      },
    )
    expect(row.input.metafields).toEqual({
      'import.shoe_size': '1',
      'import.shoe-size_': '2',
      'import.shoe_size_2': '3',
      'import.__proto__': '4',
      'import._': '5',
    })
    expect(row.unknown).toEqual([{ header: '', text: '6' }])
  })

  it.each([
    'Password',
    'password_hash',
    'pass word',
    'PassPhrase',
    'pwd',
    'Hasło',
    'passord',
    'Wachtwoord',
    'salasana',
    'Passwort',
    'lösenord',
  ])('C-5 are never kept where they are passwords: %s', async (header) => {
    const { input, warnings } = await readOne(`Email,${header},Passport\na@x.co,secret,123\n`, {
      keepUnknownAs: 'import',
    })
    expect(input.metafields).toEqual({ 'import.passport': '123' })
    expect(warnings).toMatchObject([{ code: 'csv.columns-unknown', params: { columns: [header] } }])
  })

  it('are kept under a namespace that can be one', async () => {
    await expect(readOne('Email\na@x.co\n', { keepUnknownAs: 'a b' })).rejects.toThrow(TypeError)
  })

  it('do not take the name of a metafield that the file has', async () => {
    const file = `Email,M (customer.metafields.import.size),Size\n${email},1,2\n`
    const { input } = await readOne(file, { keepUnknownAs: 'import' })
    expect(input.metafields).toEqual({ 'import.size': '1', 'import.size_2': '2' })
  })

  it('blank cells of words are null where they are to clear, and nothing else is', async () => {
    const header =
      'Email,Phone,First Name,Last Name,Note,Tags,Tax Exempt,Default Address City,x,M (customer.metafields.a.b)'
    const row = await readOne(`${header}\n${email},,,,,,,,,\n`, { blank: 'clear' })
    expect(row.input).toEqual({
      email,
      firstName: null,
      lastName: null,
      note: null,
      tags: null,
      metafields: { 'a.b': null },
    })
  })
})

describe('C-5: templates and samples', () => {
  const names = Object.keys(csvFormats) as CsvFormatName[]

  it.each(names)('%s: the template is its header', (name) => {
    expect(csvTemplate(name)).toBe(`${Object.keys(csvFormats[name].columns).join(',')}\r\n`)
  })

  it.each(names)('%s: the sample is read without a problem', async (name) => {
    const rows = await readAll(csvSample(name))
    expect(rows.map(({ problems, unknown, input }) => [problems, unknown, input.email])).toEqual([
      [[], [], 'jane.doe@example.com'],
      [[], [], 'john.doe@example.com'],
    ])
    expect(endsOf(planned(rows))).toEqual([['created'], ['created']])
  })

  it('the sample shows a person with a phone, and an account with an address, invoice data and a source', async () => {
    const place = {
      company: 'Example Ltd',
      address1: '12 Example Street',
      city: 'Ottawa',
      provinceCode: 'ON',
      countryCode: 'CA',
      zip: 'K1A 0B1',
    }
    const no = { state: 'NOT_SUBSCRIBED' }
    const both = { emailMarketingConsent: no, priceLevel: 0 }
    const jane = { firstName: 'Jane', lastName: 'Doe', email: 'jane.doe@example.com', phone: '+16135550100' }
    const john = { firstName: 'John', lastName: 'Doe', email: 'john.doe@example.com', addresses: [place] }
    expect((await readAll(csvSample('shopelo'))).map(({ input }) => input)).toEqual([
      { ...jane, ...both, tags: ['sample', 'vip'], account: { type: 'guest', blocked: false } },
      {
        ...john,
        ...both,
        tags: ['sample'],
        source: 'www',
        billingDetails: [place],
        account: { type: 'account', blocked: false },
      },
    ])
    expect((await readAll(csvSample('shopify'))).map(({ id }) => id)).toEqual(['1', '2'])
    expect((await readAll(csvSample('shopelo'))).map(({ format }) => format)).toEqual(['shopelo', 'shopelo'])
  })
})

describe('where a problem is', () => {
  it.each([
    ['type', 'vip', ['account', 'type']],
    ['active', 'maybe', ['account', 'blocked']],
    ['price_level', 'x', ['priceLevel']],
  ])('in a file of the second platform: %s', async (column, cell, path) => {
    const [found] = (await readOne(`email,${column}\n${email},${cell}\n`)).problems
    expect(found?.path).toEqual(['rows', 2, ...path])
  })

  it.each<[RowInput, string[], (string | number)[]]>([
    [{ billingDetails: [{ city: 'x'.repeat(300) }] }, ['billing.city'], ['billingDetails', 0, 'city']],
    [{ addresses: [{ city: 'x'.repeat(300) }] }, ['Default Address City'], ['addresses', 0, 'city']],
  ])('of a customer with the column of the file, if it has one: %#', (input, columns, path) => {
    const headers = { 'billing.city': 'billing.city' } as const
    const [row] = rowsOf({ email, ...input })
    const [end] = planned([{ ...(row as CustomerRow), headers }]).rows
    expect(end?.problems.map((one) => one.path)).toEqual([['rows', 2, ...path]])
    expect(end?.problems.flatMap(({ params }) => params?.['column'] ?? [])).toEqual(columns)
  })
})

describe('a word of the caller that is none of ours', () => {
  const file = 'Email,x\na@x.co,1\n'
  it.each([
    ['format', { format: 'excel' }],
    ['format', { format: 'toString' }],
    ['column', { columns: { x: 'telephone' } }],
    ['column', { columns: { x: 'constructor' } }],
  ])('is a mistake of the program: %s %j', async (word, options) => {
    await expect(readOne(file, options as CsvReadOptions)).rejects.toThrow(
      new RegExp(`^clientele: a ${word}`),
    )
  })

  it('also where a file is written', () => {
    expect(() => csvTemplate('excel' as CsvFormatName)).toThrow('clientele: a format')
  })

  it('also where people are matched', () => {
    const options = { match: 'name' } as unknown as ImportOptions
    expect(() => planned(rowsOf({ email: 'a@x.co' }), { options })).toThrow('clientele: people are matched')
  })
})
