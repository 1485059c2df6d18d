import { isStorable } from '../../value/text.js'
import type { TextRules } from '../catalog/catalog.js'
import type { ComparedType } from '../catalog/value-type.js'
import { readPoint } from '../compile/distance.js'
import { dateForms, readDate } from '../date-literal.js'
import { nearest } from '../text/nearest.js'
import { quote } from '../text/quote.js'
import { readText } from './read-text.js'
import type { SegmentValue } from '../segment.js'
import {
  problemAt,
  type Located,
  type ProblemDetails,
  type SegmentProblem,
  type SegmentProblemCode,
  type WantedKind,
} from '../segment-problem.js'

/** What is to be said about a value: a problem, or an assumption. */
type Finding = readonly [SegmentProblemCode, ProblemDetails]

type Check = (value: SegmentValue, attribute: TextRules) => Finding | null

const DECIMAL = /^-?\d+(?:\.\d+)?$/
const DISTANCE = /^\d+(?:\.\d+)?$/
const WHOLE = /^-?\d+$/
const DIGITS = /^\d+$/
const POINT = /^\([^ ]+, [^ ]+\)$/

/** A type that values are checked as. */
export type CheckedType = ComparedType | 'point' | 'distance'

/** What is wrong with a value by the type that it is compared as, or what was assumed. */
export function checkValue(
  { value, at }: Located<SegmentValue>,
  type: CheckedType,
  rules: TextRules,
): SegmentProblem[] {
  if (!isStorable(value.text)) return [problemAt('segment.unexpected', at, { found: value.text })]
  const finding = valueChecks[type](value, rules)
  return finding === null ? [] : [problemAt(finding[0], at, { found: value.text, ...finding[1] })]
}

const valueChecks: { readonly [Type in CheckedType]: Check } = {
  date: checkDate,
  money: numeral(DECIMAL, 'number'),
  number: numeral(DECIMAL, 'number'),
  integer: numeral(WHOLE, 'whole number'),
  boolean: checkBoolean,
  text: checkText,
  enum: checkText,
  list: checkText,
  point: checkPoint,
  // Nobody is nearer than at the place itself
  distance: numeral(DISTANCE, 'number from 0'),
}

function numeral(form: RegExp, expected: WantedKind): Check {
  return ({ type, text }) => (type === 'number' && form.test(text) ? null : unknown({ expected: [expected] }))
}

function checkDate({ type, text }: SegmentValue): Finding | null {
  const isWritten = type === 'date' || type === 'text'
  if (!isWritten || readDate(text) === null) return ['segment.bad-date', { expected: dateForms }]
  return type === 'text' ? ['segment.assumed-date', {}] : null
}

function checkBoolean({ type, text }: SegmentValue): Finding | null {
  const isBoolean = type === 'boolean' && (text === 'true' || text === 'false')
  return isBoolean ? null : unknown({ expected: ['true', 'false'] })
}

function checkText({ type, text }: SegmentValue, attribute: TextRules): Finding | null {
  const isId = attribute.ids === true && type === 'number' && DIGITS.test(text)
  const { form, values } = attribute
  const expected = form?.expected ?? values ?? ['text' satisfies WantedKind]
  const read = readText(attribute, text)
  if (type !== 'text' && !isId) {
    return unknown({ expected, nearest: type === 'point' || read === null ? null : quote(text) })
  }
  if (read === text) return null
  if (read !== null) return ['segment.assumed-value', { read }]
  return unknown({ expected, nearest: form === undefined ? nearest(text, expected) : form.nearest(text) })
}

function checkPoint({ type, text }: SegmentValue): Finding | null {
  const isWritten = type === 'text' || (type === 'point' && POINT.test(text))
  return isWritten && readPoint(text) !== null ? null : unknown({ expected: ["'40.7,-74.0'"] })
}

function unknown(details: ProblemDetails): Finding {
  return ['segment.unknown-value', details]
}
