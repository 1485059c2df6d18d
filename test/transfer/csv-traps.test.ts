import { describe, expect, it } from 'vitest'
import { codesOf, EXPORT_HEADER, fileWith, readAll, readOne } from './read-all.js'

describe('the apostrophe in front of a cell (spec of the file, pitfall 1)', () => {
  const cases = [
    ['Customer ID', "'7000000000001", 'id', '7000000000001'],
    ['Customer ID', "''7000000000001", 'id', "'7000000000001"],
    ['Customer ID', "' 7000000000001", 'id', '7000000000001'],
    ['Phone', "'+351210000000", 'phone', '+351210000000'],
    ['Phone', "'0210000000", 'phone', '0210000000'],
    ['Total Spent', "'-5.00", 'spent', '-5.00'],
    ['Default Address Zip', "'01234", 'zip', '01234'],
    ['Default Address Phone', "''+48", 'addressPhone', "'+48"],
    ['Last Name', "'t Hart", 'lastName', "'t Hart"],
    ['Default Address City', "'s-Gravenhage", 'city', "'s-Gravenhage"],
    ['First Name', "'=SUM(A1)", 'firstName', '=SUM(A1)'],
    ['First Name', "''=SUM(A1)", 'firstName', "'=SUM(A1)"],
    ['Note', "'-5 points", 'note', '-5 points'],
    ['Note', "'@home", 'note', '@home'],
    ['Note', "'+1 guest", 'note', '+1 guest'],
    ['Note', "'\tx", 'note', '\tx'],
    ['Note', "'＝x", 'note', '＝x'],
    ['Note', "'90s fan", 'note', "'90s fan"],
    ['Note', "it's -5", 'note', "it's -5"],
    ['Tags', "'-sale, vip", 'tags', ['-sale', 'vip']],
    ['Tags', "'tis", 'tags', ["'tis"]],
  ] as const

  it.each(cases)('%s: %j', async (header, cell, field, expected) => {
    const { id, input, totals } = await readOne(fileWith({ [header]: cell }))
    const [address] = input.addresses ?? [{}]
    const found = {
      ...input,
      id,
      spent: totals.spent,
      city: address?.city,
      zip: address?.zip,
      addressPhone: address?.phone,
    }
    expect(found[field]).toEqual(expected)
  })
})

describe('what a spreadsheet makes of long numbers (pitfall 2)', () => {
  const spoilt = ['7.00E+12', '7E+12', '4,86E+10', '4.86012E+010', '-1e5', '1E5']
  const columns = [
    ['Customer ID', ['id']],
    ['Phone', ['phone']],
    ['Default Address Phone', ['addresses', 0, 'phone']],
    ['Default Address Zip', ['addresses', 0, 'zip']],
  ] as const

  it.each(columns.flatMap(([column, path]) => spoilt.map((cell) => [column, cell, path] as const)))(
    'refuses %s %j, with a hint',
    async (column, cell, path) => {
      expect((await readOne(fileWith({ [column]: cell }))).problems).toEqual([
        {
          code: 'csv.scientific-notation',
          path: ['rows', 2, ...path],
          params: { row: 2, column, ask: 'column-as-text' },
        },
      ])
    },
  )

  it.each(columns)('lets %s be behind a guard: an id may be of hexadecimal digits', async (column) => {
    expect((await readOne(fileWith({ [column]: "'5834e672" }))).problems).toEqual([])
  })

  it.each(['E5', '12E', '1.5', '+48601234567', 'ext 4E+5 x'])(
    'lets %j be judged as a number',
    async (cell) => {
      expect((await readOne(fileWith({ Phone: cell }))).problems).toEqual([])
    },
  )

  it.each(['SW1E 5JL', 'E1 6AN', '12-345', 'D02 E272', '01234'])('lets the zip %j be', async (zip) => {
    expect((await readOne(fileWith({ 'Default Address Zip': zip }))).problems).toEqual([])
  })

  it('lets notes and tags be', async () => {
    const cells = { Note: '1E5', Tags: '1E5' }
    expect((await readOne(fileWith(cells))).problems).toEqual([])
  })

  it('keeps a phone that has lost its plus or its zero as the file has it (pitfall 3)', async () => {
    expect((await readOne(fileWith({ Phone: '48601234567' }))).input.phone).toBe('48601234567')
  })
})

