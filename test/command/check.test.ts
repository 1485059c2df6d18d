import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { runOn } from './machine-of.js'

const header =
  'Email,First Name,Last Name,Phone,Default Address Company,Default Address Address1,Default Address City,Default Address Province Code,Default Address Country Code,Default Address Zip,Shoe size\n'
const good = `ana@example.com,Ana,Silva,'+351912345678,,1 Rua Nova,Porto,,PT,4000-001,\n`
const military = `john @example.com,John,Doe,+1 (212) 555-0123,,"psc1234, box 567",APO,A.E.,,090120001,42\n`
const unwell = `bad,Bad,Apple,601 234 567,,PSC 1,APO,AE,US,09012,43\n`

describe('clientele check: what it finds', () => {
  it('nothing in a good file', async () => {
    const { code, said, told } = await runOn(header + good, 'check customers.csv')
    expect([code, told]).toEqual([0, ''])
    expect(said).toBe(
      'customers.csv: 1 row, format shopify\n\n1 row good, 0 rows to mend, 0 rows of people who stand there twice\n',
    )
  })

  it('what an import would refuse, and A-3 military addresses without their numbers, row by row', async () => {
    const { code, said } = await runOn(header + good + unwell, 'check customers.csv')
    expect(code).toBe(1)
    expect(said).toMatch(/^ {2}row 3 {2}wrong {2}Email .*This is not an email address\.$/m)
    expect(said).toMatch(/^ {2}row 3 {2}wrong {2}Phone .*can exist/m)
    expect(said).toMatch(/^ {2}row 3 {2}wrong {2}Default Address Address1 .*BOX/m)
    expect(said).toMatch(/^1 row good, 1 row to mend, 0 rows/m)
  })

  it('phones by the country that is named', async () => {
    const file = 'Email,Phone\na@example.com,601 234 567\n'
    expect((await runOn(file, 'check customers.csv')).code).toBe(1)
    expect((await runOn(file, 'check customers.csv --country pl')).code).toBe(0)
  })

  it('people who stand in it twice, by canonical email and by phone', async () => {
    const file = `Email,Phone\na@example.com,+48601234567\nA@Example.com ,\nb@example.com,+48 601 234 567\nc@example.com,\n`
    const { code, said } = await runOn(file, 'check customers.csv')
    expect(code).toBe(1)
    expect(said).toMatch(/row 3 {2}twice {2}Email {2}Row 2 has this email/)
    expect(said).toMatch(/row 4 {2}twice {2}Phone {2}Row 2 has this phone/)
    expect(said).toMatch(/4 rows good, 0 rows to mend, 2 rows of people/)
  })

  it('unknown columns, once each', async () => {
    const { said } = await runOn(
      `Email,x,y\na@example.com,1,\nb@example.com,1,\nc@example.com,1,2\n`,
      'check customers.csv',
    )
    expect(said.match(/doubt/g)).toHaveLength(2)
  })

  it('a postal code that has lost its leading zero in a spreadsheet, and a province that is none, as doubts', async () => {
    const row = (province: string, zip: string): string =>
      `${header}a@example.com,Ana,Silva,,,1 Main St,Boston,${province},US,${zip},\n`
    const { code, said } = await runOn(row('MA', '2139'), 'check customers.csv')
    expect(code).toBe(0)
    expect(said).toMatch(/row 2 {2}doubt {2}Default Address Zip/)
    expect((await runOn(row('XX', '02139'), 'check customers.csv')).said).toMatch(
      /row 2 {2}doubt {2}Default Address Province Code/,
    )
    expect((await runOn(row('MA', "'02139"), 'check customers.csv')).said).not.toMatch(/doubt/)
  })

  it('a strict level where it is asked for', async () => {
    const file = `${header}a@example.com,Ana,Silva,,,PSC 1234 BOX 567 Ramstein,APO,AE,US,09012,\n`
    expect((await runOn(file, 'check customers.csv')).code).toBe(0)
    expect((await runOn(file, 'check customers.csv --level postal')).code).toBe(1)
  })

  it('row by row in columns, and then how much of it', async () => {
    const file = `Email,Phone\nbad,\n${'a@example.com,\n'.repeat(8)}a2@example.com,1\n`
    const { said } = await runOn(file, 'check customers.csv')
    const lines = said.split('\n')
    expect(lines.map((line) => line.slice(0, 24))).toEqual([
      'customers.csv: 10 rows, ',
      '',
      '  row 2   wrong  Email  ',
      ...[4, 5, 6, 7, 8, 9].map((row) => `  row ${row}   twice  Email  `),
      '  row 10  twice  Email  ',
      '  row 11  wrong  Phone  ',
      '',
      '8 rows good, 2 rows to m',
      '',
    ])
    expect(lines[2]).toBe('  row 2   wrong  Email  This is not an email address.')
  })

  it('by a code where there is a row to mend and one of a person who stands there twice', async () => {
    const { code, said } = await runOn('Email\nbad\na@x.co\na@x.co\n', 'check customers.csv')
    expect([code, /1 row to mend, 1 row of people/.test(said)]).toEqual([1, true])
  })

  it('only the first twenty, unless all are wanted', async () => {
    const file = `Email\n${'bad\n'.repeat(25)}`
    expect((await runOn(file, 'check customers.csv')).said).toMatch(/… and 5 more findings: --all shows them/)
    expect((await runOn(file, 'check customers.csv --all')).said.match(/wrong/g)).toHaveLength(25)
    expect((await runOn(`Email\n${'bad\n'.repeat(21)}`, 'check customers.csv')).said).toMatch(
      /1 more finding:/,
    )
  })

  it('in the standard input, by that name', async () => {
    const { said } = await runOn('Email\na@example.com\n', 'check -')
    expect(said).toMatch(/^standard input: 1 row,/)
  })

  it('that the file is none of customers', async () => {
    const { code, said } = await runOn('x,y\n1,2\n', 'check customers.csv')
    expect(code).toBe(1)
    expect(said).toMatch(/^customers\.csv: 1 row\n/)
    expect(said).toMatch(/none of the columns of a customer file/)
    expect((await runOn('x\n', 'check customers.csv --as shopelo')).code).toBe(1)
  })

  it('blank rows, which are nothing to mend', async () => {
    const { code, said } = await runOn('Email,Phone\n,\na@example.com,\n', 'check customers.csv')
    expect([code, /row 2 {2}doubt/.test(said)]).toEqual([0, true])
  })

  it('and lets no file write on the terminal', async () => {
    const { said } = await runOn('Email,\u001b[31mx\na@example.com,1\n', 'check customers.csv')
    expect(said).not.toContain('\u001b')
    expect(said).toContain('�[31mx')
  })
})

