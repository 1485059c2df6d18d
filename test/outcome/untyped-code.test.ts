import {
  definePolicy,
  deletionBlockers,
  explainProblem,
  mergeBlockers,
  planMerge,
  policies,
  renderMergePreview,
  searchMergeCandidates,
  toStandardIssues,
} from 'clientele'
import { en } from 'clientele/messages/en'
import { parsePhone } from 'clientele/phone'
import { fromPg, fromPglite, fromPostgresJs } from 'clientele/postgres'
import {
  compileSegment,
  createSegmentIndex,
  dueSegment,
  explainSegment,
  parseSegment,
  printSegment,
  segmentRequirements,
} from 'clientele/segment'
import { segmentToSql } from 'clientele/segment/sql'
import { buildContext, buildRecord } from 'clientele/testing'
import { describe, expect, it } from 'vitest'

const record = buildRecord()
const planned = planMerge({ records: [record, buildRecord({ customer: { id: '2' } })] }, buildContext())
const plan = planned.ok ? planned.value : null
const parsed = parseSegment('number_of_orders > 1')
const segment = parsed.ok ? parsed.value : null
const moment = { now: '2026-11-22T12:00:00.000Z', timeZone: 'UTC' } as const
const problem = { code: 'email.invalid', path: [] }

const noSegment = 'a segment is the `value` of what parseSegment gives'
const noMessages =
  'problems are explained by the messages of a language, such as `en` of clientele/messages/en'

/** What plain JavaScript does, because no compiler looks: an outcome that nobody has opened, an argument that is forgotten. */
const slips: readonly (readonly [string, () => unknown, string])[] = [
  ['problems without messages', () => explainProblem(problem, undefined as never), noMessages],
  ['problems with a module for messages', () => explainProblem(problem, { en } as never), noMessages],
  [
    'an outcome for problems',
    () => toStandardIssues(parsed as never, en),
    'issues are made of the `problems` of an outcome',
  ],
  [
    'an outcome for a plan',
    () => renderMergePreview(planned as never, { messages: en }),
    'a preview is of a plan: the `value` of what planMerge gives',
  ],
  [
    'no plan',
    () => renderMergePreview(null as never, { messages: en }),
    'a preview is of a plan: the `value` of what planMerge gives',
  ],
  ...[undefined, {}].map(
    (options) =>
      [
        'a preview without messages',
        () => renderMergePreview(plan as never, options as never),
        'a preview is written by `messages`, such as `en` of clientele/messages/en',
      ] as const,
  ),
  [
    'facts for a record',
    () => mergeBlockers(record.facts as never, policies.shopify),
    'blockers are of a record with `facts`, and of a policy',
  ],
  [
    'the name of a policy',
    () => deletionBlockers(record, 'shopify' as never),
    'blockers are of a record with `facts`, and of a policy',
  ],
  [
    'a policy derived from a name',
    () => definePolicy('shopify' as never, {}),
    'a policy is derived from another, such as policies.shopify, and not from a name',
  ],
  [
    'a policy derived from none',
    () => definePolicy(null as never, {}),
    'a policy is derived from another, such as policies.shopify, and not from a name',
  ],
  [
    'a policy without changes',
    () => definePolicy(policies.shopify, undefined as never),
    'what is different in a policy is given by name',
  ],
  ['an outcome to compile', () => compileSegment(parsed as never, moment), noSegment],
  ['a query to compile', () => compileSegment('number_of_orders > 1' as never, moment), noSegment],
  ['nothing to compile', () => compileSegment(null as never, moment), noSegment],
  ['an outcome to print', () => printSegment(parsed as never), noSegment],
  ['an outcome to explain', () => explainSegment(parsed as never, en), noSegment],
  ['what an outcome requires', () => segmentRequirements(parsed as never), noSegment],
  ['when an outcome is due', () => dueSegment(parsed as never, moment.now, moment.now, moment), noSegment],
  ['an outcome in an index', () => createSegmentIndex([parsed as never], moment), noSegment],
  ['nothing in an index', () => createSegmentIndex([null as never], moment), noSegment],
  [
    'a dialect that is none',
    () => segmentToSql(segment!, { ...moment, dialect: 'toString' as never, mapping: {} as never }),
    'the dialect is one of postgres, sqlite',
  ],
  [
    'SQL without columns',
    () => segmentToSql(segment!, { ...moment, dialect: 'postgres' } as never),
    'a `mapping` says in which columns the attributes are',
  ],
  [
    'SQL of an outcome',
    () => segmentToSql(parsed as never, { ...moment, dialect: 'postgres', mapping: {} as never }),
    noSegment,
  ],
  ['the address of a database', () => fromPg('postgres://localhost' as never), 'fromPg takes a Pool of pg'],
  [
    'a PGlite that was not awaited',
    () => fromPglite(Promise.resolve({}) as never),
    'fromPglite takes a PGlite, what comes as a promise awaited',
  ],
  [
    'the driver and not what it gives',
    () => fromPostgresJs({ default: () => ({}) } as never),
    'fromPostgresJs takes what `postgres(…)` gives',
  ],
]

describe('a slip of plain JavaScript is said clearly', () => {
  it.each(slips)('%s', (_what, slip, says) => {
    expect(slip).toThrow(new TypeError(`clientele: ${says}`))
  })

  it('a client of pg in the place of a pool', async () => {
    const client = fromPg({
      query: async () => ({ rows: [], rowCount: 0 }),
      connect: async () => undefined,
    } as never)
    await expect(client.transaction(async () => 1)).rejects.toThrow(
      new TypeError('clientele: fromPg takes a Pool of pg, which lends clients, and no Client'),
    )
  })
})

describe('what a row or a form holds is refused', () => {
  it.each([null, undefined, 90_000_000, {}])('%j is no phone number', (typed) => {
    expect(parsePhone(typed as never, 'NO')).toEqual({
      ok: false,
      problems: [{ code: 'phone.invalid', path: ['phone'] }],
    })
  })

  it.each([null, undefined, 7])('M-8 %j is nothing to search for', (text) => {
    expect(searchMergeCandidates({ text } as never, buildContext())).toEqual({
      ok: false,
      problems: [{ code: 'shape.wrong-type', path: ['text'], params: { expected: 'string' } }],
    })
  })
})
