import type { ProblemWords } from '../messages.js'
import { enEventWords } from './events.js'
import { enPersonalData } from './personal-data.js'

/** The words for what problems say in codes, in English. */
export const enProblemWords: ProblemWords = {
  actor: enEventWords.actors,
  encoding: {
    'utf-32': 'text in UTF-32',
    'xlsx-or-zip': 'an Excel workbook (XLSX) or a ZIP file',
    xls: 'an old Excel workbook (XLS)',
    gzip: 'a compressed file (gzip)',
  },
  expected: {
    attribute: 'filter',
    value: 'value',
    text: 'text',
    number: 'number',
    'whole number': 'whole number',
    'number from 0': 'number from 0',
    string: 'text',
    int: 'whole number',
    boolean: 'true or false',
    array: 'list',
    object: 'object',
  },
  fact: enPersonalData.labels,
  field: enEventWords.fields,
  from: enEventWords.consents,
  read: { text: 'text', number: 'number', date: 'date', boolean: 'true or false' },
  readers: {
    orders: 'orders',
    products: 'purchased products',
    checkouts: 'abandoned checkouts',
    emails: 'what became of emails',
    views: 'pages viewed',
    credit: 'store credit',
    companies: 'companies',
    origin: 'the app that added the customer',
    location: 'where the customer lives',
  },
  state: enEventWords.consents,
  to: enEventWords.consents,
}
