import { describe, expect, it } from 'vitest'
import { writeRefusedCsv, type ImportedRow } from 'clientele/csv'

const refused: readonly ImportedRow[] = [
  {
    row: 2,
    status: 'refused',
    id: null,
    problems: [
      { code: 'email.invalid', path: ['rows', 2, 'email'], params: { row: 2, column: '=Email, "old"' } },
      { code: 'csv.stray-quote', path: ['rows', 2], params: { row: 2 } },
      { code: 'customer.nobody', path: ['rows', 2] },
    ],
    warnings: [],
  },
]

describe('the refused rows as a file', () => {
  it('have a line for each reason, guarded and quoted, with the column where there is one', () => {
    expect(writeRefusedCsv(refused)).toBe(
      'Row,Column,Code\r\n2,"\'=Email, ""old""",email.invalid\r\n2,,csv.stray-quote\r\n2,,customer.nobody\r\n',
    )
  })

  it('have the sentence, where there are messages', () => {
    const messages = { language: 'en', problems: { 'email.invalid': 'No email.' } }
    expect(writeRefusedCsv(refused, messages).split('\r\n').slice(0, 3)).toEqual([
      'Row,Column,Code,Reason',
      '2,"\'=Email, ""old""",email.invalid,No email.',
      '2,,csv.stray-quote,csv.stray-quote',
    ])
  })

  it('are a header alone where none was', () => {
    expect(writeRefusedCsv([])).toBe('Row,Column,Code\r\n')
  })
})
