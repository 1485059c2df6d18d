import { addressFieldNames, type AddressFields, type AddressInput } from '../address.js'
import { militaryLevels } from '../military-rule.js'
import { cityRepairs } from './city-repairs.js'
import { countryRepairs } from './country-repairs.js'
import { lineRepairs } from './line-repairs.js'
import { problemsOfReading } from './military-address-problems.js'
import { readMilitaryAddress, type MilitaryReading } from './reading.js'
import type { MilitaryRepairCode, MilitaryRepairLevel, Proposal, RepairRow } from './repair-row.js'
import { stateRepairs } from './state-repairs.js'
import { zipRepairs } from './zip-repairs.js'

export type { MilitaryRepairCode, MilitaryRepairLevel } from './repair-row.js'

/** One field that was changed (`safe`), or that may be changed if the customer agrees (`suggest`). */
export interface MilitaryRepair {
  readonly code: MilitaryRepairCode
  readonly path: readonly [keyof AddressFields]
  readonly level: MilitaryRepairLevel
  readonly before: string | null
  readonly after: string | null
}

/** An address with its safe repairs applied, and all repairs in the order in which they were found. */
export interface RepairedMilitaryAddress {
  readonly address: AddressFields
  readonly repairs: readonly MilitaryRepair[]
}

/** All repairs. What fills a field comes before what drops the same thing elsewhere. */
const rows: readonly RepairRow[] = [
  ...zipRepairs,
  ...stateRepairs,
  ...cityRepairs,
  ...countryRepairs,
  ...lineRepairs,
]

/** More than any address needs: no repair undoes another. */
const MOST_STEPS = 2 * rows.length

/**
 * Puts an address as US military mail into its canonical postal form, as far as nobody need be asked: `address` has the
 * safe repairs applied, the others are offered. Never invents a number or a post office, keeps leading zeros, changes
 * nothing when run again; a safe repair never adds a problem at either level.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { address, repairs } = repairMilitaryAddress({ address1: 'psc1234, box 567', city: 'A.P.O. AE', zip: '090120001' })
 * expect(address).toMatchObject({ address1: 'PSC 1234 BOX 567', city: 'APO', provinceCode: 'AE', zip: '09012-0001' })
 * expect(repairs.every((repair) => repair.level === 'safe')).toBe(true)
 * ```
 */
export function repairMilitaryAddress(address: AddressInput): RepairedMilitaryAddress {
  const repairs: MilitaryRepair[] = []
  let reading = readMilitaryAddress(address)
  for (let step = 0; step < MOST_STEPS; step++) {
    const safe = nextStep(reading)
    if (safe === null) break
    repairs.push(...safe.repairs)
    reading = safe.reading
  }
  return { address: reading.fields, repairs: [...repairs, ...suggestionsFor(reading)] }
}

interface Step {
  readonly repairs: readonly MilitaryRepair[]
  readonly reading: MilitaryReading
}

/** The first safe repair, applied. What would make the address worse at either level is no more than a suggestion. */
function nextStep(before: MilitaryReading): Step | null {
  for (const { code, propose } of rows) {
    const proposal = propose(before)
    if (proposal?.level !== 'safe') continue
    const reading = readMilitaryAddress({ ...before.fields, ...proposal.changes })
    if (!isWorse(reading, before)) return { repairs: repairsOf(code, proposal, before.fields), reading }
  }
  return null
}

function isWorse(after: MilitaryReading, before: MilitaryReading): boolean {
  return militaryLevels.some((level) => {
    const codes = new Set(problemsOfReading(before, level).map(({ code }) => code))
    return problemsOfReading(after, level).some(({ code }) => !codes.has(code))
  })
}

function suggestionsFor(reading: MilitaryReading): MilitaryRepair[] {
  return rows.flatMap(({ code, propose }) => {
    const proposal = propose(reading)
    return proposal === null ? [] : repairsOf(code, { ...proposal, level: 'suggest' }, reading.fields)
  })
}

function repairsOf(
  code: MilitaryRepairCode,
  { level, changes }: Proposal,
  fields: AddressFields,
): MilitaryRepair[] {
  const after = { ...fields, ...changes }
  return addressFieldNames
    .filter((name) => after[name] !== fields[name])
    .map((name) => ({ code, path: [name], level, before: fields[name], after: after[name] }))
}
