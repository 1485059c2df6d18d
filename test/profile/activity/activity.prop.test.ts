import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePhone } from '../../../src/contact/phone-parser.js'
import { customerProblems } from '../../../src/customer/customer-problems.js'
import type { Customer } from '../../../src/customer/customer.js'
import { policies } from '../../../src/policy/policies.js'
import type { Activity } from '../../../src/profile/activity/activity.js'
import { activityKinds } from '../../../src/profile/activity/activity-kinds.js'
import { planActivity } from '../../../src/profile/activity/plan-activity.js'
import { arbitraries } from '../../../src/testing/arbitraries.js'
import { buildContext } from '../../../src/testing/build-context.js'
import { prototypeNames } from '../../hostile-texts.js'

const context = buildContext({ parsePhone, store: { statistics: 'counted' } })
const { record, customer } = arbitraries(fc)
const types = fc.constantFrom(...(Object.keys(activityKinds) as Activity['type'][]))
const toActivity = (type: Activity['type'], person: unknown, rest: object = {}): Activity =>
  ({ id: 'a', type, at: context.now, person, amount: null, emailConfirmed: true, ...rest }) as Activity

/** Whatever a webhook may hold in the place of a person. */
const anything = fc.oneof(
  fc.anything(),
  fc.dictionary(
    fc.constantFrom(
      'firstName',
      'email',
      'phone',
      'addresses',
      'billingDetails',
      'locale',
      ...prototypeNames,
    ),
    fc.anything(),
  ),
)

describe('any activity', () => {
  it('overwrites nothing that a profile has, and leaves a sound one', () => {
    fc.assert(
      fc.property(types, record, customer, (type, kept, given) => {
        const outcome = planActivity(
          { candidates: [], known: kept, activity: toActivity(type, given) },
          context,
        )
        if (!outcome.ok) throw new Error('refused')
        const { result, changeSet } = outcome.value
        const before = kept.customer
        for (const field of ['firstName', 'lastName', 'email', 'phone', 'locale', 'source', 'note'] as const)
          if (before[field] !== null) expect(result?.[field]).toBe(before[field])
        expect(result?.addresses.slice(0, before.addresses.length)).toEqual(before.addresses)
        expect(result?.tags).toEqual(before.tags)
        expect(customerProblems(result as Customer, policies.shopify)).toEqual([])
        expect(JSON.parse(JSON.stringify(changeSet))).toEqual(changeSet)
      }),
    )
  })

  it('is taken in, whatever it says of the person, the time, the amount and consent', () => {
    fc.assert(
      fc.property(types, anything, anything, anything, anything, (type, person, at, amount, consents) => {
        const activity = toActivity(type, person, { at, amount, consents })
        const outcome = planActivity({ candidates: [], activity }, context)
        expect(outcome.ok).toBe(true)
        if (!outcome.ok) return
        const { result, changeSet } = outcome.value
        expect(result === null || customerProblems(result, policies.shopify).length === 0).toBe(true)
        expect(JSON.parse(JSON.stringify(changeSet))).toEqual(changeSet)
      }),
      { numRuns: 1000 },
    )
  })

  it('says nothing of the person in its problems and its summary', () => {
    fc.assert(
      fc.property(types, fc.constantFrom('Zqx'), record, (type, secret, other) => {
        const person = {
          firstName: secret.repeat(200),
          email: `${secret} no email`,
          phone: secret,
          locale: `!${secret}`,
        }
        const outcome = planActivity({ candidates: [other], activity: toActivity(type, person) }, context)
        if (!outcome.ok) throw new Error('refused')
        expect(JSON.stringify([outcome.value.warnings, outcome.value.changeSet])).not.toContain(secret)
      }),
    )
  })
})
