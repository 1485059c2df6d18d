import type { Customers } from 'clientele'
import { parseSegment, type Segment } from 'clientele/segment'
import { buildRecord } from 'clientele/testing'
import { describe, expect, it } from 'vitest'
import { customersOn, valueOf } from './customers-on.js'

const both = [
  buildRecord({ customer: { id: 'anna' } }),
  buildRecord({ customer: { id: 'olav', email: null } }),
]
const at = '2026-11-22T12:00:00.000Z'
const file = 'Email\nx@example.com\n'
const save = async () => ({ link: 'x' })
const one = { type: 'number', text: '1' } as const
const leaf = { kind: 'clause', attribute: 'numer_of_orders', operator: '>', values: [one] } as const
const kept: Segment = { text: '', root: leaf, assumptions: [] }
const leading: Segment = { text: '', root: { kind: 'segment', name: 'gone' }, assumptions: [] }
const vips = parseSegment("customer_tags CONTAINS 'vip'")

const wrong = (path: (string | number)[], expected: string) => ({
  code: 'shape.wrong-type',
  path,
  params: { expected },
})

/** Calls as untyped code makes them, with what is wrong. */
const refused: readonly (readonly [string, (customers: Customers) => Promise<unknown>, object[]])[] = [
  ['an id that is a number', (c) => c.planDeletion(7 as never), [wrong([0], 'string')]],
  ['an object for an id', (c) => c.runDeletion({ id: 'anna' } as never), [wrong([0], 'string')]],
  ['M-10 a merge of nobody', (c) => c.planMerge({} as never), [wrong(['ids'], 'array')]],
  ['M-10 a merge of ids alone', (c) => c.runMerge(['anna', 'olav'] as never), [wrong([], 'object')]],
  ['M-10 a merge of no list', (c) => c.runMerge({ ids: null } as never), [wrong(['ids'], 'array')]],
  [
    'M-10 a merge with no id',
    (c) => c.runMerge({ ids: ['anna', null] } as never),
    [wrong(['ids', 1], 'string')],
  ],
  ['no list of different people', (c) => c.runDistinct(null as never), [wrong([], 'array')]],
  ['a text for different people', (c) => c.runDistinct('anna' as never), [wrong([], 'array')]],
  ['E-1 an edit of an id alone', (c) => c.runEdit('anna' as never), [wrong([], 'object')]],
  ['E-1 an edit of nobody', (c) => c.planEdit({ edit: {} } as never), [wrong(['id'], 'string')]],
  ['E-1 an edit without what is edited', (c) => c.runEdit({ id: 'anna' } as never), [wrong([], 'object')]],
  [
    'E-1 an edit against nothing seen, with the path of what was seen',
    (c) => c.runEdit({ id: 'anna', edit: {}, seen: null } as never),
    [wrong(['seen'], 'object')],
  ],
  [
    'E-6 a word of nobody',
    (c) => c.runConsentChange({ channel: 'email' } as never),
    [wrong(['id'], 'string')],
  ],
  ['T-3 no page of a timeline', (c) => c.timeline('anna', null as never), [wrong([], 'object')]],
  [
    'T-3 a page of a timeline as an address line has it',
    (c) => c.timeline('anna', { limit: '10', after: 7 } as never),
    [wrong(['after'], 'string'), wrong(['limit'], 'number')],
  ],
  [
    'T-3 an empty page of a timeline',
    (c) => c.timeline('anna', { limit: 0 }),
    [{ code: 'shape.invalid-value', path: ['limit'] }],
  ],
  [
    'T-3 a misspelt page of a timeline',
    (c) => c.timeline('anna', { befor: 'x' } as never),
    [{ code: 'shape.unknown-field', path: [], params: { count: 1 } }],
  ],
  ['T-3 a timeline of no id', (c) => c.timeline({} as never), [wrong([0], 'string')]],
  [
    'T-3 a comment of no id',
    (c) => c.runCommentRemoval(7 as never, { comment: 'e' }),
    [wrong([0], 'string')],
  ],
  ['no plan', (c) => c.commit(null as never), [wrong([], 'object')]],
  [
    'an outcome that nobody has opened, for a plan',
    async (c) => c.commit((await c.planDeletion('anna')) as never),
    [wrong(['subjects'], 'array'), wrong(['changeSet'], 'object')],
  ],
  [
    'M-2b a plan whose word is a text',
    async (c) => {
      const plan = valueOf(await c.planDeletion('anna'))
      return c.commit({ ...plan, changeSet: { ...plan.changeSet, confirmed: 'true' as never } })
    },
    [wrong(['changeSet', 'confirmed'], 'boolean')],
  ],
  [
    'S-1 the segment of everybody, which is not saved, for one to remove',
    (c) => c.segments.remove({ id: 'all', isBuiltIn: true } as never),
    [wrong(['revision'], 'string')],
  ],
  ['S-1 nothing to remove', (c) => c.segments.remove(null as never), [wrong([], 'object')]],
  ['S-2 members of no segment', (c) => c.segments.members(7 as never), [wrong(['id'], 'string')]],
  [
    'S-2 no segment to refresh',
    (c) => c.segments.refreshMembership(null as never),
    [wrong(['id'], 'string')],
  ],
  ['T-4 no email', (c) => c.sentEmail('anna', undefined as never), [wrong(['message'], 'string')]],
]

