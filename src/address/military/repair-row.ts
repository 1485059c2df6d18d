import type { AddressFields } from '../address.js'
import type { MilitaryReading } from './reading.js'

/** What was put right, or offered. */
export type MilitaryRepairCode =
  | 'military.repaired-zip'
  | 'military.repaired-zip-from-text'
  | 'military.repaired-zip-digits'
  | 'military.repaired-city'
  | 'military.repaired-city-from-text'
  | 'military.repaired-state'
  | 'military.repaired-state-from-zip'
  | 'military.repaired-state-from-text'
  | 'military.repaired-country'
  | 'military.repaired-city-line'
  | 'military.repaired-foreign-place'
  | 'military.repaired-repetition'
  | 'military.repaired-name'
  | 'military.repaired-company'
  | 'military.repaired-other-line'
  | 'military.repaired-delivery-line'

/** `safe` may be done unasked; `suggest` must be shown to the customer. */
export type MilitaryRepairLevel = 'safe' | 'suggest'

export type FieldChanges = Partial<AddressFields>

/** Fields that would change together. */
export interface Proposal {
  readonly level: MilitaryRepairLevel
  readonly changes: FieldChanges
}

/** One repair: a row of a table. It proposes nothing where there is nothing to put right. */
export interface RepairRow {
  readonly code: MilitaryRepairCode
  readonly propose: (reading: MilitaryReading) => Proposal | null
}