describe('yes and no', () => {
  const columns = [
    ['Accepts Email Marketing', ['emailMarketingConsent']],
    ['Accepts SMS Marketing', ['smsMarketingConsent']],
    ['Tax Exempt', ['taxExempt']],
  ] as const

  it.each(columns)('%s may be in any case', async (column, [field]) => {
    const yes = (await readOne(fileWith({ [column]: ' YES ' }))).input[field]
    const no = (await readOne(fileWith({ [column]: 'No' }))).input[field]
    expect([yes, no]).toEqual(
      field === 'taxExempt' ? [true, false] : [{ state: 'SUBSCRIBED' }, { state: 'NOT_SUBSCRIBED' }],
    )
  })

  it.each(
    columns.flatMap(([column, path]) =>
      ['true', '1', 'ja', 'yes.', 'n'].map((cell) => [column, cell, path] as const),
    ),
  )('%s refuses %j', async (column, cell, path) => {
    expect((await readOne(fileWith({ [column]: cell }))).problems).toEqual([
      {
        code: 'csv.not-yes-or-no',
        path: ['rows', 2, ...path],
        params: { row: 2, column, expected: ['yes', 'no'] },
      },
    ])
  })

  it('finds all bad cells of a row at once', async () => {
    const row = await readOne(
      fileWith({ 'Customer ID': '7E+12', 'Accepts Email Marketing': '?', 'Tax Exempt': '!' }),
    )
    expect(codesOf(row)).toEqual(['csv.scientific-notation', 'csv.not-yes-or-no', 'csv.not-yes-or-no'])
  })
})

describe('the number of cells', () => {
  it('refuses a row that is cut short', async () => {
    expect((await readOne('Email,Phone,Note\nana@example.com,\n')).problems).toEqual([
      { code: 'csv.too-few-columns', path: ['rows', 2], params: { row: 2, expected: 3, found: 2 } },
    ])
  })

  it('refuses a row with more than the header has, and gives nothing of it', async () => {
    const row = await readOne('Email,Phone\nana@example.com,,x\n')
    expect(row.input).toEqual({})
    expect(row.problems).toEqual([
      { code: 'csv.too-many-columns', path: ['rows', 2], params: { row: 2, expected: 2, found: 3 } },
    ])
  })

  it('refuses a blank cell beyond the last column: an unquoted comma has shifted the row', async () => {
    const { input, problems } = await readOne(
      'Email,Default Address Address1,Tags\nana@example.com,Castle Street, Flat 3,\n',
    )
    expect(input).toEqual({})
    expect(problems.map(({ code }) => code)).toEqual(['csv.too-many-columns'])
  })
})

describe('row numbers are those of a spreadsheet', () => {
  it('counts empty lines, which are no rows', async () => {
    const rows = await readAll('Email\n\na@example.com\n\r\n\nb@example.com\n\n')
    expect(rows.map(({ row }) => row)).toEqual([3, 6])
  })

  it.each([',', ' , ', '"",""', ',,', ' ', '\t'])('loses no line of blank cells: %j', async (line) => {
    const rows = await readAll(`\n,,\nEmail,Note\na@example.com,\n${line}\nb@example.com,\n`)
    expect(rows.map(({ row, input, problems }) => [row, input.email, problems])).toEqual([
      [4, 'a@example.com', []],
      [5, undefined, [{ code: 'csv.blank-row', path: ['rows', 5], params: { row: 5 } }]],
      [6, 'b@example.com', []],
    ])
  })

  it('counts a row with lines in a cell once (pitfall 7)', async () => {
    const rows = await readAll('Email,Note\na@example.com,"1\r\n2\n3"\nb@example.com,\n')
    expect(rows.map(({ row, input }) => [row, input.note])).toEqual([
      [2, '1\r\n2\n3'],
      [3, undefined],
    ])
  })
})

describe('how a file is written', () => {
  const files = [
    ['LF', 'Email,Note\na@example.com,x\nb@example.com,\n'],
    ['CRLF', 'Email,Note\r\na@example.com,x\r\nb@example.com,\r\n'],
    ['CR', 'Email,Note\ra@example.com,x\rb@example.com,\r'],
    ['mixed ends', 'Email,Note\r\na@example.com,x\nb@example.com,\r\n'],
    ['no end', 'Email,Note\na@example.com,x\nb@example.com,'],
    ['no end but a return', 'Email,Note\r\na@example.com,x\r\nb@example.com,\r'],
    ['a byte order mark', '\ufeffEmail,Note\na@example.com,x\nb@example.com,\n'],
    ['a byte order mark before a quote', '\ufeff"Email",Note\na@example.com,x\nb@example.com,\n'],
    ['two byte order marks', '\ufeff\ufeff"Email",Note\na@example.com,x\nb@example.com,\n'],
    ['semicolons', 'Email;Note\na@example.com;x\nb@example.com;\n'],
    ['tabs', 'Email\tNote\na@example.com\tx\nb@example.com\t\n'],
    ['quotes', '"Email","Note"\r\n"a@example.com","x"\r\n"b@example.com",""\r\n'],
    ['quotes, and none at the end', 'Email,Note\na@example.com,"x"\nb@example.com,""'],
    ['blanks behind quotes', 'Email,Note\n"a@example.com"  ,"x" \n"b@example.com"\t,""  '],
    ['blanks behind quotes, and tabs', '"Email" \tNote\n"a@example.com"\t"x" \n"b@example.com"\t'],
  ] as const

  it.each(files)('%s', async (_name, file) => {
    const rows = await readAll(file)
    expect(rows.map(({ row, input, problems }) => [row, input.email, input.note, problems])).toEqual([
      [2, 'a@example.com', 'x', []],
      [3, 'b@example.com', undefined, []],
    ])
  })

  // what a metafield is called, its owner says
  const labels = ['a, b, c', 'a; b; c', 'a\tb\tc', 'a\rb', 'a\nb', 'a "b, c, d"', ',', '"']
  it.each(labels.flatMap((label) => [',', ';', '\t'].map((delimiter) => [delimiter, label] as const)))(
    'tells %j by what stands outside of quotes: %j',
    async (delimiter, label) => {
      const header = `"${label.replaceAll('"', '""')} (customer.metafields.a.b)"`
      for (const file of [
        `Email${delimiter}${header}\na@example.com${delimiter}x\n`,
        `${header}${delimiter}"Email"\nx${delimiter}a@example.com\n`,
      ])
        expect((await readOne(file)).input).toMatchObject({
          email: 'a@example.com',
          metafields: { 'a.b': 'x' },
        })
    },
  )

  it('keeps delimiters, quotes and lines that stand in quotes', async () => {
    expect((await readOne('Email;Note\na@example.com;"a;b,c\t""d"" \r e"\n')).input.note).toBe(
      'a;b,c\t"d" \r e',
    )
  })

  it('keeps a quote inside a cell that does not begin with one', async () => {
    expect((await readOne('Email,Note\na@example.com,5" pipe\n')).input.note).toBe('5" pipe')
  })
})

