import { describe, expect, it } from 'vitest'
import { writeCustomerCsv, type CsvWriteOptions } from 'clientele/csv'
import { buildRecord } from 'clientele/testing'
import { EXPORT_HEADER, readOne } from './read-all.js'

type Overrides = Parameters<typeof buildRecord>[0]

async function lineOf(overrides: Overrides, options?: CsvWriteOptions): Promise<string> {
  let file = ''
  for await (const piece of writeCustomerCsv([buildRecord(overrides)], options)) file += piece
  return file
}

/** The inputs of the attack lists: signs, full width, blanks in front, a second line, separators and quotes. */
const attacks = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '\0=1+1',
  '＝1+1',
  '＋1+1',
  '－1+1',
  '＠SUM(A1)',
  ' =1+1',
  '\u00a0=1+1',
  '\u200b=1+1',
  '\ufeff=1+1',
  'x\n=1+1',
  'x\r\n@SUM(A1)',
  '",=1+1',
  '=HYPERLINK("http://x";"y")',
  "'=1+1",
  "''=1+1",
  "=cmd|' /C calc'!A0",
] as const

describe('L-5: spreadsheet formulas', () => {
  it.each(attacks)('%j is neutralised in every column of words, and read back', async (text) => {
    const customer = { firstName: text, lastName: text, note: text, tags: [text.replaceAll(',', '').trim()] }
    const file = await lineOf({ customer: { ...customer, email: 'a@example.com' } })
    const cells = [...file.slice(file.indexOf('\n') + 1).matchAll(/(?:^|,)("(?:[^"]|"")*"|[^,]*)/g)].map(
      ([, cell]) => cell,
    )
    for (const cell of cells)
      for (const line of (cell ?? '').replace(/^"/, '').split(/[\r\n]/))
        expect(line).not.toMatch(/^[\s\u200b\ufeff\0]*[=+@＝＋－＠-]/u)
    const { input } = await readOne(file)
    expect([input.firstName, input.lastName, input.note].map((read) => read?.trim())).toEqual(
      Array.from({ length: 3 }, () => text.trim()),
    )
    expect(input.tags).toEqual(customer.tags)
  })

  it('are left as they are for machines', async () => {
    expect(
      await lineOf({ customer: { note: '=1+1', email: 'a@example.com' } }, { profile: 'raw' }),
    ).toContain(',=1+1,')
  })

  it('phones, ids and zips have exactly one apostrophe in front, amounts none', async () => {
    const home = {
      id: 'a1',
      firstName: null,
      lastName: null,
      company: null,
      address1: '1 Way',
      address2: null,
      city: 'Oslo',
      provinceCode: null,
      countryCode: 'NO',
      zip: '0150',
      phone: '+4790000000',
    }
    const file = await lineOf({
      customer: {
        id: '7000000000001',
        email: 'a@example.com',
        phone: '+12125550123',
        addresses: [home],
        defaultAddressId: 'a1',
      },
      statistics: { amountSpent: { minor: -500, currency: 'EUR' }, numberOfOrders: 2 },
    })
    expect(file.startsWith(`${EXPORT_HEADER}\r\n'7000000000001,`)).toBe(true)
    for (const cell of [",'0150,", ",'+4790000000,", ",'+12125550123,", ',-5.00,2,'])
      expect(file).toContain(cell)
    const row = await readOne(file)
    expect([row.id, row.input.phone, row.totals]).toEqual([
      '7000000000001',
      '+12125550123',
      { spent: '-5.00', orders: '2' },
    ])
  })
})

describe('L-5: columns', () => {
  it('metafields have columns headed as the large platform does, guarded too', async () => {
    const file = await lineOf(
      {
        customer: {
          email: 'a@example.com',
          metafields: { 'facts.birth_date': '1990-01-02', 'a.b': { c: 1 } },
        },
      },
      {
        metafields: { 'facts.birth_date': '=Birthday', 'a.b': 'B', 'a.none': 'N', 'marketing.whatsapp': 'W' },
      },
    )
    const [header, line] = file.split('\r\n')
    expect(header).toMatch(
      /,'=Birthday \(customer\.metafields\.facts\.birth_date\),B \(customer\.metafields\.a\.b\),N \(customer\.metafields\.a\.none\),Accepts WhatsApp Marketing$/,
    )
    expect(line).toMatch(/,'1990-01-02,"\{""c"":1\}",,$/)
  })

  it('the second platform’s hold type, activity, source, price level and invoice data (C-7 to C-10, E-5)', async () => {
    const details = {
      id: 'b1',
      firstName: null,
      lastName: null,
      company: 'Rio',
      address1: '1 Way',
      address2: null,
      city: 'Oslo',
      provinceCode: null,
      countryCode: 'NO',
      zip: '0150',
      phone: null,
      taxId: 'NO 974 760 673 MVA',
    }
    const customer = {
      email: 'a@example.com',
      account: { type: 'account', state: 'ENABLED', blocked: true } as const,
      source: 'www',
      priceLevel: 4,
      billingDetails: [details],
      defaultBillingDetailsId: 'b1',
    }
    const { input } = await readOne(await lineOf({ customer }, { format: 'shopelo' }))
    expect(input).toMatchObject({
      account: { type: 'account', blocked: true },
      source: 'www',
      priceLevel: 4,
      billingDetails: [{ company: 'Rio', zip: '0150', taxId: 'NO 974 760 673 MVA' }],
    })
  })

  it('what is missing is blank', async () => {
    const file = await lineOf(
      {
        customer: {
          id: '1',
          email: 'a@example.com',
          phone: null,
          tags: [],
          addresses: [],
          defaultAddressId: null,
        },
        statistics: { amountSpent: null },
      },
      { format: 'shopify-legacy' },
    )
    expect(file.split('\r\n')[1]).toMatch(/,a@example\.com,,,,,,,,,,,no,,0,,,no$/)
  })
})
