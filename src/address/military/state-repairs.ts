import type { AddressFields } from '../address.js'
import { agree } from './agreement.js'
import { only } from './hints.js'
import type { MilitaryReading } from './reading.js'
import type { RepairRow } from './repair-row.js'

/** What can be done about a state: its code, and what the ZIP or another field says. */
export const stateRepairs: readonly RepairRow[] = [
  {
    code: 'military.repaired-state',
    propose: (reading) => {
      const { fields, state } = reading
      if (state.state === null || state.state === fields.provinceCode) return null
      const level = agree(state.extraParts, reading) ? 'safe' : 'suggest'
      return { level, changes: { provinceCode: state.state } }
    },
  },
  {
    code: 'military.repaired-state-from-zip',
    propose: (reading) => {
      const { fields, zip, state, misplaced } = reading
      if (zip.state === null || zip.state === state.state) return null
      const isDoubtful =
        state.state !== null ||
        holdsNumber(fields) ||
        !agree(state.extraParts, reading) ||
        [...misplaced.states].some((code) => code !== zip.state)
      return { level: isDoubtful ? 'suggest' : 'safe', changes: { provinceCode: zip.state } }
    },
  },
  {
    code: 'military.repaired-state-from-text',
    propose: (reading) => {
      const said = only(reading.misplaced.states)
      if (said === null || !mayBeFilled(reading)) return null
      return { level: reading.state.form === 'blank' ? 'safe' : 'suggest', changes: { provinceCode: said } }
    },
  },
]

/** `BOX 74` in the field of the state may stand nowhere else. */
function holdsNumber({ provinceCode }: AddressFields): boolean {
  return provinceCode !== null && /\p{Nd}/u.test(provinceCode)
}

/** The ZIP speaks first. */
function mayBeFilled({ state, zip }: MilitaryReading): boolean {
  return state.state === null && zip.state === null
}
