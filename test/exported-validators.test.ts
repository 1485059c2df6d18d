import {
  addressFieldNames,
  addressProblems,
  type Customer,
  customerProblems,
  customerWarnings,
  emailKey,
  explainProblem,
  isMilitaryAddress,
  isMilitaryMail,
  limits,
  militaryAddressProblems,
  parseCustomer,
  planCreate,
  planMerge,
  policies,
  type Policy,
} from 'clientele'
import { type CustomerRow, planImport } from 'clientele/csv'
import { en } from 'clientele/messages/en'
import { parsePhone } from 'clientele/phone'
import { parseSegment } from 'clientele/segment'
import { buildContext, buildRecord } from 'clientele/testing'
import { describe, it } from 'vitest'
import { attackStrings, expectLinear, expectLinearWaiting } from './hostile-texts.js'
import { quoted, readAll } from './transfer/read-all.js'

/** Limits so wide that no length check can hide a slow rule. */
const policy: Policy = {
  ...policies.shopify,
  limits: Object.fromEntries(
    Object.keys(limits).map((name) => [name, 10_000_000]),
  ) as unknown as typeof limits,
  military: { level: 'postal', severity: 'refuse' },
}

const { customer } = buildRecord()
const context = buildContext({ policy, parsePhone })

const addressOf = (text: string): Customer['addresses'][number] =>
  ({
    id: text,
    ...Object.fromEntries(addressFieldNames.map((name) => [name, text])),
  }) as Customer['addresses'][number]

/** The text in every field there is. */
const everywhere = (text: string): Customer => ({
  ...customer,
  firstName: text,
  lastName: text,
  email: text,
  phone: text,
  note: text,
  locale: text,
  source: text,
  tags: [text],
  taxExemptions: [text],
  addresses: [addressOf(text)],
  defaultAddressId: text,
  billingDetails: [{ ...addressOf(text), taxId: text }],
  defaultBillingDetailsId: text,
  metafields: { [`a.${text}`]: text, [text]: [text] },
})

const pair = ['1', '2'].map((id) => buildRecord({ customer: { id } }))
const headers = ['Email', 'Phone', 'Tags', 'Note', 'Tax Exempt', 'Total Spent', 'Total Orders'] as const

const rowOf = (text: string): CustomerRow => ({
  row: 2,
  id: null,
  input: {
    email: text,
    phone: text,
    firstName: text,
    note: text,
    tags: [text],
    addresses: [addressOf(text)],
  },
  totals: { spent: null, orders: null },
  unknown: [],
  problems: [],
  warnings: [],
})

/** The text for every parameter that a message names. */
const everyParam = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...JSON.stringify(en.problems).matchAll(/\{(\w{1,40})\}/g)].map(([, name = '']) => [name, text]),
  )

/** What takes text from outside and is not measured by the test of its own file. */
const validators: Readonly<Record<string, (text: string) => unknown>> = {
  'addressProblems, on a country that exists': (text) =>
    addressProblems({ ...addressOf(text), countryCode: 'US' }, { policy }),
  isMilitaryAddress: (text) => isMilitaryAddress(addressOf(text)),
  isMilitaryMail: (text) => isMilitaryMail(addressOf(text)),
  'militaryAddressProblems, merchant': (text) => militaryAddressProblems(addressOf(text), 'merchant'),
  'militaryAddressProblems, postal': (text) => militaryAddressProblems(addressOf(text), 'postal'),
  customerProblems: (text) => customerProblems(everywhere(text), policy),
  customerWarnings: (text) => customerWarnings(everywhere(text), policy),
  parseCustomer: (text) => parseCustomer(everywhere(text), policy),
  'parseCustomer, with the text for a field': (text) => parseCustomer({ ...customer, [text]: text }, policy),
  'parseCustomer, with the text for times': (text) =>
    parseCustomer({ ...customer, createdAt: text, updatedAt: text }, policy),
  planCreate: (text) => planCreate(everywhere(text), context),
  emailKey: (text) => emailKey(text),
  parsePhone: (text) => parsePhone(text, 'PL'),
  'parsePhone, with the text for a country': (text) => parsePhone('601 234 567', text),
  parseSegment: (text) => parseSegment(text),
  'planMerge, with the text for every choice': (text) =>
    planMerge({ records: pair, survivor: text, keep: { email: text }, note: text, tags: [text] }, context),
  'planMerge, with the text for a field': (text) =>
    planMerge({ records: pair, [text]: text, keep: { [text]: text } }, context),
  'planMerge, of records that hold the text': (text) => {
    const records = pair.map((record) => ({
      ...record,
      customer: { ...everywhere(text), id: record.customer.id },
    }))
    return planMerge({ records }, context)
  },
  planImport: (text) =>
    planImport([rowOf(text)], { existing: [], suppressed: { emails: [], phones: [] } }, context),
  'explainProblem, with the text for a parameter of every message': (text) =>
    Object.keys(en.problems).map((code) =>
      explainProblem({ code, path: [text], params: everyParam(text) }, en),
    ),
  'explainProblem, with the text for a code': (text) => explainProblem({ code: text, path: [] }, en),
  'explainProblem, with the text for a message': (text) =>
    explainProblem({ code: 'x', path: [] }, { language: 'en', problems: { x: text } }),
}

/** The same for files. */
const readers: Readonly<Record<string, (text: string) => Promise<unknown>>> = {
  'readCustomerCsv, with the text for a file': readAll,
  'readCustomerCsv, with the text for a header': (text) => readAll(`Email,${text}\na@example.com,\n`),
  'readCustomerCsv, with the text for every cell': (text) => {
    const cells = Array.from(headers, () => quoted(text)).join(',')
    return readAll(`${headers.join(',')}\n${cells}\n`, { rowLength: 10_000_000 })
  },
  'readCustomerCsv, with the text behind a quote': (text) => readAll(`Email,Note\n"a"${text},"${text}\n`),
}

describe.each(Object.entries(validators))('%s', (_name, run) => {
  it.each(Object.entries(attackStrings))('takes linear time on %s', (_what, attack) => {
    expectLinear(run, attack)
  })
})

describe.each(Object.entries(readers))('%s', (_name, run) => {
  it.each(Object.entries(attackStrings))('takes linear time on %s', async (_what, attack) => {
    await expectLinearWaiting(run, attack)
  })
})
