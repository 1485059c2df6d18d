import { cityLineOf, type CityLinePart } from './city-line.js'
import { hintsOf, only } from './hints.js'
import type { Spelling } from './phrase.js'
import type { PostOffice } from './post-office.js'
import { tokensOf, type Token } from './token.js'

/** What the city field says. */
export interface CityReading {
  /** whether a post office is named at all, be it two of them */
  readonly namesPostOffice: boolean
  /** the one that is meant */
  readonly postOffice: PostOffice | null
  readonly spelling: Spelling
  /** what else of a city line stands there: state, ZIP, country, a second post office */
  readonly extraParts: readonly CityLinePart[]
  /** what else stands there: places and the like */
  readonly rest: readonly Token[]
}

type OfficePart = Extract<CityLinePart, { kind: 'office' }>

/** Reads a city as typed: `apo`, `A.P.O.`, `APO AE 09012`, `FPO Yokosuka`. A misspelled one must not have other words around. */
export function readCity(typed: string | null): CityReading {
  const { parts, rest } = cityLineOf(tokensOf(typed ?? ''))
  const offices = parts
    .filter(isOffice)
    .filter(({ spelling }) => spelling !== 'misspelled' || rest.length === 0)
  const marks = parts.filter(({ kind }) => kind === 'mark')
  const extraParts = parts.filter(({ kind }) => kind !== 'office' && kind !== 'mark').concat(offices.slice(1))
  const isAlone = extraParts.length === 0 && rest.length === 0
  const spelling = offices[0]?.spelling ?? 'plain'
  return {
    namesPostOffice: offices.length > 0,
    postOffice: only(hintsOf(offices).offices),
    spelling: spelling === 'plain' && isAlone && marks.length > 0 ? 'variant' : spelling,
    extraParts,
    rest,
  }
}

function isOffice(part: CityLinePart): part is OfficePart {
  return part.kind === 'office'
}