describe('what untyped code asks for is refused before a store is asked', () => {
  it.each(refused)('%s', async (_what, call, problems) => {
    expect(await call(customersOn(both).customers)).toEqual({ ok: false, problems })
  })
})

/** What no Outcome can say, because the answer is none, or is there only for who writes the program. */
const errors: readonly (readonly [string, (customers: Customers) => unknown, string])[] = [
  [
    'an outcome that nobody has opened, for a segment',
    (c) => c.members(vips as never),
    'a segment is the `value` of what parseSegment gives',
  ],
  [
    'a query for a segment',
    (c) => c.members('vip' as never),
    'a segment is the `value` of what parseSegment gives',
  ],
  [
    'nothing for a segment',
    (c) => c.members(null as never),
    'a segment is the `value` of what parseSegment gives',
  ],
  ...[(c: Customers) => c.members(kept), (c: Customers) => c.exportCustomers(save, { segment: kept })].map(
    (call) =>
      [
        'a segment that was kept as JSON and is none any more',
        call,
        'this is no segment here: segment.unknown-attribute at root.attribute',
      ] as const,
  ),
  [
    'a segment among others that is none any more',
    (c) => c.dueSegmentChanges({ kept }, { from: at, to: at }),
    'this is no segment here: segment.unknown-attribute at root.attribute',
  ],
  [
    'a segment that leads to one that is not there',
    (c) => c.members(leading),
    'this is no segment here: segment.unknown-value at root.name',
  ],
  [
    'C-5 a file whose customers are overwritten by the "false" of a form',
    (c) => c.importCustomers(file, { overwrite: 'false' } as never),
    '`overwrite` is true or false',
  ],
  [
    'C-5 a dry run by the "false" of a form',
    (c) => c.importCustomers(file, { dryRun: 'false' } as never),
    '`dryRun` is true or false',
  ],
  [
    'C-5 one text for tags',
    (c) => c.importCustomers(file, { tags: 'vip' } as never),
    '`tags` are a list of texts',
  ],
  [
    'C-5 tags that are no texts',
    (c) => c.importCustomers(file, { tags: [7] } as never),
    '`tags` are a list of texts',
  ],
  [
    'E-6 a source of consents that is no text',
    (c) => c.importCustomers(file, { consentSource: 7 } as never),
    '`consentSource` is a text',
  ],
  [
    'nothing for segments',
    (c) => c.dueSegmentChanges(null as never, { from: '', to: '' }),
    'segments are given by their names, or as a list',
  ],
  [
    'a text for segments',
    (c) => c.dueSegmentChanges('vips' as never, { from: '', to: '' }),
    'segments are given by their names, or as a list',
  ],
  [
    'no time',
    (c) => c.dueSegmentChanges({}, null as never),
    'time has passed `from` one moment `to` another',
  ],
  [
    'a text to look for candidates by',
    (c) => c.mergeCandidates('nowak' as never),
    'candidates are asked for by what searchMergeCandidates gives as its `value`',
  ],
  [
    'nothing to look for candidates by',
    (c) => c.mergeCandidates(null as never),
    'candidates are asked for by what searchMergeCandidates gives as its `value`',
  ],
  [
    'L-5 nowhere to save a file',
    (c) => c.exportCustomers(null as never),
    'an export needs a `save` that takes the pieces of the file',
  ],
  [
    'L-5 a file that was saved nowhere',
    (c) => c.exportCustomers((async () => undefined) as never),
    '`save` gives { link }: where the file can be fetched',
  ],
  ...[null, undefined, 7, {}].map(
    (source) =>
      [
        `C-5 ${JSON.stringify(source)} for a file`,
        (c: Customers) => c.importCustomers(source as never),
        'a CSV source is text, bytes, or a stream of them, such as `file.stream()`',
      ] as const,
  ),
  [
    'G-3 nothing for the rows of the host',
    (c) => c.exportPersonalData('anna', null as never),
    'what your own tables hold of the person is given by name, such as { relations }',
  ],
]

describe('what the program is at fault for is said clearly', () => {
  it.each(errors)('%s', async (_what, call, says) => {
    await expect((async () => call(customersOn(both).customers))()).rejects.toThrow(
      new TypeError(`clientele: ${says}`),
    )
  })
})
