import { describe, expect, it } from 'vitest'
import type { Facts } from '../../src/customer/facts.js'
import { endedProblems, unsettledProblems } from '../../src/plan/settled-record.js'
import { buildRecord } from '../../src/testing/build-record.js'

const cases: readonly [what: string, facts: Partial<Facts>, ended: string[], unsettled: string[]][] = [
  ['a record in use', {}, [], []],
  ['a deleted record', { deleted: true }, ['edit.deleted'], ['edit.deleted']],
  ['a record whose erasure was asked for', { redaction: 'pending' }, [], []],
  ['an erased record', { redaction: 'done' }, ['edit.redacted'], ['edit.redacted']],
  ['a record that a merge still moves', { mergeInProgress: true }, [], ['edit.merge-in-progress']],
  [
    'all at once',
    { deleted: true, redaction: 'done', mergeInProgress: true },
    ['edit.deleted', 'edit.redacted'],
    ['edit.deleted', 'edit.redacted', 'edit.merge-in-progress'],
  ],
]

describe('which records are not changed', () => {
  it.each(cases)('%s', (_what, facts, ended, unsettled) => {
    const record = { facts: { ...buildRecord().facts, ...facts } }
    expect(endedProblems(record).map(({ code }) => code)).toEqual(ended)
    expect(unsettledProblems(record).map(({ code }) => code)).toEqual(unsettled)
  })
})
