import type { ProblemWords } from '../messages.js'
import { nbEventWords } from './events.js'
import { nbPersonalData } from './personal-data.js'

/** The words for what problems say in codes, in Norwegian. */
export const nbProblemWords: ProblemWords = {
  actor: nbEventWords.actors,
  encoding: {
    'utf-32': 'tekst i UTF-32',
    'xlsx-or-zip': 'en Excel-arbeidsbok (XLSX) eller en ZIP-fil',
    xls: 'en eldre Excel-arbeidsbok (XLS)',
    gzip: 'en komprimert fil (gzip)',
  },
  expected: {
    attribute: 'filter',
    value: 'verdi',
    text: 'tekst',
    number: 'tall',
    'whole number': 'helt tall',
    'number from 0': 'tall fra 0 og oppover',
    string: 'tekst',
    int: 'helt tall',
    boolean: 'sant eller usant',
    array: 'liste',
    object: 'objekt',
  },
  fact: nbPersonalData.labels,
  field: nbEventWords.fields,
  from: nbEventWords.consents,
  read: { text: 'tekst', number: 'tall', date: 'dato', boolean: 'sant eller usant' },
  readers: {
    orders: 'bestillinger',
    products: 'kjøpte produkter',
    checkouts: 'forlatte kasser',
    emails: 'hva som ble av e-poster',
    views: 'viste sider',
    credit: 'butikkreditt',
    companies: 'firmaer',
    origin: 'appen som la til kunden',
    location: 'hvor kunden bor',
  },
  state: nbEventWords.consents,
  to: nbEventWords.consents,
}
