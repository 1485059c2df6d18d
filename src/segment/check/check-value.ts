import type { TextRules } from '../catalog/catalog.js'
import type { ComparedType } from '../catalog/value-type.js'
import { dateForms, readDate } from '../date-literal.js'
import { nearest } from '../text/nearest.js'
import { quote } from '../text/quote.js'
import { readText } from './read-text.js'
import type { SegmentValue } from '../segment.js'
import type { ProblemDetails, SegmentProblemCode } from '../segment-problem.js'

/** What is to be said about a value: a problem, or an assumption. */
export type Finding = readonly [SegmentProblemCode, ProblemDetails]

type Check = (value: SegmentValue, attribute: TextRules) => Finding | null

const DECIMAL = /^-?\d+(?:\.\d+)?$/
const WHOLE = /^-?\d+$/

/** Whether a value fits an attribute, by the attribute's type. */
export const valueChecks: { readonly [Type in ComparedType]: Check } = {
  date: checkDate,
  money: numeral(DECIMAL, 'number'),
  number: numeral(DECIMAL, 'number'),
  integer: numeral(WHOLE, 'whole number'),
  boolean: checkBoolean,
  text: checkText,
  enum: checkText,
  list: checkText,
}

function numeral(form: RegExp, expected: string): Check {
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
  if (type !== 'text') return unknown({ expected: ['text'], nearest: quote(text) })
  const read = readText(attribute, text)
  if (read === text) return null
  if (read !== null) return ['segment.assumed-value', { read }]
  const { form, values = [] } = attribute
  return unknown({
    expected: form?.expected ?? values,
    nearest: form === undefined ? nearest(text, values) : form.nearest(text),
  })
}

function unknown(details: ProblemDetails): Finding {
  return ['segment.unknown-value', details]
}