describe('quotes that are wrong', () => {
  it('refuse their own line and no other, wherever the next quote is', async () => {
    const rows = await readAll(
      'Email,Note\n' +
        'a@example.com,"one" two\n' +
        'b@example.com,fine\n' +
        'c@example.com,"also, fine"\n' +
        'd@example.com,"never closed\n' +
        'e@example.com,fine\n',
    )
    expect(rows.map(({ row, input, problems }) => [row, input.email, problems])).toEqual([
      [2, undefined, [{ code: 'csv.stray-quote', path: ['rows', 2], params: { row: 2 } }]],
      [3, 'b@example.com', []],
      [4, 'c@example.com', []],
      [5, undefined, [{ code: 'csv.unclosed-quote', path: ['rows', 5], params: { row: 5 } }]],
      [6, 'e@example.com', []],
    ])
  })

  it('refuse the last line when it is not closed', async () => {
    expect(codesOf(await readOne('Email\n"'))).toEqual(['csv.unclosed-quote'])
    expect(codesOf(await readOne('Email\n"""'))).toEqual(['csv.unclosed-quote'])
  })
})

describe('rows that are too long', () => {
  const long = (length: number): string =>
    `Email,Note\na@example.com,${'x'.repeat(length - 14)}\nb@example.com,\n`

  it('are refused beyond the limit, which the caller may set, and the rows behind them are read', async () => {
    const rows = await readAll(long(101), { rowLength: 100 })
    expect(rows.map(({ row, problems }) => [row, problems])).toEqual([
      [2, [{ code: 'csv.row-too-long', path: ['rows', 2], params: { row: 2, limit: 100 } }]],
      [3, []],
    ])
    expect((await readAll(long(100), { rowLength: 100 })).flatMap(codesOf)).toEqual([])
  })

  it('have 500 000 UTF-16 units unless the caller says otherwise', async () => {
    expect((await readAll(long(500_000))).flatMap(codesOf)).toEqual([])
    expect((await readAll(long(500_001))).flatMap(codesOf)).toEqual(['csv.row-too-long'])
  })

  const ends = [
    ['a long last line', 'x'.repeat(101)],
    ['a quote that is open for too long', `"${'x'.repeat(100)}`],
    ['a quote that is open over many lines', `"${'x\n'.repeat(60)}`],
    ['a stray quote too far behind', `"${'x'.repeat(98)}"y`],
  ] as const

  it.each(ends)('%s', async (_name, row) => {
    expect(codesOf((await readAll(`Email\n${row}`, { rowLength: 100 }))[0]!)).toEqual(['csv.row-too-long'])
  })

  it('a stray quote just within the limit is a stray quote', async () => {
    const row = await readOne(`Email\n"${'x'.repeat(97)}"y`, { rowLength: 100 })
    expect(codesOf(row)).toEqual(['csv.stray-quote'])
  })
})

it('puts no text of a cell into a problem or warning', async () => {
  const canary = 'CANARY'
  const cells = Object.fromEntries(EXPORT_HEADER.split(',').map((header) => [header, canary]))
  const files = [
    fileWith(cells),
    `${canary},${canary}\n`,
    `Email,x\n"${canary}"y,\n${canary}\n${canary},${canary},${canary}\n,"${canary}`,
    `Email,x\n${canary},${canary}\n`,
  ]
  for (const file of files)
    for (const { problems, warnings } of await readAll(file))
      expect(JSON.stringify([problems, warnings])).not.toContain(canary)
})