describe('clientele check: the repaired copy', () => {
  it('has safe repairs and is otherwise the file, to the letter', async () => {
    const { files, said, told } = await runOn(
      header + good + military,
      'check customers.csv --write fixed.csv',
    )
    expect(files.get('fixed.csv')).toBe(
      header + good + `john@example.com,John,Doe,'+12125550123,,PSC 1234 BOX 567,APO,AE,US,'09012-0001,42\n`,
    )
    expect([said.match(/repaired copy written: 6 cells repaired$/m)?.length, told]).toEqual([1, ''])
    expect((await runOn(files.get('fixed.csv') ?? '', 'check customers.csv --write again.csv')).said).toMatch(
      /0 cells repaired/,
    )
  })

  it('leaves an address whole where a repair needs a column that is not there', async () => {
    const file =
      'Email,Last Name,Default Address Address1,Default Address City,Default Address Zip\na@example.com,Doe,"psc1234, box 567",A.P.O. AE,09012\n'
    const { files } = await runOn(file, 'check customers.csv --write fixed.csv')
    expect(files.get('fixed.csv')).toBe(file)
  })

  it('keeps the header of a file without a row that can be read', async () => {
    const { said, files } = await runOn('Email;Phone\n', 'check customers.csv --write fixed.csv')
    expect(said).toMatch(/^customers\.csv: 0 rows, format shopify\n/)
    expect(files.get('fixed.csv')).toBe('Email;Phone\n')
    const faulty = await runOn('Email,Phone\n"x"y,\n', 'check customers.csv --write fixed.csv')
    expect(faulty.files.get('fixed.csv')).toBe('Email,Phone\n')
  })

  it('says how many rows it could not take along', async () => {
    const { files, said } = await runOn(
      'Email\n"x"y\na@example.com\n',
      'check customers.csv --write fixed.csv',
    )
    expect(said).toMatch(/0 cells repaired, 1 row left out/)
    expect(files.get('fixed.csv')).toBe('Email\na@example.com\n')
  })

  const forms = [
    ['semicolons', 'Email;Note;Phone\r\na @example.com;"x, y; z";\r\n'],
    ['tabs', 'Email\tNote\na @example.com\tx\n'],
    ['returns', 'Email,Note\ra @example.com,"x\ry"\r'],
    ['a byte order mark', '\ufeffEmail,Note\r\na @example.com,ż\r\n'],
    ['a line for spreadsheets', 'sep=;\r\nEmail;Note\r\na @example.com;x\r\n'],
    ['a mark and such a line', '\ufeffSEP=;\nEmail;Note\na @example.com;x\n'],
    ['such a line with a return', 'sep=,\rEmail,Note\ra @example.com,x\r'],
    [
      'a header that comes in pieces',
      `\ufeffEmail${';x'.repeat(3000)}\r\na @example.com${';y'.repeat(3000)}\r\n`,
    ],
    ['no end of the last line', 'Email,Note\r\na @example.com,x'],
    ['a formula for a header', "Email,'=1+1\na @example.com,x\n"],
  ] as const

  it.each(
    forms.flatMap(([name, file]) =>
      (['utf8', 'utf16le'] as const).map((encoding) => [name, encoding, file] as const),
    ),
  )('keeps how the file is written: %s, %s', async (_name, encoding, file) => {
    const { files } = await runOn(file, 'check customers.csv --write fixed.csv', { encoding })
    const end = /\r\n?|\n/.exec(file)?.[0] ?? ''
    const expected = file.replace('a @', 'a@') + (file.endsWith(end) ? '' : end)
    expect(files.get('fixed.csv')).toBe(expected)
  })

  it('takes no column for a line for spreadsheets', async () => {
    const { files } = await runOn('Email,sep=;\na @x.co,x\n', 'check customers.csv --write fixed.csv')
    expect(files.get('fixed.csv')).toBe('Email,"sep=;"\na@x.co,x\n')
  })

  it.each([true, false])('keeps UTF-16 with the high byte first, with its mark: %s', async (hasMark) => {
    const bytes = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('latin1')
    const mark = hasMark ? '\ufeff' : ''
    const file = bytes(`${mark}Email,Note\na @example.com,zażółć 😀\n`)
    const { files } = await runOn(file, 'check customers.csv --write fixed.csv', { encoding: 'latin1' })
    expect(files.get('fixed.csv')).toBe(bytes(`${mark}Email,Note\na@example.com,zażółć 😀\n`))
  })

  it.each([
    ['a byte that is no UTF-8', 'Email,Note\na@example.com,x\nb@example.com,caf\u00e9\nc@example.com,y\n'],
    ['a workbook', 'PK\u0003\u0004 and more'],
    ['an unknown header', 'x,y\n1,2\n'],
    ['nothing', ''],
  ])('is not written where the file cannot be read to its end: %s', async (_name, file) => {
    const { code, files, told, said } = await runOn(file, 'check customers.csv --write fixed.csv', {
      encoding: 'latin1',
    })
    expect([code, [...files.keys()]]).toEqual([1, ['customers.csv']])
    expect(told).toBe('No copy was written, because the file could not be read to its end.\n')
    expect(said).not.toContain('repaired')
  })
})

