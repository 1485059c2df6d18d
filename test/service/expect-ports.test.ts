import { describe, expect, it } from 'vitest'
import { policies } from '../../src/policy/policies.js'
import { createMemoryRepository } from '../../src/repository/memory/index.js'
import { createCustomers } from '../../src/service/create-customers.js'

const shop = { timeZone: 'Europe/Oslo', currency: 'NOK', country: 'NO', locale: 'nb-NO' }
const repository = createMemoryRepository()

/** Ports as they come from a configuration, of which the compiler knows nothing. */
function opened(ports: object): () => unknown {
  return () => createCustomers({ repository, shop, ...ports })
}

describe('createCustomers', () => {
  it('takes a whole set-up', () => {
    expect(opened({})).not.toThrow()
  })

  it.each([null, undefined])('throws at once for %s', (ports) => {
    expect(() => createCustomers(ports as never)).toThrow(
      new TypeError('clientele: createCustomers needs a `repository` and a `shop`'),
    )
  })

  it.each([
    [{ repository: undefined }, 'createCustomers needs a `repository`'],
    [
      { repository: Promise.resolve(repository) },
      'the `repository` lacks capabilities, load, findByIdentity, list, commit, outcomeOf, outbox, acknowledge; ' +
        'what comes as a promise must be awaited',
    ],
    [
      { repository: { ...repository, commit: undefined } },
      'the `repository` lacks commit; what comes as a promise must be awaited',
    ],
    [{ shop: undefined }, 'createCustomers needs a `shop`'],
    [
      { shop: { ...shop, timeZone: 'Oslo' } },
      '`shop.timeZone` must be the IANA name of a time zone, such as Europe/Oslo',
    ],
    [{ shop: { ...shop, currency: 'kr' } }, '`shop.currency` must be the code of a currency, such as NOK'],
    [{ shop: { ...shop, country: 'Norway' } }, '`shop.country` must be the code of a country, such as NO'],
    [{ shop: { ...shop, locale: 'no_NO' } }, '`shop.locale` must be a language tag, such as nb-NO'],
    [{ shop: { ...shop, locale: undefined } }, '`shop.locale` must be a language tag, such as nb-NO'],
    [{ shop: { ...shop, locale: ['nb-NO'] } }, '`shop.locale` must be a language tag, such as nb-NO'],
    [{ parsePhone: 'NO' }, '`parsePhone` must be a function'],
    [{ checkTaxId: {} }, '`checkTaxId` must be a function'],
    [{ segments: [] }, '`segments` must be a function'],
    [{ deliver: 1 }, '`deliver` must be a function'],
    [{ onError: true }, '`onError` must be a function'],
    [{ now: '2026-11-22T12:00:00.000Z' }, '`now` must be a function'],
    [{ newKey: 'k' }, '`newKey` must be a function'],
    [{ policy: 'shopify' }, '`policy` must be one of `policies`, or made by definePolicy'],
    [{ policy: null }, '`policy` must be one of `policies`, or made by definePolicy'],
    [
      { policy: { ...policies.shopify, military: { level: 'usps', severity: 'warn' } } },
      "`military.level` of a policy is one of 'merchant', 'postal'",
    ],
    [{ attempts: 0 }, 'a commit needs at least one attempt'],
  ])('throws at once for what is missing or misspelt: %j', (ports, says) => {
    expect(opened(ports)).toThrow(new TypeError(`clientele: ${says}`))
  })

  const { capabilities } = repository
  it.each([
    [
      { ...capabilities, statistics: 'count' },
      "`capabilities.statistics` of the repository is one of 'projected', 'counted'",
    ],
    [
      { ...capabilities, statistics: undefined },
      "`capabilities.statistics` of the repository is one of 'projected', 'counted'",
    ],
    [
      { ...capabilities, guards: 'commit' },
      "`capabilities.guards` of the repository is one of 'in-commit', 'before-commit'",
    ],
    [
      { ...capabilities, relations: { ...capabilities.relations, orders: 'incommit' } },
      "`capabilities.relations['orders']` of the repository is one of 'in-commit', 'outbox', 'none'",
    ],
    [
      { ...capabilities, relations: { ...capabilities.relations, orders: undefined } },
      "`capabilities.relations['orders']` of the repository is one of 'in-commit', 'outbox', 'none'",
    ],
    [
      { ...capabilities, relations: { ...capabilities.relations, wishlists: ['outbox'] } },
      "`capabilities.relations['wishlists']` of the repository is one of 'in-commit', 'outbox', 'none'",
    ],
    [
      { ...capabilities, relations: undefined },
      "`capabilities.relations['orders']` of the repository is one of 'in-commit', 'outbox', 'none'",
    ],
    [null, "`capabilities.statistics` of the repository is one of 'projected', 'counted'"],
  ])('M-1 throws at once where a store says of itself what nobody understands: %j', (said, says) => {
    expect(opened({ repository: { ...repository, capabilities: said } })).toThrow(
      new TypeError(`clientele: ${says}`),
    )
  })

  it.each([new Date(0), 0, '2026-11-22'])(
    'throws at the first call for a clock that gives %s',
    async (told) => {
      const customers = createCustomers({ repository, shop, now: () => told as never })
      await expect(customers.runCreate({ firstName: 'Ida' })).rejects.toThrow(
        new TypeError('clientele: `now` must give an instant such as 2026-11-22T12:00:00.000Z'),
      )
    },
  )
})
