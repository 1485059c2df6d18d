import type { FoundBox } from './box.js'
import type { FoundCityLine } from './city-line.js'
import type { FoundDesignator } from './designator-at.js'
import type { LineText } from './line-text.js'

/** The two fields in which people type a delivery line. */
export type LineField = 'address1' | 'address2'

/** Where a part of a line stands. */
export interface Span {
  readonly field: LineField
  readonly start: number
  readonly end: number
}

/** PSC, UNIT and the like, with its number where there is one. */
export interface DesignatorPart extends Span, Omit<FoundDesignator, 'next'> {}

/** BOX and what follows it. */
export interface BoxPart extends Span, Omit<FoundBox, 'next'> {}

/** A city line that was typed in an address field. */
export interface CityLineSpan extends Span, Omit<FoundCityLine, 'next'> {}

/** A text beside all that, up to the next comma. */
export interface TextPart extends Span, LineText {
  readonly typed: string
}

/** Signs that belong to nothing: `PSC 3 - BOX 4`. */
export interface SignsPart extends Span {
  readonly kind: 'signs'
}

export type LinePart = DesignatorPart | BoxPart | CityLineSpan | TextPart | SignsPart

/** Picks the parts of one kind. */
export function partsOfKind<Kind extends LinePart['kind']>(
  parts: readonly LinePart[],
  kind: Kind,
): Extract<LinePart, { kind: Kind }>[] {
  return parts.filter((part): part is Extract<LinePart, { kind: Kind }> => part.kind === kind)
}
