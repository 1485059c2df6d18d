import type { RepairRow } from './repair-row.js'

/** What can be done about a country: mail to the forces is domestic, whatever the host country is. */
export const countryRepairs: readonly RepairRow[] = [
  {
    code: 'military.repaired-country',
    propose: ({ fields, country, city, state, zip }) => {
      if (fields.countryCode === 'US') return null
      const changes = { countryCode: 'US' }
      if (country !== 'other') return { level: 'safe', changes }
      if (city.postOffice !== null && zip.state !== null) return { level: 'safe', changes }
      const isMaybe = city.namesPostOffice || state.state !== null || zip.state !== null
      return isMaybe ? { level: 'suggest', changes } : null
    },
  },
]
