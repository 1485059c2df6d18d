import { describe, expect, it } from 'vitest'
import { claimsOf, placeholderMatcher } from '../../src/plan/claims.js'
import type { IdentityRule } from '../../src/policy/policy.js'
import { buildRecord } from '../../src/testing/build-record.js'
import { attackStrings, expectLinear } from '../hostile-texts.js'

const anna = buildRecord({ customer: { email: 'Anna@Example.com', phone: '+48601234567' } }).customer
const perShop: IdentityRule = { email: 'per-shop', phone: 'unique', ignore: [] }

describe('claimsOf', () => {
  it.each([
    ['email and phone, unique in the shop', {}, {}, ['email:anna@example.com', 'phone:+48601234567']],
    ['no email', { email: null }, {}, ['phone:+48601234567']],
    ['no phone', { phone: null }, {}, ['email:anna@example.com']],
    ['neither', { email: null, phone: null }, {}, []],
    ['blanks, as old tables have them', { email: ' ', phone: '' }, {}, []],
    [
      'an email that guests and accounts may share',
      {},
      { email: 'per-account-type' },
      ['email:guest:anna@example.com', 'phone:+48601234567'],
    ],
    [
      'the same email of an account',
      { account: { type: 'account', state: 'INVITED', blocked: false } },
      { email: 'per-account-type' },
      ['email:account:anna@example.com', 'phone:+48601234567'],
    ],
    ['an email that many may have', {}, { email: 'not-unique' }, ['phone:+48601234567']],
    ['a phone that many may have', {}, { phone: 'not-unique' }, ['email:anna@example.com']],
    ['a placeholder', {}, { ignore: ['*@EXAMPLE.com'] }, ['phone:+48601234567']],
    [
      'another placeholder',
      {},
      { ignore: ['x@example.com'] },
      ['email:anna@example.com', 'phone:+48601234567'],
    ],
  ] as const)('C-6 claims for %s', (_what, contact, rule, claims) => {
    expect(claimsOf({ ...anna, ...contact }, { ...perShop, ...rule })).toEqual(claims)
  })

  it.each([
    ['neither', undefined, 'email:an.na+shop@example.com'],
    ['neither, in words', {}, 'email:an.na+shop@example.com'],
    ['tags', { ignoreTags: true }, 'email:an.na@example.com'],
    ['dots', { ignoreDots: true }, 'email:anna+shop@example.com'],
    ['both', { ignoreTags: true, ignoreDots: true }, 'email:anna@example.com'],
  ])('C-6 claims one mailbox for what the rule lets pass: %s', (_what, options, claim) => {
    const contact = { ...anna, email: 'An.Na+Shop@example.com', phone: null }
    expect(claimsOf(contact, { ...perShop, emailKey: options })).toEqual([claim])
  })

  it('C-6 knows a placeholder as people write it, tags and dots included', () => {
    const rule = {
      ...perShop,
      ignore: ['no.reply+*@example.com'],
      emailKey: { ignoreTags: true, ignoreDots: true },
    }
    const claims = ['no.reply+7@example.com', 'noreply@example.com'].map((email) =>
      claimsOf({ ...anna, email, phone: null }, rule),
    )
    expect(claims).toEqual([[], ['email:noreply@example.com']])
  })

  it.each(['anna@example.com', 'ANNA@EXAMPLE.COM', ' anna @example.com'])(
    'C-6 claims the same for %j',
    (email) => {
      expect(claimsOf({ ...anna, email }, perShop)).toEqual(claimsOf(anna, perShop))
    },
  )
})

describe('placeholderMatcher', () => {
  it.each([
    ['*@marketplace.example', 'a@marketplace.example', true],
    ['*@marketplace.example', '@marketplace.example', true],
    ['*@marketplace.example', 'a@marketplace.example.com', false],
    ['noreply@*', 'noreply@example.com', true],
    ['noreply@*', 'anoreply@example.com', false],
    ['none@example.com', 'none@example.com', true],
    ['none@example.com', 'none@example.co', false],
    ['NONE@example.com', 'none@example.com', true],
    ['J\u030c@example.com', 'ǰ@example.com', true],
    ['pos-*-*@example.com', 'pos-1-2@example.com', true],
    ['pos-*-*@example.com', 'pos-1@example.com', false],
    ['a*b*a', 'aba', true],
    ['a*b*a', 'aa', false],
    ['a*ab*b', 'aab', false],
    ['ab*ba', 'aba', false],
    ['*ab*', 'xaby', true],
    ['*ab*', 'xay', false],
    ['*b*ab', 'xab', false],
    ['*', '', true],
    ['*', 'anything', true],
    ['**', 'anything', true],
    ['', '', true],
    ['', 'a', false],
    ['a.b@example.com', 'axb@example.com', false],
    ['[a-z]@example.com', 'b@example.com', false],
  ])('reads %j against %j as %j', (pattern, key, is) => {
    expect(placeholderMatcher([pattern])(key)).toBe(is)
  })

  it('asks every pattern, and none where there is none', () => {
    expect(placeholderMatcher(['x@*', '*@b.co'])('a@b.co')).toBe(true)
    expect(placeholderMatcher([])('a@b.co')).toBe(false)
  })

  it.each(Object.entries(attackStrings))('takes linear time on %s', (_what, attack) => {
    expectLinear(placeholderMatcher(['*a*a*a*a*b', '*@*.*', '* *']), attack)
  })
})
