import type { DesignatorType } from './designator.js'
import {
  partsOfKind,
  type BoxPart,
  type CityLineSpan,
  type DesignatorPart,
  type LinePart,
  type TextPart,
} from './line-part.js'
import { readLine } from './read-line.js'

/** What the two address lines say together. */
export interface DeliveryReading {
  readonly parts: readonly LinePart[]
  /** the designator that counts, with or without its number */
  readonly designator: DesignatorPart | null
  readonly box: BoxPart | null
  readonly cityLines: readonly CityLineSpan[]
  readonly texts: readonly TextPart[]
  /** what the lines repeat: a second designator or box */
  readonly surplus: readonly LinePart[]
}

/** Reads both address lines. Of several designators the wanted one counts, of several boxes the one with a number. */
export function readDelivery(
  address1: string | null,
  address2: string | null,
  wanted: DesignatorType | null,
): DeliveryReading {
  const parts = [...readLine('address1', address1), ...readLine('address2', address2)]
  const designators = partsOfKind(parts, 'designator')
  const boxes = partsOfKind(parts, 'box')
  const designator = best(designators, (part) => rankOfDesignator(part, wanted))
  const box = best(
    boxes.filter(({ word }) => word === 'box' || designator !== null),
    rankOfBox,
  )
  return {
    parts,
    designator,
    box,
    cityLines: partsOfKind(parts, 'city-line'),
    texts: partsOfKind(parts, 'text'),
    surplus: [...designators, ...boxes].filter((part) => part !== designator && part !== box),
  }
}

function rankOfDesignator({ number, spelling, type }: DesignatorPart, wanted: DesignatorType | null): number {
  if (number === null) return 3
  if (spelling === 'misspelled') return 2
  return type === wanted ? 0 : 1
}

function rankOfBox({ value, spelling }: BoxPart): number {
  if (typeof value === 'string') return 2
  return spelling === 'misspelled' ? 1 : 0
}

/** The first of those with the lowest rank. */
function best<T>(parts: readonly T[], rankOf: (part: T) => number): T | null {
  return parts.toSorted((one, other) => rankOf(one) - rankOf(other))[0] ?? null
}
