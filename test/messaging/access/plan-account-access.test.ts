import type { Account, Context, TimelineEntry } from 'clientele'
import { type AccessWish, planAccountAccess } from 'clientele/messaging'
import { policies, definePolicy, claimsOf } from 'clientele'
import { buildContext, buildRecord } from 'clientele/testing'
import { describe, expect, it } from 'vitest'
import { requestOf } from '../../../src/plan/request.js'
import type { RecordOverrides } from '../../../src/testing/build-record.js'
import { prototypeNames, unstorableTexts } from '../../hostile-texts.js'
import { codesOf, valueOf as planned } from '../../service/customers-on.js'

const guest: Account = { type: 'guest', state: 'DISABLED', blocked: false }
const account = (state: Account['state'], blocked = false): Account => ({ type: 'account', state, blocked })
const context = buildContext({ key: 'k' })
const staff = { type: 'staff', id: 'staff-1' } as const
const customer = { type: 'customer', id: '7' } as const
const system = { type: 'system', id: null } as const

const recordOf = (of: Account, more: RecordOverrides = {}) =>
  buildRecord({ revision: 'r7', ...more, customer: { id: '7', ...more.customer, account: of } })

const plan = (
  of: Account,
  wish: AccessWish,
  given: Context = context,
  timeline?: readonly TimelineEntry[],
  more: RecordOverrides = {},
) => planAccountAccess({ record: recordOf(of, more), timeline }, wish, given)

const invitation = (link: string, expiresAt: string): TimelineEntry => ({
  id: 'e',
  customer: '7',
  at: '2026-11-01T00:00:00.000Z',
  event: { kind: 'invited', by: staff, link, expiresAt },
})

describe('C-7 an invitation', () => {
  const link = { id: 'k/link', expiresAt: '2026-12-22T12:00:00.000Z' }

  it('writes the account, tells the timeline and has the identity system send a link', () => {
    const record = recordOf(guest)
    const value = planned(planAccountAccess({ record }, { action: 'invite' }, context))
    const touches = [
      { path: ['account', 'type'], before: 'guest', after: 'account' },
      { path: ['account', 'state'], before: 'DISABLED', after: 'INVITED' },
      { path: ['account', 'blocked'], before: false, after: false },
    ]
    const after = { ...record.customer, account: account('INVITED'), updatedAt: context.now }
    expect(value).toStrictEqual({
      planner: 'account-access',
      wish: { action: 'invite' },
      subjects: ['7'],
      touches,
      warnings: [],
      changeSet: {
        key: 'k',
        request: requestOf('account-access', ['7'], { action: 'invite' }),
        expects: [{ id: '7', revision: 'r7' }],
        guards: [],
        changes: [
          {
            type: 'put',
            customer: after,
            claims: claimsOf(after, policies.shopify.identity),
            touches,
          },
          {
            type: 'event',
            id: 'k/event/1',
            customer: '7',
            at: context.now,
            event: { kind: 'invited', by: staff, link: 'k/link', expiresAt: link.expiresAt },
          },
        ],
        outbox: [{ id: 'k/account/1', type: 'account', customer: '7', action: 'invite', link }],
        summary: { planner: 'account-access', customer: '7', action: 'invite' },
      },
      customer: '7',
      account: account('INVITED'),
      link,
    })
    expect(JSON.parse(JSON.stringify(value))).toStrictEqual(value)
  })

  it('is sent anew to whoever is invited already, and only the timeline and the identity system hear of it', () => {
    const { changeSet } = planned(plan(account('INVITED'), { action: 'invite' }))
    expect(changeSet.changes.map(({ type }) => type)).toEqual(['event'])
    expect(changeSet.outbox).toMatchObject([{ action: 'invite', link }])
  })

  it('needs a mailbox of the customer', () => {
    const nobody = { customer: { email: null, phone: '+4790000001' } }
    expect(codesOf(plan(guest, { action: 'invite' }, context, [], nobody))).toEqual(['access.no-mailbox'])
    const ignore = ['*@marketplace.example']
    const policy = definePolicy(policies.shopify, { identity: { ...policies.shopify.identity, ignore } })
    const relayed = { customer: { email: 'anna@marketplace.example' } }
    expect(codesOf(plan(guest, { action: 'invite' }, { ...context, policy }, [], relayed))).toEqual([
      'access.no-mailbox',
    ])
    expect(codesOf(plan(guest, { action: 'invite' }, context, [], relayed))).toEqual(['ok'])
  })

  it('gets an account the claims of one, where guests and accounts share emails', () => {
    const identity = { ...policies.shopify.identity, email: 'per-account-type' } as const
    const policy = definePolicy(policies.shopify, { identity })
    const { changeSet } = planned(plan(guest, { action: 'invite' }, { ...context, policy }))
    expect(changeSet.changes[0]).toMatchObject({ claims: ['email:account:anna@example.com'] })
  })
})

