import type { LinePart } from './line-part.js'
import type { MilitaryReading } from './reading.js'
import { foldedTokens, tokensOf } from './token.js'

/** Parts of the lines that say once more what is said: the recipient, the company, the state, the ZIP, the designator, the box. */
export function repetitions(reading: MilitaryReading): LinePart[] {
  const { texts, surplus, designator, box } = reading.delivery
  // most addresses have no such texts, and nothing to compare them with need be read
  const said = texts.length === 0 ? [] : saidElsewhere(reading)
  return [
    ...texts.filter(({ folded }) => said.includes(folded)),
    ...surplus.filter((part) => isSame(part, designator) || isSame(part, box)),
  ]
}

function saidElsewhere({ name, fields }: MilitaryReading): string[] {
  return [name, fields.company ?? '', fields.provinceCode ?? '', fields.zip ?? '']
    .map((text) => foldedTokens(tokensOf(text)))
    .filter((text) => text !== '')
}

/** Whether two parts say the same number of the same thing. */
function isSame(part: LinePart, other: LinePart | null): boolean {
  const [one, two] = [keyOf(part), keyOf(other)]
  return one !== null && one === two
}

function keyOf(part: LinePart | null): string | null {
  if (part?.kind === 'designator' && part.number !== null) return `${part.type} ${part.number}`
  return part?.kind === 'box' && typeof part.value === 'object' ? `BOX ${part.value.number}` : null
}
