import { agree } from './agreement.js'
import { cityLineParts, isOnDeliveryLine } from './delivery-faults.js'
import { deliveryLineOf } from './delivery-line.js'
import { withDeliveryLine, withoutParts } from './line-edit.js'
import type { LinePart, TextPart } from './line-part.js'
import type { MilitaryReading } from './reading.js'
import { repetitions } from './repetition.js'
import type { MilitaryRepairLevel, Proposal, RepairRow } from './repair-row.js'
import type { TextKind } from './text-kind.js'

/** What can be done about the address lines. Texts move or go only from beside a designator with its number. */
export const lineRepairs: readonly RepairRow[] = [
  {
    code: 'military.repaired-city-line',
    propose: (reading) => {
      const parts = cityLineParts(reading)
      const isSaid = agree(
        reading.delivery.cityLines.flatMap((line) => line.parts),
        reading,
      )
      return parts.length > 0 && isSaid
        ? withDeliveryLine(reading.fields, 'safe', withoutParts(reading.fields, parts))
        : null
    },
  },
  {
    code: 'military.repaired-foreign-place',
    propose: (reading) => {
      const places = textsWhere(reading, ({ is }) => is === 'place')
      return dropped(reading, places, places.every(({ isKnown }) => isKnown) ? 'safe' : 'suggest')
    },
  },
  {
    code: 'military.repaired-repetition',
    propose: (reading) => dropped(reading, repetitions(reading), 'safe'),
  },
  {
    code: 'military.repaired-name',
    propose: (reading) => {
      const [text, ...others] = namesOf(reading)
      return text === undefined || others.length > 0 ? null : toName(reading, text)
    },
  },
  {
    code: 'military.repaired-company',
    propose: (reading) => {
      const own = textsWhere(reading, ({ is }) => ownKinds.has(is))
      return toCompany(reading, own, own.some((part) => mayBeName(part, reading)) ? 'suggest' : 'safe')
    },
  },
  {
    code: 'military.repaired-other-line',
    propose: (reading) => {
      const names = namesOf(reading)
      const texts = textsWhere(reading, (part) => isUnknownLine(part, reading) && !names.includes(part))
      return toCompany(reading, texts, 'suggest')
    },
  },
  { code: 'military.repaired-delivery-line', propose: deliveryLineOf },
]

/** What the customer's own unit or base is called. */
const ownKinds: ReadonlySet<TextKind> = new Set(['ship', 'unit', 'base'])

const NAME_WORDS = { least: 2, most: 5 }

function textsWhere({ delivery }: MilitaryReading, fits: (part: TextPart) => boolean): TextPart[] {
  return (delivery.designator?.number ?? null) === null ? [] : delivery.texts.filter(fits)
}

function namesOf(reading: MilitaryReading): TextPart[] {
  return textsWhere(reading, (part) => part.is === 'words' && standsForName(part, reading))
}

/** Nobody else is named, and Wing and Camp are names of people, too. */
function mayBeName(part: TextPart, reading: MilitaryReading): boolean {
  return part.is !== 'ship' && !/\d/.test(part.typed) && standsForName(part, reading)
}

/** Whether words stand where people write the missing name: before the delivery line. */
function standsForName(
  { words, field, start }: TextPart,
  { name, delivery: { designator } }: MilitaryReading,
): boolean {
  if (name !== '' || designator === null) return false
  const isShort = words.length >= NAME_WORDS.least && words.length <= NAME_WORDS.most
  return isShort && (field === designator.field ? start < designator.start : field === 'address1')
}

function isUnknownLine(part: TextPart, reading: MilitaryReading): boolean {
  return (part.is === 'words' || part.is === 'other') && !isOnDeliveryLine(part, reading)
}

function dropped(
  { fields }: MilitaryReading,
  parts: readonly LinePart[],
  level: MilitaryRepairLevel,
): Proposal | null {
  return parts.length === 0 ? null : withDeliveryLine(fields, level, withoutParts(fields, parts))
}

function toName({ fields }: MilitaryReading, text: TextPart): Proposal {
  return withDeliveryLine(fields, 'suggest', { lastName: tidied(text), ...withoutParts(fields, [text]) })
}

/** To the company if that is free; behind it only if the customer agrees. */
function toCompany(
  { fields }: MilitaryReading,
  texts: readonly TextPart[],
  level: MilitaryRepairLevel,
): Proposal | null {
  if (texts.length === 0) return null
  const moved = texts.map((text) => tidied(text).toUpperCase())
  const company = [fields.company, ...moved].filter((text) => text !== null).join(' ')
  const changes = { company, ...withoutParts(fields, texts) }
  return withDeliveryLine(fields, fields.company === null ? level : 'suggest', changes)
}

/** As typed, but for commas and repeated blanks. */
function tidied({ typed }: TextPart): string {
  return typed.replace(/[\s,;]+/g, ' ')
}