describe('clientele check: how it is called', () => {
  it.each(['', '--help', 'check -h'])('explains itself: %j', async (words) => {
    const { code, said } = await runOn('', words)
    expect(code).toBe(0)
    for (const option of ['--write', '--country', '--level', '--as', '--format', '--all', '--help'])
      expect(said).toContain(`  ${option}`)
    expect(said).toContain('  --version ')
    expect(Math.max(...said.split('\n').map((line) => line.length))).toBeLessThanOrEqual(150)
  })

  it.each(['--version', '-v', 'check --version'])('says which version it is: %j', async (words) => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      version: string
    }
    expect(await runOn('', words)).toMatchObject({ code: 0, said: `${version}\n`, told: '' })
  })

  it.each([
    ['chek customers.csv', 'There is no command “chek”.'],
    ['check', 'Which file?'],
    ['check a.csv b.csv', 'One file at a time.'],
    ['check a.csv --colour', 'There is no option --colour.'],
    ['check a.csv --__proto__', 'There is no option --__proto__.'],
    ['check a.csv -a', 'There is no option -a.'],
    ['check -x', 'There is no option -x.'],
    ['check a.csv --country Poland', '--country wants the code of a country, such as PL.'],
    ['check a.csv --country XX', '--country wants the code of a country, such as PL.'],
    ['check a.csv --level best', '--level wants merchant|postal.'],
    [
      'check a.csv --as excel',
      '--as wants one of shopify, shopify-template, shopify-legacy, shopify-transporter, shopelo.',
    ],
    ['check a.csv --all=no', '--all takes no value.'],
    ['check a.csv --format=xml', '--format wants text|json.'],
    ['check a.csv --write', '--write wants FILE.'],
    ['check a.csv --write --all', '--write wants FILE.'],
    ['check a.csv --write -', '--write wants FILE.'],
    ['check a.csv --write=', '--write wants FILE.'],
    ['check a.csv --write=-', '--write wants FILE.'],
    ['check --country a.csv --all', '--country wants the code of a country, such as PL.'],
    ['check a.csv --write a.csv', 'The copy must be another file.'],
    ['check customers.csv --write ./customers.csv', 'The copy must be another file.'],
  ])('refuses %j', async (words, says) => {
    const { code, said, told } = await runOn('', words)
    expect([code, said, told]).toEqual([2, '', `${says} See clientele --help.\n`])
  })

  it('says when the file cannot be read', async () => {
    expect(await runOn('', 'check nothing.csv')).toMatchObject({
      code: 3,
      said: '',
      told: 'no such file: nothing.csv\n',
    })
  })

  it('answers machines in JSON, without a text of the file', async () => {
    const { code, said } = await runOn(header + unwell, 'check customers.csv --format=json')
    const answer = JSON.parse(said) as { rows: number; findings: unknown[]; found: number }
    expect([code, answer.rows]).toEqual([1, 1])
    expect(answer).toMatchObject({
      file: 'customers.csv',
      format: 'shopify',
      good: 0,
      withProblems: 1,
      twins: 0,
      repaired: null,
    })
    expect(answer.findings).toHaveLength(answer.found)
    // a finding a line
    expect(said.match(/^ {4}\{"row":2,.*\}\},?$/gm)).toHaveLength(answer.found)
    const none = await runOn('Email\na@example.com\n', 'check customers.csv --format json')
    expect(JSON.parse(none.said)).toMatchObject({ found: 0, findings: [] })
    expect(said).not.toContain('Apple')
  })

  it.each(['--format json', '--format=json --all'])(
    'answers machines with all findings: %s',
    async (words) => {
      const { said } = await runOn(`Email\n${'bad\n'.repeat(25)}`, `check customers.csv ${words}`)
      expect(JSON.parse(said)).toMatchObject({ found: 25, findings: Array.from({ length: 25 }, () => ({})) })
    },
  )

  it('takes a word behind an option without a value for the file', async () => {
    const { code, said } = await runOn('Email\na@example.com\n', 'check --all customers.csv')
    expect([code, said.split(':')[0]]).toEqual([0, 'customers.csv'])
  })
})

describe('clientele check: progress', () => {
  it('is a bar on a terminal, no wider than it, and gone at the end', async () => {
    const file = `Email\n${'a@example.com\n'.repeat(2000)}`
    const { told } = await runOn(file, 'check customers.csv', { terminal: 60 })
    const bars = told.split('\r')
    expect(bars.some((bar) => /^\[#+\.*\] +\d+ %/.test(bar))).toBe(true)
    const narrow = (await runOn(file, 'check customers.csv', { terminal: 30 })).told.split('\r')
    expect(Math.max(...narrow.map((bar) => bar.length))).toBeLessThan(30)
    expect(told.endsWith('\r')).toBe(true)
  })
})
