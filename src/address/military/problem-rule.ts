import type { AddressFields } from '../address.js'
import type { MilitaryLevel } from '../military-rule.js'
import type { MilitaryAsk, MilitaryProblemCode } from './military-problem.js'
import type { MilitaryReading } from './reading.js'

/** One rule about military mail: a row of a table. */
export interface MilitaryProblemRule {
  readonly code: MilitaryProblemCode
  readonly level: MilitaryLevel | 'both'
  readonly field: keyof AddressFields | ((reading: MilitaryReading) => keyof AddressFields)
  readonly holds: (reading: MilitaryReading) => boolean
  /** what only the customer can tell; nothing where the address itself says it elsewhere */
  readonly ask?: MilitaryAsk | ((reading: MilitaryReading) => MilitaryAsk | null)
}
