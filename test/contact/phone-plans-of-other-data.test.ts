import numbering from 'libphonenumber-js/max/metadata'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type * as plans from '../../src/contact/phone-plans.js'

/** The reader, with numbering plans that differ from those of the package. */
async function readerOf(changed: object): Promise<typeof plans> {
  vi.resetModules()
  vi.doMock('libphonenumber-js/max/metadata', () => ({ default: { ...numbering, ...changed } }))
  return import('../../src/contact/phone-plans.js')
}

describe('readPlainNumber', () => {
  afterEach(() => vi.doUnmock('libphonenumber-js/max/metadata'))

  it('reads the plans where they have the places that it knows', async () => {
    const { readPlainNumber } = await readerOf({})
    expect(readPlainNumber('+48601234567', null)).toBe('+48601234567')
  })

  it.each([
    ['of another version, whose places may be others', { version: 5 }],
    ['without kinds of numbers', { countries: { PL: ['48', '00', '[6-9]\\d{8}', [9]] } }],
  ])('leaves every number to libphonenumber where the plans are %s', async (_what, changed) => {
    const { readPlainNumber } = await readerOf(changed)
    expect(readPlainNumber('+48601234567', null)).toBe(null)
  })

  it.each([
    [20, `+48${'6'.repeat(18)}`],
    [21, null],
  ])(
    'shows the patterns of a plan, whatever they accept, no more than 20 digits: %i',
    async (length, number) => {
      const plan = Object.assign(['48', '00', '\\d+', []], { 11: [['\\d+', [18, 19]]] })
      const { readPlainNumber } = await readerOf({ countries: { PL: plan } })
      expect(readPlainNumber(`+48${'6'.repeat(length - 2)}`, null)).toBe(number)
    },
  )
})
