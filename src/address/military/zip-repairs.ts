import { agree } from './agreement.js'
import { only } from './hints.js'
import { likelyZip } from './likely-zip.js'
import type { RepairRow } from './repair-row.js'

/** What can be done about a ZIP: its hyphen, its place, and a guess at its digits. */
export const zipRepairs: readonly RepairRow[] = [
  {
    code: 'military.repaired-zip',
    propose: (reading) => {
      const { fields, zip } = reading
      if (zip.zip === null || zip.zip === fields.zip) return null
      return { level: agree(zip.extraParts, reading) ? 'safe' : 'suggest', changes: { zip: zip.zip } }
    },
  },
  {
    code: 'military.repaired-zip-from-text',
    propose: ({ zip, misplaced }) => {
      const said = only(misplaced.zips)
      const isMore = zip.form === 'blank' || (zip.zip !== null && said?.startsWith(`${zip.zip}-`))
      return said !== null && isMore ? { level: 'safe', changes: { zip: said } } : null
    },
  },
  {
    code: 'military.repaired-zip-digits',
    propose: ({ zip, state }) => {
      const likely = zip.form === 'malformed' ? likelyZip(zip.typed, state.state) : null
      return likely === null ? null : { level: 'suggest', changes: { zip: likely } }
    },
  },
]