describe('E-7 a password reset', () => {
  it('sends a link and changes nothing of the record', () => {
    const { changeSet, link } = planned(plan(account('ENABLED'), { action: 'reset-password' }))
    const expiresAt = '2026-11-23T12:00:00.000Z'
    expect(link).toEqual({ id: 'k/link', expiresAt })
    expect(changeSet.changes).toMatchObject([
      { type: 'event', event: { kind: 'password-reset-sent', by: staff, link: 'k/link', expiresAt } },
    ])
    expect(changeSet.outbox).toEqual([
      { id: 'k/account/1', type: 'account', customer: '7', action: 'reset-password', link },
    ])
  })

  it('goes to the email that the identity system has, whatever the profile says', () => {
    const nobody = { customer: { email: null, phone: '+4790000001' } }
    expect(codesOf(plan(account('ENABLED'), { action: 'reset-password' }, context, [], nobody))).toEqual([
      'ok',
    ])
  })

  it.each([
    ['invite', account('DISABLED'), { invitation: 1, 'password-reset': 5 }, '2026-11-22T13:00:00.000Z'],
    [
      'reset-password',
      account('ENABLED'),
      { invitation: 1, 'password-reset': 5 },
      '2026-11-22T17:00:00.000Z',
    ],
  ] as const)('%s: how long its link holds, the policy says', (action, of, linkHours, expiresAt) => {
    const policy = definePolicy(policies.shopify, { linkHours })
    expect(planned(plan(of, { action }, { ...context, policy })).link?.expiresAt).toBe(expiresAt)
  })
})

describe('every other action', () => {
  it.each([
    ['activate', account('INVITED'), account('ENABLED'), 'account-activated', customer],
    ['decline', account('INVITED'), account('DECLINED'), 'invitation-declined', customer],
    ['disable', account('ENABLED'), account('DISABLED'), 'account-disabled', staff],
    ['block', account('ENABLED'), account('ENABLED', true), 'account-blocked', staff],
    ['unblock', account('ENABLED', true), account('ENABLED'), 'account-unblocked', staff],
    ['block', guest, { ...guest, blocked: true }, 'account-blocked', staff],
  ] as const)('C-8 %s of %o', (action, before, after, kind, actor) => {
    const value = planned(plan(before, { action }, buildContext({ key: 'k', actor })))
    expect(value.account).toEqual(after)
    expect(value.link).toBeNull()
    expect(value.changeSet.changes).toMatchObject([
      { type: 'put', customer: { account: after, updatedAt: context.now } },
      { type: 'event', event: { kind, by: actor } },
    ])
    expect(value.changeSet.outbox).toEqual([
      { id: 'k/account/1', type: 'account', customer: '7', action, link: null },
    ])
  })

  it.each([
    ['block', account('ENABLED', true)],
    ['unblock', account('ENABLED')],
    ['disable', account('DISABLED')],
    ['decline', account('DECLINED')],
  ] as const)('%s of whom it is so already changes nothing, and tells nobody', (action, of) => {
    const { changeSet } = planned(plan(of, { action }))
    expect(changeSet).toMatchObject({ changes: [], outbox: [], expects: [{ id: '7', revision: 'r7' }] })
  })

  it('names the action that the account does not allow', () => {
    const outcome = plan(account('ENABLED'), { action: 'invite' })
    expect(outcome).toMatchObject({
      problems: [{ code: 'access.enabled', path: ['account'], params: { action: 'invite' } }],
    })
  })
})

describe('who may', () => {
  const from: Readonly<Record<AccessWish['action'], Account>> = {
    invite: guest,
    activate: account('INVITED'),
    decline: account('INVITED'),
    disable: account('ENABLED'),
    block: account('ENABLED'),
    unblock: account('ENABLED', true),
    'reset-password': account('ENABLED'),
  }
  const allowed: Readonly<Record<AccessWish['action'], string>> = {
    invite: 'staff system',
    activate: 'customer system',
    decline: 'staff customer system',
    disable: 'staff system',
    block: 'staff system',
    unblock: 'staff system',
    'reset-password': 'staff customer system',
  }
  const cases = (Object.keys(allowed) as AccessWish['action'][]).flatMap((action) =>
    [staff, customer, system].map((actor) => [action, actor.type, actor] as const),
  )

  it.each(cases)('%s by %s', (action, type, actor) => {
    const outcome = plan(from[action], { action }, buildContext({ actor }))
    const codes = allowed[action].split(' ').includes(type) ? ['ok'] : ['access.not-allowed']
    expect(codesOf(outcome)).toEqual(codes)
  })

  it('staff only where they may edit accounts, by the right of an edit', () => {
    const policy = definePolicy(policies.shopify, { editable: { staff: ['note'], customer: ['account'] } })
    expect(plan(from.block, { action: 'block' }, { ...context, policy })).toMatchObject({
      problems: [{ code: 'access.not-allowed', path: ['account'], params: { actor: 'staff' } }],
    })
    const own = { ...buildContext({ actor: customer }), policy }
    expect(codesOf(plan(from.block, { action: 'block' }, own))).toEqual(['ok'])
  })
})

