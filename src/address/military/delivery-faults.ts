import { typesWithBox } from './designator.js'
import type { BoxPart, LinePart, TextPart } from './line-part.js'
import type { MilitaryReading } from './reading.js'

/** Whether a number that the merchant's page wants stands in the second address field. */
export function isOutsideAddressField({ wanted, delivery: { designator, box } }: MilitaryReading): boolean {
  const isWanted = designator?.type === wanted && designator.number !== null
  return (isWanted && designator.field === 'address2') || (hasNumber(box) && box.field === 'address2')
}

/** Whether there is no box at all, or only its word. */
export function lacksBox({ delivery: { box } }: MilitaryReading): boolean {
  return box === null || box.value === 'none'
}

/** Whether the postal service misses the box: everybody has one there, or its word was typed. */
export function lacksAssignedBox(reading: MilitaryReading): boolean {
  const { designator, box } = reading.delivery
  return designator !== null && lacksBox(reading) && (box !== null || typesWithBox.has(designator.type))
}

/** Whether designator and box stand on two lines. */
export function isSplit({ delivery: { designator, box } }: MilitaryReading): boolean {
  return designator !== null && box !== null && designator.field !== box.field
}

/** Whether the delivery line has its parts in another order, glued, or with signs of its own. */
export function isUntidy(reading: MilitaryReading): boolean {
  const { designator, box, parts } = reading.delivery
  if (designator === null) return false
  const isBoxTyped = box !== null && box.value !== 'none'
  const isSwapped = isBoxTyped && box.field === designator.field && box.start < designator.start
  const hasSigns = parts.some((part) => part.kind === 'signs' && isOnDeliveryLine(part, reading))
  return isSwapped || hasSigns || designator.isUntidy || box?.isUntidy === true
}

/** What else is on the delivery line; places and city lines are faults of their own. */
export function extraTexts(reading: MilitaryReading): LinePart[] {
  return foreignMatter(reading).filter((part) => isOnDeliveryLine(part, reading))
}

/** Whether another line stands between the delivery line and the city line. */
export function isNotLast(reading: MilitaryReading): boolean {
  return (
    reading.delivery.designator !== null &&
    foreignMatter(reading).some((part) => part.field === 'address2' && !isOnDeliveryLine(part, reading))
  )
}

/** What belongs to a city line though it stands in an address field, the name of the United States included. */
export function cityLineParts({ delivery: { cityLines, texts } }: MilitaryReading): LinePart[] {
  return [...cityLines, ...texts.filter(({ is }) => is === 'home')]
}

/** Whether a part stands on the line, or one of the two lines, that hold designator and box. */
export function isOnDeliveryLine(
  { field }: LinePart,
  { delivery: { designator, box } }: MilitaryReading,
): boolean {
  return field === designator?.field || (designator !== null && field === box?.field)
}

function foreignMatter({ delivery: { texts, surplus } }: MilitaryReading): LinePart[] {
  return [...texts.filter(isForeignMatter), ...surplus]
}

function isForeignMatter({ is }: TextPart): boolean {
  return is !== 'place' && is !== 'home'
}

function hasNumber(box: BoxPart | null): box is BoxPart {
  return typeof box?.value === 'object'
}
