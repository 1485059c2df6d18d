import type { AddressFields } from '../address.js'
import { agree } from './agreement.js'
import { cityLineParts } from './delivery-faults.js'
import { only } from './hints.js'
import { withDeliveryLine, withoutParts } from './line-edit.js'
import type { PostOffice } from './post-office.js'
import type { MilitaryReading } from './reading.js'
import { readLine } from './read-line.js'
import type { FieldChanges, Proposal, RepairRow } from './repair-row.js'
import { kindOfText, type TextKind } from './text-kind.js'
import type { Token } from './token.js'

/** What can be done about a city: its spelling, what stands around it, and a city line typed elsewhere. Never from a ZIP. */
export const cityRepairs: readonly RepairRow[] = [
  {
    code: 'military.repaired-city',
    propose: (reading) => {
      const { fields, city } = reading
      if (city.postOffice === null || city.postOffice === fields.city || !mayBeDropped(city.rest)) return null
      const isCertain = city.spelling !== 'misspelled' && agree(city.extraParts, reading)
      return { level: isCertain ? 'safe' : 'suggest', changes: { city: city.postOffice } }
    },
  },
  {
    code: 'military.repaired-city-from-text',
    propose: (reading) => {
      const office = only(reading.misplaced.offices)
      if (office === null || reading.city.namesPostOffice) return null
      if (reading.fields.city === null) return { level: 'safe', changes: { city: office } }
      const changes = moved(reading, office)
      return holdsDelivery(reading.fields) ? swapped(reading.fields, changes) : { level: 'suggest', changes }
    },
  },
]

const places: ReadonlySet<TextKind> = new Set(['place', 'base', 'words'])

/** Places may go, however they are called; numbers, ships and units are of use. */
function mayBeDropped(rest: readonly Token[]): boolean {
  return rest.every(({ kind }) => kind === 'word') && (rest.length === 0 || places.has(kindOfText(rest)))
}

/** The post office to its field; its line goes, if it says no more than the fields do. */
function moved(reading: MilitaryReading, office: PostOffice): FieldChanges {
  const { fields, city, delivery } = reading
  const parts = delivery.cityLines.flatMap((line) => line.parts)
  const mayGo = agree(parts, { ...reading, city: { ...city, postOffice: office } })
  return { city: office, ...(mayGo ? withoutParts(fields, cityLineParts(reading)) : {}) }
}

function holdsDelivery({ city }: AddressFields): boolean {
  return readLine('address1', city).some(({ kind }) => kind === 'designator' || kind === 'box')
}

/** The numbers that stand in the city go to a line that is free. */
function swapped(fields: AddressFields, changes: FieldChanges): Proposal | null {
  const after = { ...fields, ...changes }
  const free = (['address1', 'address2'] as const).find((line) => after[line] === null)
  return free === undefined ? null : withDeliveryLine(fields, 'suggest', { ...changes, [free]: fields.city })
}
