import type { ProblemWords } from '../messages.js'
import { nlEventWords } from './events.js'
import { nlPersonalData } from './personal-data.js'

/** The words for what problems say in codes, in Dutch. */
export const nlProblemWords: ProblemWords = {
  actor: nlEventWords.actors,
  encoding: {
    'utf-32': 'tekst in UTF-32',
    'xlsx-or-zip': 'een Excel-werkmap (XLSX) of een ZIP-bestand',
    xls: 'een oudere Excel-werkmap (XLS)',
    gzip: 'een gecomprimeerd bestand (gzip)',
  },
  expected: {
    attribute: 'filter',
    value: 'waarde',
    text: 'tekst',
    number: 'getal',
    'whole number': 'geheel getal',
    'number from 0': 'getal vanaf 0',
    string: 'tekst',
    int: 'geheel getal',
    boolean: 'waar of onwaar',
    array: 'lijst',
    object: 'object',
  },
  fact: nlPersonalData.labels,
  field: nlEventWords.fields,
  from: nlEventWords.consents,
  read: { text: 'tekst', number: 'getal', date: 'datum', boolean: 'waar of onwaar' },
  readers: {
    orders: 'bestellingen',
    products: 'gekochte producten',
    checkouts: 'verlaten checkouts',
    emails: 'wat er van e-mails is geworden',
    views: 'bekeken pagina’s',
    credit: 'winkeltegoed',
    companies: 'bedrijven',
    origin: 'de app die de klant heeft toegevoegd',
    location: 'waar de klant woont',
  },
  state: nlEventWords.consents,
  to: nlEventWords.consents,
}
