import { addressFieldNames, type AddressFields, type AddressInput } from '../address.js'
import type { MilitaryLevel } from '../military-rule.js'
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

const levels: readonly MilitaryLevel[] = ['merchant', 'postal']

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
    const safe = proposalsFor(reading).find((proposal) => isSafe(proposal, reading))
    if (safe === undefined) break
    repairs.push(...repairsOf(safe, 'safe', reading.fields))
    reading = readAfter(reading, safe)
  }
  const { fields } = reading
  const offers = proposalsFor(reading).flatMap((proposal) => repairsOf(proposal, 'suggest', fields))
  return { address: fields, repairs: [...repairs, ...offers] }
}

type CodedProposal = Proposal & { readonly code: MilitaryRepairCode }

function proposalsFor(reading: MilitaryReading): CodedProposal[] {
  return rows.flatMap(({ code, propose }) => {
    const proposal = propose(reading)
    return proposal === null ? [] : [{ code, ...proposal }]
  })
}

/** What would make the address worse at either level is no more than a suggestion. */
function isSafe(proposal: Proposal, before: MilitaryReading): boolean {
  if (proposal.level !== 'safe') return false
  const after = readAfter(before, proposal)
  return levels.every((level) => {
    const codes = new Set(problemsOfReading(before, level).map(({ code }) => code))
    return problemsOfReading(after, level).every(({ code }) => codes.has(code))
  })
}

function readAfter({ fields }: MilitaryReading, { changes }: Proposal): MilitaryReading {
  return readMilitaryAddress({ ...fields, ...changes })
}

function repairsOf(
  { code, changes }: CodedProposal,
  level: MilitaryRepairLevel,
  fields: AddressFields,
): MilitaryRepair[] {
  const after = { ...fields, ...changes }
  return addressFieldNames
    .filter((name) => after[name] !== fields[name])
    .map((name) => ({ code, path: [name], level, before: fields[name], after: after[name] }))
}
