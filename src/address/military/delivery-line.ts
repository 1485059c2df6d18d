import { isOnDeliveryLine } from './delivery-faults.js'
import type { BoxPart, DesignatorPart } from './line-part.js'
import type { MilitaryReading } from './reading.js'
import type { FieldChanges, Proposal } from './repair-row.js'

/**
 * The delivery line in its canonical form, `PSC 3 BOX 4120`, on line 1 if that is free. Nothing is proposed where a number
 * is missing, or where another text on the line would be lost.
 */
export function deliveryLineOf(reading: MilitaryReading): Proposal | null {
  const { fields, delivery } = reading
  const { designator, box } = delivery
  const text = designator === null ? null : canonicalText(designator, box)
  if (designator === null || text === null || hasOtherParts(reading)) return null
  const changes = placed(reading, designator, text)
  if (fields.address1 === changes.address1 && fields.address2 === changes.address2) return null
  const isCertain = designator.spelling !== 'misspelled' && box?.spelling !== 'misspelled'
  return { level: isCertain ? 'safe' : 'suggest', changes }
}

function canonicalText({ type, number }: DesignatorPart, box: BoxPart | null): string | null {
  if (number === null) return null
  if (box === null) return `${type} ${number}`
  return typeof box.value === 'string' ? null : `${type} ${number} BOX ${box.value.number}`
}

function hasOtherParts(reading: MilitaryReading): boolean {
  const { parts, designator, box } = reading.delivery
  return parts.some(
    (part) => part.kind !== 'signs' && part !== designator && part !== box && isOnDeliveryLine(part, reading),
  )
}

/** Another line keeps its place; it may be the ship above, or a text that only the customer can explain. */
function placed(
  { fields, delivery: { box } }: MilitaryReading,
  { field }: DesignatorPart,
  text: string,
): FieldChanges {
  const isSplit = box !== null && box.field !== field
  const other = field === 'address1' ? fields.address2 : fields.address1
  if (isSplit || other === null) return { address1: text, address2: null }
  return field === 'address1' ? { address1: text, address2: other } : { address1: other, address2: text }
}
