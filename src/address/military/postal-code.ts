import { cityLineOf, type CityLinePart } from './city-line.js'
import { hintsOf, only } from './hints.js'
import { stateOfZip, isZip } from './zip.js'
import type { MilitaryState } from './state-name.js'
import { tokensOf } from './token.js'

/** How a ZIP was written: as it must be; otherwise but beyond doubt (`09021 0002`); neither; not at all. */
export type ZipForm = 'good' | 'readable' | 'malformed' | 'blank'

/** What the ZIP field says. */
export interface ZipReading {
  readonly form: ZipForm
  readonly typed: string
  /** five digits, or nine with a hyphen */
  readonly zip: string | null
  readonly state: MilitaryState | null
  /** what of a city line stands there besides */
  readonly extraParts: readonly CityLinePart[]
}

/** Reads a ZIP as typed. */
export function readZip(typed: string | null): ZipReading {
  const { parts, rest } = cityLineOf(tokensOf(typed ?? ''))
  const zip = rest.every(({ text }) => text === 'ZIP' || text === 'CODE') ? only(hintsOf(parts).zips) : null
  const form = typed === null ? 'blank' : zip === null ? 'malformed' : isZip(typed) ? 'good' : 'readable'
  return {
    form,
    typed: typed ?? '',
    zip,
    state: zip === null ? null : stateOfZip(zip),
    extraParts: parts.filter(({ kind }) => kind !== 'zip'),
  }
}
