import * as fc from 'fast-check'
import { stdnum } from 'stdnum'
import { describe, expect, it } from 'vitest'
import { checkTaxId } from '../../src/address/tax-id-checker.js'
import { attackStrings, expectLinear, prototypeNames, unstorableTexts } from '../hostile-texts.js'

const verdicts = ['valid', 'invalid', 'unknown']
const countries = [...Object.keys(stdnum), ...prototypeNames, '', 'ZZ']

describe('checkTaxId', () => {
  // numbers of well-known companies, and examples of the authorities
  it.each([
    ['526-025-02-74', 'PL'],
    ['PL5260250274', 'PL'],
    ['pl 526 025 02 74', 'pl'],
    ['DE136695976', 'DE'],
    ['NO 974 760 673 MVA', 'NO'],
    ['974760673', 'NO'],
    ['NL004495445B01', 'NL'],
    ['GB980780684', 'GB'],
    ['XI980780684', 'GB'],
    ['SE556703748501', 'SE'],
    ['2077474-0', 'FI'],
    ['FI20774740', 'FI'],
    ['ESB58378431', 'ES'],
    ['IT00743110157', 'IT'],
    ['ATU13585627', 'AT'],
    ['CHE-107.787.577 MWST', 'CH'],
    ['EL094259216', 'GR'],
    ['094259216', 'GR'],
    ['91-1144442', 'US'],
    ['123026635RC0001', 'CA'],
    ['５２６０２５０２７４', 'PL'],
    [' 526-025-02-74 ', 'PL'],
  ])('E-5 takes %s in %s', (taxId, country) => {
    expect(checkTaxId(taxId, country)).toBe('valid')
  })

  it.each([
    ['526-025-02-75', 'PL'],
    ['DE136695977', 'DE'],
    ['974760674', 'NO'],
    ['EL094259217', 'GR'],
    ['XI980780685', 'GB'],
    ['ask at the office', 'US'],
    ['', 'NL'],
    ['--', 'SE'],
    ['1'.repeat(256), 'PL'],
    [`PL5260250274${' '.repeat(250)}.`, 'PL'],
  ])('E-5 refuses %s in %s', (taxId, country) => {
    expect(checkTaxId(taxId, country)).toBe('invalid')
  })

  it.each([
    ['DE136695976', 'PL'],
    ['EL094259216', 'DE'],
    ['XI980780684', 'IE'],
    ['PL5260250274', 'XK'],
    [' EL094259216 ', 'DE'],
    ['PL5260250274', null],
  ])('E-5 takes %s, registered abroad, in %s', (taxId, country) => {
    expect(checkTaxId(taxId, country)).toBe('valid')
  })

  it.each([
    ['526-025-02-74', 'XK'],
    ['PL5260250275', 'XK'],
    ['526-025-02-74', null],
    ['1'.repeat(256), 'XK'],
  ])('E-5 knows nothing of %s in %s', (taxId, country) => {
    expect(checkTaxId(taxId, country)).toBe('unknown')
  })

  it.each([
    ['a bank account', 'NO', 'kontonr', '8601 11 17947'],
    ['a bank account', 'NZ', 'bank', '01-902-0068389-00'],
    ['a bank account', 'AR', 'cbu', '2850590940090418135201'],
    ['a bank account', 'MX', 'clabe', '032180000118359719'],
    ['a medicine', 'IT', 'aic', '000307052'],
    ['a passport', 'DE', 'passport', 'C01X00T478'],
    ['a card of identity', 'DE', 'pwnr', 'C01X00T478'],
    ['a patient', 'CA', 'bc_bhn', '9698 658 215'],
    ['an insured person', 'AT', 'vnr', '1237010180'],
    ['an insured person', 'DE', 'svnr', '15070649C103'],
    ['an insured person', 'ES', 'nss', '281234567840'],
    ['an insured person', 'FR', 'nir', '295109912611193'],
    ['an insured person', 'GR', 'amka', '01013099997'],
    ['a pupil', 'NL', 'onderwijsnummer', '101222331'],
    ['a voter', 'IN', 'epic', 'WKH1186253'],
  ])('E-5 takes no number of %s for a tax id (%s %s)', (_what, country, name, number) => {
    expect(stdnum[country]?.[name]?.validate(number).isValid).toBe(true)
    expect(checkTaxId(number, country)).toBe('invalid')
  })

  it.each(countries)('answers whatever was typed, in %j', (country) => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789ABKMX -./'.split('')), maxLength: 25 })
    fc.assert(
      fc.property(fc.oneof(digits, fc.string({ unit: 'binary', maxLength: 25 })), (taxId) => {
        expect(verdicts).toContain(checkTaxId(taxId, country))
      }),
      { numRuns: 30 },
    )
    for (const taxId of [...unstorableTexts, ...prototypeNames, '﷽'.repeat(20), ' '.repeat(255)])
      expect(checkTaxId(taxId, country)).not.toBe('valid')
  })

  it.each(Object.entries(attackStrings))('takes linear time on %s', (_what, attack) => {
    expectLinear((text) => checkTaxId(text, 'PL'), attack)
    expectLinear((text) => checkTaxId('1', text), attack)
  })
})
