import type { TextRules } from '../segment/catalog/catalog.js'
import type { ComparedType } from '../segment/catalog/value-type.js'
import type { SegmentValue } from '../segment/segment.js'
import { isStorable } from '../value/text.js'
import type { Arbitrary, FastCheck } from './fast-check.js'
import { samplePlaces } from './sample-places.js'

/** The types that a metafield may be compared as. */
export const metafieldTypes = ['number', 'date', 'boolean', 'text'] as const

/** Ids that events have as well, so that some are found. */
export const sampleIds: readonly string[] = ['1', '2', '3', '10']

interface Rules extends TextRules {
  readonly isBare?: boolean
}

/** Values that fit a type and its rules. */
export function segmentValueArbitrary(
  fc: FastCheck,
  type: ComparedType | 'point',
  rules: Rules,
): Arbitrary<SegmentValue> {
  return makers[type](fc, rules)
}

const makers: {
  readonly [Type in ComparedType | 'point']: (fc: FastCheck, rules: Rules) => Arbitrary<SegmentValue>
} = {
  date: dateArbitrary,
  money: decimalArbitrary,
  number: decimalArbitrary,
  integer: (fc) => wholeArbitrary(fc).map((text) => ({ type: 'number', text })),
  boolean: (fc) => fc.boolean().map((value) => ({ type: 'boolean', text: String(value) })),
  text: textArbitrary,
  enum: textArbitrary,
  list: textArbitrary,
  point: (fc) =>
    fc.constantFrom<SegmentValue>(
      { type: 'point', text: '(52.2, 21.0)' },
      { type: 'point', text: '(-90, 180)' },
      { type: 'text', text: '40.7,-74.0' },
    ),
}

function wholeArbitrary(fc: FastCheck): Arbitrary<string> {
  return fc.oneof(fc.integer({ min: -1, max: 5 }), fc.integer({ min: -5, max: 60_000 })).map(String)
}

function decimalArbitrary(fc: FastCheck): Arbitrary<SegmentValue> {
  const decimal = fc.oneof(wholeArbitrary(fc), fc.constantFrom('0.5', '10.99', '1000.995', '007'))
  return decimal.map((text) => ({ type: 'number', text }))
}

function dateArbitrary(fc: FastCheck, { isBare = false }: Rules): Arbitrary<SegmentValue> {
  const offset = fc
    .record({ amount: fc.integer({ min: -400, max: 60 }), unit: fc.constantFrom('d', 'w', 'm', 'y') })
    .map(({ amount, unit }) => `${amount < 0 ? '' : '+'}${amount}${unit}`)
  const day = fc
    .integer({ min: 16_500, max: 20_800 })
    .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10))
  const known = fc.constantFrom('today', 'yesterday', '12_months_ago', '2020-05-30T16:00:00', '2024-02-29')
  const text = fc.oneof(offset, day, known)
  const bare = text.map((date): SegmentValue => ({ type: 'date', text: date }))
  return isBare
    ? bare
    : fc.oneof(
        bare,
        text.map((date): SegmentValue => ({ type: 'text', text: date })),
      )
}

function textArbitrary(fc: FastCheck, rules: Rules): Arbitrary<SegmentValue> {
  const text = knownTexts(fc, rules).map((value): SegmentValue => ({ type: 'text', text: value }))
  if (rules.ids !== true) return text
  return fc.oneof(
    text,
    fc.constantFrom(...sampleIds).map((id): SegmentValue => ({ type: 'number', text: id })),
  )
}

/** The texts that a row knows; where it knows all, those that records have and any others. */
function knownTexts(fc: FastCheck, { values, aliases = {}, form, ids }: Rules): Arbitrary<string> {
  if (values !== undefined) return fc.constantFrom(...values, ...Object.keys(aliases))
  if (form !== undefined) return fc.constantFrom(...placesIn(form))
  if (ids === true) return fc.constantFrom(...sampleIds, 'gid://shop/1')
  const any = fc.string({ maxLength: 8 }).filter((text) => isStorable(text))
  return fc.oneof(any, fc.constantFrom('vip', 'VIP', 'wholesale', 'en', 'pl', 'example.com', "it's", '\\'))
}

/** Countries, regions, cities: whichever have the form. */
function placesIn({ read, expected }: NonNullable<TextRules['form']>): string[] {
  const places = samplePlaces.flatMap(({ countryCode, provinceCode, city }) => [
    countryCode,
    `${countryCode}-${provinceCode}`,
    `${countryCode}-${city.replace(/\s/g, '')}`,
  ])
  return [...expected, ...places].filter((text) => read(text) !== null)
}
