import {
  addressFieldNames,
  addressProblems,
  type Customer,
  customerProblems,
  customerWarnings,
  emailKey,
  isMilitaryAddress,
  isMilitaryMail,
  limits,
  militaryAddressProblems,
  parseCustomer,
  planCreate,
  policies,
  type Policy,
} from 'clientele'
import { parsePhone } from 'clientele/phone'
import { parseSegment } from 'clientele/segment'
import { buildContext, buildRecord } from 'clientele/testing'
import { describe, it } from 'vitest'
import { attackStrings, expectLinear } from './hostile-texts.js'

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
}

describe.each(Object.entries(validators))('%s', (_name, run) => {
  it.each(Object.entries(attackStrings))('takes linear time on %s', (_what, attack) => {
    expectLinear(run, attack)
  })
})
