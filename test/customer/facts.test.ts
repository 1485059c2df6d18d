import { describe, expect, it } from 'vitest'
import {
  factValue,
  harmlessHostFacts,
  noLibraryFacts,
  unknownHostFacts,
  type FactName,
  type Facts,
} from '../../src/customer/facts.js'
import { prototypeNames } from '../hostile-texts.js'

const facts: Facts = {
  ...harmlessHostFacts,
  ...noLibraryFacts,
  custom: { lawsuit: 'open', seats: 0, none: null },
}

describe('the facts to begin with', () => {
  it('say nothing against anybody where the host knows there is nothing', () => {
    expect(harmlessHostFacts).toEqual({
      orderHistory: 'none',
      subscriptionContracts: 'never',
      company: 'none',
      vaultedCards: 0,
      storeCreditAccounts: 0,
      scheduledGiftCards: 0,
      multipass: false,
      custom: {},
    })
  })

  it('have nothing going on', () => {
    expect(noLibraryFacts).toEqual({
      deleted: false,
      mergeInProgress: false,
      redaction: 'none',
      redactionRequest: null,
      relationRedaction: 'none',
      dataRequest: 'none',
    })
  })
})

describe('factValue', () => {
  it.each([
    ['orderHistory', 'none'],
    ['vaultedCards', 0],
    ['multipass', false],
    ['deleted', false],
    ['custom.lawsuit', 'open'],
    ['custom.seats', 0],
  ] as const)('reads %s as %j', (name, value) => {
    expect(factValue(facts, name)).toBe(value)
  })

  it.each([
    ['a fact that is absent', {}, 'vaultedCards'],
    ['a fact without a value', { vaultedCards: undefined }, 'vaultedCards'],
    ['a fact that is null', { vaultedCards: null }, 'vaultedCards'],
    ['a fact of the host that is absent', facts, 'custom.other'],
    ['a fact of the host that is null', facts, 'custom.none'],
    ['a fact of the host without any', {}, 'custom.lawsuit'],
    ['a fact of the host without a name', facts, 'custom.'],
  ] as const)('reads %s as unknown, never as no', (_what, given, name) => {
    expect(factValue(given as Partial<Facts>, name)).toBe('unknown')
  })

  it.each(prototypeNames)('finds no fact %s on a prototype', (name) => {
    expect(factValue(facts, name as FactName)).toBe('unknown')
    expect(factValue(facts, `custom.${name}`)).toBe('unknown')
  })

  it('reads a fact of the host under a name of a prototype where the host gave one', () => {
    const custom = JSON.parse('{"__proto__": "open"}')
    expect(factValue({ custom }, 'custom.__proto__')).toBe('open')
  })

  it('reads every fact of a host that tells nothing as unknown', () => {
    const names = Object.keys(harmlessHostFacts).filter((name) => name !== 'custom') as FactName[]
    expect(Object.keys(unknownHostFacts)).toEqual([...names, 'custom'])
    expect(names.map((name) => factValue(unknownHostFacts, name))).toEqual(names.map(() => 'unknown'))
  })
})