describe('what is against it whatever the action', () => {
  it.each([
    [{ deleted: true }, 'edit.deleted'],
    [{ redaction: 'done' }, 'edit.redacted'],
    [{ mergeInProgress: true }, 'edit.merge-in-progress'],
  ] as const)('%o', (facts, code) => {
    expect(codesOf(plan(guest, { action: 'invite' }, context, [], { facts }))).toEqual([code])
  })

  it('a store that cannot hold accounts', () => {
    const outcome = plan(guest, { action: 'invite' }, buildContext({ store: { notStored: ['account'] } }))
    expect(outcome).toMatchObject({
      problems: [{ code: 'capability.field-not-stored', params: { field: 'account' } }],
    })
  })

  it('tells all of it at once, and nothing of whom it is about', () => {
    const outcome = plan(
      account('INVITED', true),
      { action: 'invite' },
      buildContext({ actor: customer, store: { notStored: ['account'] } }),
      [],
      {
        facts: { deleted: true, mergeInProgress: true },
        customer: { firstName: 'canary', email: null, note: 'canary' },
      },
    )
    expect(codesOf(outcome).toSorted()).toEqual([
      'access.blocked',
      'access.no-mailbox',
      'access.not-allowed',
      'capability.field-not-stored',
      'edit.deleted',
      'edit.merge-in-progress',
    ])
    expect(JSON.stringify(outcome)).not.toContain('canary')
  })
})

describe('E-7 the link that was followed', () => {
  const own = buildContext({ actor: customer })
  const good = [invitation('l1', '2026-12-01T00:00:00.000Z')]

  it.each([
    ['activate', 'l1', good, 'ok'],
    ['decline', 'l1', good, 'ok'],
    ['activate', 'l0', good, 'access.link-void'],
    ['activate', 'l1', [invitation('l1', '2026-11-22T12:00:00.000Z')], 'access.link-expired'],
    ['activate', 'l1', undefined, 'capability.no-timeline'],
    ['activate', undefined, undefined, 'ok'],
    ['reset-password', 'l1', good, 'shape.invalid-value'],
  ] as const)('%s with %s', (action, link, timeline, code) => {
    const of = account(action === 'reset-password' ? 'ENABLED' : 'INVITED')
    expect(codesOf(plan(of, { action, link }, own, timeline))).toEqual([code])
  })

  it.each([
    ['a link that nothing answers', { action: 'reset-password', link: 'l1' }, good, 'link'],
    ['a link that was not sent', { action: 'activate', link: 'l0' }, good, 'link'],
    ['a link without the timeline that tells of it', { action: 'activate', link: 'l1' }, undefined, 'link'],
    ['an invitation without a mailbox', { action: 'invite' }, good, 'email'],
  ] as const)('says what is at fault: %s', (_what, wish, timeline, path) => {
    const given = wish.action === 'invite' ? context : own
    const outcome = plan(account('INVITED'), wish, given, timeline, {
      customer: { email: null, phone: '+4790000001' },
    })
    expect(outcome.ok ? [] : outcome.problems.map((problem) => problem.path)).toEqual([[path]])
  })

  it('keeps nothing undefined in the wish', () => {
    const value = planned(plan(account('INVITED'), { action: 'activate', link: undefined }, own))
    expect(value.wish).toStrictEqual({ action: 'activate' })
  })
})

describe('hostile wishes', () => {
  it.each<readonly [unknown, string]>([
    [null, 'shape.wrong-type'],
    ['block', 'shape.wrong-type'],
    [{}, 'shape.invalid-value'],
    [{ action: 'enable' }, 'shape.invalid-value'],
    [{ action: 'block', password: 'x' }, 'shape.unknown-field'],
    [{ action: 'activate', link: 7 }, 'shape.wrong-type'],
    [{ action: 'activate', link: 'x'.repeat(100_000) }, 'shape.too-long'],
    ...prototypeNames.map((action) => [{ action }, 'shape.invalid-value'] as const),
  ])('%o', (wish, code) => {
    expect(codesOf(plan(guest, wish as AccessWish))).toEqual([code])
  })

  it.each(unstorableTexts)('a link that no store keeps (%o) is none that was sent', (link) => {
    const outcome = plan(
      account('INVITED'),
      { action: 'activate', link },
      buildContext({ actor: customer }),
      [],
    )
    expect(codesOf(outcome)).toEqual(['access.link-void'])
  })
})
