import type { CityLinePart } from './city-line.js'
import { hintsOf } from './hints.js'
import type { MilitaryReading } from './reading.js'

/** Whether parts of a city line say nothing that the fields do not say, so that nothing is lost without them. */
export function agree(parts: readonly CityLinePart[], { city, state, zip }: MilitaryReading): boolean {
  const { offices, states, zips } = hintsOf(parts)
  return (
    [...offices].every((office) => office === city.postOffice) &&
    [...states].every((code) => code === state.state) &&
    [...zips].every((code) => zip.zip === code || zip.zip?.slice(0, 5) === code)
  )
}
