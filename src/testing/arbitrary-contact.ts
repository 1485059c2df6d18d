import { noConsent, optInLevels, type Consent } from '../contact/consent.js'
import type { E164 } from '../contact/phone.js'
import { instantArbitrary } from './arbitrary-instant.js'
import { plain, type Arbitrary, type FastCheck } from './fast-check.js'

/** Beginnings of numbers to which as many digits are added as the country wants. */
const phonePlans = [
  { start: '+48601', digits: 6 },
  { start: '+4915123', digits: 6 },
  { start: '+4791', digits: 6 },
  { start: '+35840', digits: 7 },
  { start: '+3161', digits: 7 },
  { start: '+1212555', digits: 4 },
  { start: '+447400', digits: 6 },
] as const

/** Phone numbers that exist or could, in E.164. */
export function phoneArbitrary(fc: FastCheck): Arbitrary<E164> {
  return fc
    .record({ plan: fc.constantFrom(...phonePlans), number: fc.integer({ min: 200_000, max: 999_999 }) })
    .map(({ plan, number }) => plan.start + String(number).padEnd(plan.digits, '4').slice(0, plan.digits))
}

const locals = ['anna', 'Anna.Nowak', 'info', 'zoë', "o'brien", 'shop+news', 'ольга', 'X_y-z'] as const
const domains = [
  'example.com',
  'Example.ORG',
  'mail.shop.example',
  'bücher.example',
  'пример.example',
] as const

/** Email addresses, as typed: in any case, plus-addressed, international. */
export function emailArbitrary(fc: FastCheck): Arbitrary<string> {
  return fc
    .record({
      local: fc.constantFrom(...locals),
      number: fc.integer({ min: 1, max: 99_999 }),
      domain: fc.constantFrom(...domains),
    })
    .map(({ local, number, domain }) => `${local}${number}@${domain}`)
}

/** What somebody reachable may have said: a yes has a level, a yes to be confirmed awaits a confirmation. */
export function consentArbitrary(fc: FastCheck): Arbitrary<Consent> {
  const updatedAt = instantArbitrary(fc)
  const source = fc.constantFrom(null, 'checkout', 'newsletter form', 'import')
  return fc.oneof(
    fc.constant(noConsent),
    fc.record(
      {
        state: fc.constant('SUBSCRIBED' as const),
        optInLevel: fc.constantFrom(...optInLevels),
        updatedAt,
        source,
      },
      plain,
    ),
    fc.record(
      {
        state: fc.constant('PENDING' as const),
        optInLevel: fc.constant('CONFIRMED_OPT_IN' as const),
        updatedAt,
        source,
      },
      plain,
    ),
    fc.record(
      {
        state: fc.constant('UNSUBSCRIBED' as const),
        optInLevel: fc.constantFrom(null, ...optInLevels),
        updatedAt,
        source,
      },
      plain,
    ),
  )
}
