import {
  cityLineParts,
  extraTexts,
  isNotLast,
  isOutsideAddressField,
  isSplit,
  isUntidy,
  lacksAssignedBox,
  lacksBox,
} from './delivery-faults.js'
import type { DesignatorType } from './designator.js'
import type { LineField, LinePart, Span } from './line-part.js'
import type { MilitaryAsk } from './military-problem.js'
import type { MilitaryProblemRule } from './problem-rule.js'
import type { MilitaryReading } from './reading.js'
import { repetitions } from './repetition.js'

/** The numbers that can be asked for by their names. */
const numberAsks: ReadonlyMap<DesignatorType | undefined, MilitaryAsk> = new Map([
  ['PSC', 'psc-number'],
  ['UNIT', 'unit-number'],
])

/** The rules about the two address lines. A rule of the delivery line points at `address1`, wherever it stands. */
export const deliveryRules: readonly MilitaryProblemRule[] = [
  {
    code: 'military.psc-missing',
    level: 'merchant',
    field: 'address1',
    holds: (reading) => lacksWanted(reading, 'PSC'),
    ask: 'psc-number',
  },
  {
    code: 'military.unit-missing',
    level: 'merchant',
    field: 'address1',
    holds: (reading) => lacksWanted(reading, 'UNIT'),
    ask: 'unit-number',
  },
  {
    code: 'military.designator-missing',
    level: 'postal',
    field: 'address1',
    holds: ({ delivery }) => delivery.designator === null,
    ask: 'delivery-line',
  },
  {
    code: 'military.designator-number-missing',
    level: 'both',
    field: 'address1',
    holds: ({ delivery }) => delivery.designator?.number === null,
    ask: ({ delivery }) => numberAsks.get(delivery.designator?.type) ?? 'delivery-line',
  },
  {
    code: 'military.designator-misspelled',
    level: 'both',
    field: 'address1',
    holds: ({ delivery }) => delivery.designator !== null && delivery.designator.spelling !== 'plain',
  },
  { code: 'military.box-missing', level: 'merchant', field: 'address1', holds: lacksBox, ask: 'box-number' },
  {
    code: 'military.box-missing',
    level: 'postal',
    field: 'address1',
    holds: lacksAssignedBox,
    ask: 'box-number',
  },
  {
    code: 'military.box-misspelled',
    level: 'both',
    field: 'address1',
    holds: ({ delivery }) => delivery.box !== null && delivery.box.spelling !== 'plain',
  },
  {
    code: 'military.box-not-a-number',
    level: 'both',
    field: 'address1',
    holds: ({ delivery }) => delivery.box?.value === 'text',
    ask: 'box-number',
  },
  {
    code: 'military.outside-address-field',
    level: 'merchant',
    field: 'address1',
    holds: isOutsideAddressField,
  },
  { code: 'military.delivery-line-split', level: 'postal', field: 'address1', holds: isSplit },
  { code: 'military.delivery-line-format', level: 'postal', field: 'address1', holds: isUntidy },
  {
    code: 'military.delivery-line-extra-text',
    level: 'postal',
    field: 'address1',
    holds: (reading) => extraTexts(reading).length > 0,
    ask: (reading) => (areKnown(extraTexts(reading), repetitions(reading)) ? null : 'delivery-line'),
  },
  { code: 'military.delivery-line-not-last', level: 'postal', field: 'address1', holds: isNotLast },
  {
    code: 'military.last-line-in-address',
    level: 'postal',
    field: (reading) => firstField(cityLineParts(reading)),
    holds: (reading) => cityLineParts(reading).length > 0,
  },
  {
    code: 'military.foreign-place-in-address',
    level: 'postal',
    field: ({ delivery }) => firstField(delivery.texts.filter(({ isForeign }) => isForeign)),
    holds: ({ delivery }) => delivery.texts.some(({ isForeign }) => isForeign),
  },
]

/** A misspelled designator, or one without its number, is a fault of its own and takes the place of the missing one. */
function lacksWanted({ wanted, delivery: { designator } }: MilitaryReading, type: DesignatorType): boolean {
  if (wanted !== type) return false
  const isComplete = designator?.spelling === 'plain' && designator.number !== null
  return designator === null || (isComplete && designator.type !== type)
}

function areKnown(parts: readonly LinePart[], said: readonly LinePart[]): boolean {
  return parts.every((part) => (part.kind === 'text' && part.isKnown) || said.includes(part))
}

function firstField(parts: readonly Span[]): LineField {
  return parts.some(({ field }) => field === 'address1') ? 'address1' : 'address2'
}
