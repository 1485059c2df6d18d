import { describe, expect, it } from 'vitest'
import { fileWith, readAll, readOne } from './read-all.js'

describe('what the cells of a row say', () => {
  it.each([
    [{ 'Total Spent': '5.00' }, { spent: '5.00', orders: null }],
    [{ 'Total Orders': '2' }, { spent: null, orders: '2' }],
    [
      { 'Total Spent': '5.00', 'Total Orders': '2' },
      { spent: '5.00', orders: '2' },
    ],
    [{}, { spent: null, orders: null }],
  ])('keeps the totals %j word for word', async (cells, totals) => {
    expect((await readOne(fileWith({ Email: 'anna@example.com', ...cells }))).totals).toEqual(totals)
  })

  it.each([
    ['email,type\na@example.com,account\n', { type: 'account' }],
    ['email,active\na@example.com,no\n', { blocked: true }],
    ['email,type,active\na@example.com,guest,yes\n', { type: 'guest', blocked: false }],
    ['email,type,active\na@example.com,,\n', undefined],
    ['email,city\na@example.com,Oslo\n', undefined],
  ])('C-7, C-8 says of the account what there is a cell for: %j', async (file, account) => {
    expect((await readOne(file)).input.account).toEqual(account)
  })

  it('lies in the same fields, in the same order, in rows of any file', async () => {
    const files = [
      fileWith({ Email: 'anna@example.com' }),
      fileWith({ 'Last Name': 'Nowak', Tags: 'vip' }),
      'Email\nanna@example.com\n',
    ]
    const [fields, ...others] = await Promise.all(
      files.map(async (file) => Object.keys((await readOne(file)).input)),
    )
    for (const other of others) expect(other).toEqual(fields)
  })

  it('is nothing of the row before', async () => {
    const text = 'Email,Last Name,Phone\nanna@example.com,Nowak,+48601234567\n,Berg,\n'
    const [, second] = await readAll(text)
    expect(second?.input).toEqual({ lastName: 'Berg' })
  })
})
