import type { ProblemWords } from '../messages.js'
import { plEventWords } from './events.js'
import { plPersonalData } from './personal-data.js'

/** The words for what problems say in codes, in Polish. */
export const plProblemWords: ProblemWords = {
  actor: plEventWords.actors,
  encoding: {
    'utf-32': 'tekst w UTF-32',
    'xlsx-or-zip': 'skoroszyt Excela (XLSX) albo plik ZIP',
    xls: 'dawny skoroszyt Excela (XLS)',
    gzip: 'plik skompresowany (gzip)',
  },
  expected: {
    attribute: 'filtr',
    value: 'wartość',
    text: 'tekst',
    number: 'liczba',
    'whole number': 'liczba całkowita',
    'number from 0': 'liczba od 0 wzwyż',
    string: 'tekst',
    int: 'liczba całkowita',
    boolean: 'prawda lub fałsz',
    array: 'lista',
    object: 'obiekt',
  },
  fact: plPersonalData.labels,
  field: plEventWords.fields,
  from: plEventWords.consents,
  read: { text: 'tekst', number: 'liczba', date: 'data', boolean: 'prawda lub fałsz' },
  readers: {
    orders: 'zamówienia',
    products: 'kupione produkty',
    checkouts: 'porzucone kasy',
    emails: 'losy wiadomości e-mail',
    views: 'obejrzane strony',
    credit: 'środki sklepowe',
    companies: 'firmy',
    origin: 'aplikacja, która dodała klienta',
    location: 'miejsce zamieszkania klienta',
  },
  state: plEventWords.consents,
  to: plEventWords.consents,
}
