import type { AddressFields } from '../address.js'
import { deliveryLineOf } from './delivery-line.js'
import type { Span } from './line-part.js'
import { readMilitaryAddress } from './reading.js'
import type { FieldChanges, MilitaryRepairLevel, Proposal } from './repair-row.js'
import { tokensOf } from './token.js'

/** The address lines without some of their parts, nor the commas around them. */
export function withoutParts(fields: AddressFields, parts: readonly Span[]): FieldChanges {
  return {
    address1: without(fields.address1, spansOn('address1', parts)),
    address2: without(fields.address2, spansOn('address2', parts)),
  }
}

/** Proposes changes together with what they make possible: the delivery line in its canonical form. */
export function withDeliveryLine(
  fields: AddressFields,
  level: MilitaryRepairLevel,
  changes: FieldChanges,
): Proposal {
  const line = deliveryLineOf(readMilitaryAddress({ ...fields, ...changes }))
  const fits = line !== null && (level === 'suggest' || line.level === 'safe')
  return { level, changes: fits ? { ...changes, ...line.changes } : changes }
}

function spansOn(field: Span['field'], parts: readonly Span[]): Span[] {
  return parts.filter((part) => part.field === field)
}

function without(line: string | null, spans: readonly Span[]): string | null {
  if (line === null || spans.length === 0) return line
  const pieces: { start: number; end: number; next: number }[] = []
  tokensOf(line).forEach(({ start, end }, index) => {
    if (spans.some((span) => span.start <= start && end <= span.end)) return
    const last = pieces.at(-1)
    if (last?.next === index) Object.assign(last, { end, next: index + 1 })
    else pieces.push({ start, end, next: index + 1 })
  })
  const text = pieces.map(({ start, end }) => line.slice(start, end)).join(' ')
  return text === '' ? null : text
}
