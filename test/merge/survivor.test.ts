import { describe, expect, it } from 'vitest'
import type { Customer } from '../../src/customer/customer.js'
import type { MergeChoices } from '../../src/merge/merge-wish.js'
import { planMerge } from '../../src/merge/plan-merge.js'
import { suggestSurvivor, type SurvivorRule } from '../../src/merge/survivor.js'
import { buildContext } from '../../src/testing/build-context.js'
import { people, planned, type Person } from './planned.js'

const email = 'anna@example.com'
const enabled: Person = { account: { type: 'account', state: 'ENABLED', blocked: false } }
const invited: Person = { account: { type: 'account', state: 'INVITED', blocked: false } }
const declined: Person = { account: { type: 'account', state: 'DECLINED', blocked: false } }
const consent = (state: Customer['emailMarketingConsent']['state']): Person => ({
  emailMarketingConsent: { state },
})

interface Case {
  readonly name: string
  readonly winner: Person
  readonly loser: Person
  readonly choices?: MergeChoices
  readonly rule: SurvivorRule
}

/** Each pair differs in one step only, or a higher step against all lower ones. The winner's id is 1. */
const cases: readonly Case[] = [
  { name: "the host's choice", winner: {}, loser: {}, choices: { survivor: '1' }, rule: 'chosen' },
  {
    name: "the host's choice against everything else",
    winner: {},
    loser: { email, ...enabled, ...consent('SUBSCRIBED') },
    choices: { survivor: '1' },
    rule: 'chosen',
  },
  {
    name: 'the owner of the email kept by choice',
    winner: { email },
    loser: { email: 'other@example.com' },
    choices: { keep: { email: '1' } },
    rule: 'kept-email',
  },
  {
    name: 'the owner of the email kept by choice against an enabled account',
    winner: { email },
    loser: { email: 'other@example.com', ...enabled, ...consent('SUBSCRIBED') },
    choices: { keep: { email: '1' } },
    rule: 'kept-email',
  },
  { name: 'the one with an email', winner: { email }, loser: {}, rule: 'has-email' },
  { name: 'the one whose email is not blank', winner: { email }, loser: { email: ' ' }, rule: 'has-email' },
  {
    name: 'the one with an email against an enabled account',
    winner: { email },
    loser: enabled,
    rule: 'has-email',
  },
  { name: 'the enabled account', winner: { email, ...enabled }, loser: { email }, rule: 'account-enabled' },
  {
    name: 'the enabled account against an invited one that subscribed',
    winner: { email, ...enabled },
    loser: { email, ...invited, ...consent('SUBSCRIBED') },
    rule: 'account-enabled',
  },
  {
    name: 'the one who subscribed',
    winner: { email, ...consent('SUBSCRIBED') },
    loser: { email },
    rule: 'email-consent',
  },
  {
    name: 'the one who was asked',
    winner: { email, ...consent('PENDING') },
    loser: { email },
    rule: 'email-consent',
  },
  {
    name: 'the one who subscribed against an invited one who unsubscribed',
    winner: { email, ...consent('SUBSCRIBED') },
    loser: { email, ...invited, ...consent('UNSUBSCRIBED') },
    rule: 'email-consent',
  },
  {
    name: 'the invited one',
    winner: { email, ...invited },
    loser: { email, ...declined },
    rule: 'account-invited',
  },
  {
    name: 'the invited one where both agree on consent',
    winner: { email, ...invited, ...consent('PENDING') },
    loser: { email, ...consent('SUBSCRIBED') },
    rule: 'account-invited',
  },
]

describe('the survivor', () => {
  it.each(cases)('is $name, in either order', ({ winner, loser, choices, rule }) => {
    const records = people(winner, loser)
    for (const order of [records, records.toReversed()]) {
      const plan = planned(planMerge({ ...choices, records: order }, buildContext()))
      expect(plan).toMatchObject({ survivor: '1', survivorRule: rule, absorbed: ['2'], subjects: ['1', '2'] })
      expect(plan.result.customer.id).toBe('1')
    }
  })

  const ties: readonly [string, Person][] = [
    ['both have no email', {}],
    ['both are the same in every step', { email, ...enabled, ...consent('SUBSCRIBED') }],
    ['both were invited', { email, ...invited }],
    ['both unsubscribed', { email, ...consent('UNSUBSCRIBED') }],
  ]

  it.each(ties)('is the last one given where %s', (_name, part) => {
    const records = people(part, part)
    const outcome = planMerge({ records }, buildContext())
    expect(planned(outcome)).toMatchObject({ survivor: '2', survivorRule: 'last', absorbed: ['1'] })
  })

  it('is found among many step by step; the rule is the step that left only one', () => {
    const records = people({ ...enabled }, { email }, { email, ...invited }, { email, ...consent('INVALID') })
    const plan = planned(planMerge({ records }, buildContext()))
    expect(plan).toMatchObject({ survivor: '3', survivorRule: 'account-invited', absorbed: ['1', '2', '4'] })
  })

  it('is the last of those whom the steps leave', () => {
    const records = people({ email }, { email }, {})
    const plan = planned(planMerge({ records }, buildContext()))
    expect(plan).toMatchObject({ survivor: '2', survivorRule: 'last', absorbed: ['1', '3'] })
  })
})

describe('who lives on where nobody chooses', () => {
  it('is whom the steps favour, in whatever order they are named', () => {
    const [one, other] = people({ ...declined, email: 'one@example.com' }, { ...enabled, email })
    expect(suggestSurvivor([one!, other!])).toBe('2')
    expect(suggestSurvivor([other!, one!])).toBe('2')
  })
})
