import type { ProblemWords } from '../messages.js'
import { fiEventWords } from './events.js'
import { fiPersonalData } from './personal-data.js'

/** The words for what problems say in codes, in Finnish. */
export const fiProblemWords: ProblemWords = {
  actor: fiEventWords.actors,
  encoding: {
    'utf-32': 'UTF-32-tekstiä',
    'xlsx-or-zip': 'Excel-työkirja (XLSX) tai ZIP-tiedosto',
    xls: 'vanha Excel-työkirja (XLS)',
    gzip: 'pakattu tiedosto (gzip)',
  },
  expected: {
    attribute: 'suodatin',
    value: 'arvo',
    text: 'teksti',
    number: 'luku',
    'whole number': 'kokonaisluku',
    'number from 0': 'luku nollasta ylöspäin',
    string: 'teksti',
    int: 'kokonaisluku',
    boolean: 'tosi tai epätosi',
    array: 'luettelo',
    object: 'objekti',
  },
  fact: fiPersonalData.labels,
  field: fiEventWords.fields,
  from: fiEventWords.consents,
  read: { text: 'teksti', number: 'luku', date: 'päivämäärä', boolean: 'tosi tai epätosi' },
  readers: {
    orders: 'ostotilaukset',
    products: 'ostetut tuotteet',
    checkouts: 'kesken jätetyt kassat',
    emails: 'mitä sähköposteille tapahtui',
    views: 'katsotut sivut',
    credit: 'kauppahyvitys',
    companies: 'yritykset',
    origin: 'sovellus, joka lisäsi asiakkaan',
    location: 'missä asiakas asuu',
  },
  state: fiEventWords.consents,
  to: fiEventWords.consents,
}
