import { type BulkRow, type OrderActivity, planComment, policies, renderPersonalData } from 'clientele'
import { en } from 'clientele/messages/en'
import { buildContext, buildRecord } from 'clientele/testing'
import { describe, expect, it } from 'vitest'
import { codesOf, customersOn, valueOf } from './customers-on.js'

const anna = buildRecord({
  customer: {
    id: 'anna',
    email: 'anna@example.com',
    phone: '+48601234567',
    emailMarketingConsent: { state: 'SUBSCRIBED', optInLevel: 'SINGLE_OPT_IN' },
  },
})
const twin = buildRecord({ customer: { id: 'twin', email: 'twin@example.com' } })
const other = buildRecord({ customer: { id: 'zoe', email: 'zoe@example.com' } })
const actor = { type: 'staff', id: 's1' } as const
const confirmed = { confirmed: true } as const
const all = { type: 'all' } as const

const order = (customer?: string): OrderActivity => ({
  id: `order/${customer ?? 'guest'}`,
  type: 'order-placed',
  at: '2026-11-22T11:00:00.000Z',
  amount: { minor: 100, currency: 'EUR' },
  person: { firstName: 'Again', email: 'anna@example.com' },
  ...(customer === undefined ? {} : { customer }),
})

const refund: OrderActivity = { ...order('anna'), id: 'refund', type: 'order-refunded' }

function world(records = [anna, twin, other]) {
  const { customers, repository } = customersOn(records)
  const rowsOf = async (call: (onRow: (row: BulkRow) => void) => Promise<unknown>): Promise<string[]> => {
    const rows: string[] = []
    await call(({ id, status, problems }) =>
      rows.push([id, status, ...problems.map(({ code }) => code)].join(' ')),
    )
    return rows
  }
  const recordOf = async (id: string) => {
    const [loaded] = await repository.load([id])
    if (loaded.state !== 'present') throw new Error(loaded.state)
    return loaded.record
  }
  return { customers, repository, rowsOf, recordOf }
}

describe('G-3 what is handed over', () => {
  it('holds what staff wrote and what was said about marketing, of merged profiles too', async () => {
    const { customers } = world()
    valueOf(await customers.runComment('anna', { text: 'wants blue' }, { actor, key: 'c1' }))
    valueOf(await customers.runComment('anna', { text: 'taken back' }, { actor, key: 'c2' }))
    valueOf(await customers.runCommentRemoval('anna', { comment: 'c2/event/1' }, { actor }))
    valueOf(await customers.runComment('twin', { text: 'of the twin' }, { actor, key: 'c3' }))
    const word = { id: 'anna', channel: 'email', state: 'UNSUBSCRIBED', source: 'by phone' } as const
    valueOf(await customers.runConsentChange(word))
    valueOf(await customers.runMerge({ ids: ['anna', 'twin'], survivor: 'anna' }, confirmed))
    const data = valueOf(await customers.exportPersonalData('anna'))
    const texts = data.timeline.flatMap(({ event }) => ('text' in event ? [event.text] : []))
    expect(texts).toEqual(['wants blue', 'taken back', 'of the twin'])
    expect(data.timeline.map(({ event }) => event)).toContainEqual(
      expect.objectContaining({ kind: 'consent-changed', state: 'UNSUBSCRIBED', source: 'by phone' }),
    )
    const page = renderPersonalData(data, { messages: en })
    for (const text of ['wants blue', 'of the twin']) expect(page).toContain(text)
    expect(valueOf(await customers.exportPersonalData('anna', { timeline: [] })).timeline).toEqual([])
  })
})

describe('G-1 while an erasure is asked for', () => {
  it('the profile lives on: it is edited, commented on and bought with, and all of that is erased', async () => {
    const { customers, recordOf, repository } = world()
    valueOf(await customers.runRedactionRequest('anna'))
    expect(codesOf(await customers.runEdit({ id: 'anna', edit: { note: 'canary' } }))).toEqual(['ok'])
    expect(codesOf(await customers.runComment('anna', { text: 'canary' }, { actor }))).toEqual(['ok'])
    expect(valueOf(await customers.runActivity(order())).subjects).toEqual(['anna'])
    const word = { id: 'anna', channel: 'email', state: 'UNSUBSCRIBED' } as const
    expect(codesOf(await customers.runConsentChange(word))).toEqual(['ok'])
    expect((await recordOf('anna')).facts.redaction).toBe('pending')
    valueOf(await customers.runRedaction('anna', confirmed))
    const left = [await recordOf('anna'), await repository.timeline('anna')]
    expect(JSON.stringify(left)).not.toMatch(/canary|anna@|Again/)
  })

  it('G-2 once it is done nothing more is written down, nor what was planned before', async () => {
    const { customers, recordOf, repository } = world()
    valueOf(await customers.runRedactionRequest('anna'))
    const late = valueOf(planComment(await recordOf('anna'), { text: 'canary' }, buildContext({ actor })))
    valueOf(await customers.runRedaction('anna', confirmed))
    expect(codesOf(await customers.runComment('anna', { text: 'canary' }, { actor }))).toEqual([
      'edit.redacted',
    ])
    expect(codesOf(await customers.commit(late))).toEqual(['commit.fact-changed'])
    expect(JSON.stringify(await repository.timeline('anna'))).not.toContain('canary')
  })

  it('D-1, MB-7 it is neither deleted, alone or among many, nor merged', async () => {
    const { customers, rowsOf } = world()
    valueOf(await customers.runRedactionRequest('anna'))
    expect(codesOf(await customers.runDeletion('anna', confirmed))).toEqual(['deletion.pending-redaction'])
    expect(codesOf(await customers.planMerge({ ids: ['twin', 'anna'] }))).toEqual(['merge.redacted'])
    expect(
      await rowsOf((onRow) => customers.runBulk(all, { type: 'delete' }, { ...confirmed, onRow })),
    ).toEqual(['anna refused deletion.pending-redaction', 'twin planned', 'zoe planned'])
  })

  it('B-2 it is still among those who are tagged', async () => {
    const { customers, rowsOf } = world([anna])
    valueOf(await customers.runRedactionRequest('anna'))
    const tag = { type: 'add-tags', tags: ['x'] } as const
    expect(await rowsOf((onRow) => customers.runBulk(all, tag, { onRow }))).toEqual(['anna planned'])
  })

  it('a plan of the erasure that was shown before an edit is refused, and the erasure planned anew', async () => {
    const { customers } = world()
    valueOf(await customers.runRedactionRequest('anna'))
    const shown = valueOf(await customers.planRedaction('anna'))
    valueOf(await customers.runEdit({ id: 'anna', edit: { note: 'late' } }))
    expect(codesOf(await customers.commit(shown, confirmed))).toEqual(['commit.stale'])
    expect(codesOf(await customers.runRedaction('anna', confirmed))).toEqual(['ok'])
  })
})

describe('G-4 while the data is asked for', () => {
  it('MB-9 the profile is not merged, but edited, bought with, and deleted', async () => {
    const { customers, rowsOf } = world()
    valueOf(await customers.runDataRequest('anna'))
    expect(codesOf(await customers.planMerge({ ids: ['twin', 'anna'] }))).toEqual(['merge.data-request'])
    expect(codesOf(await customers.runEdit({ id: 'anna', edit: { note: 'n' } }))).toEqual(['ok'])
    expect(valueOf(await customers.runActivity(order())).subjects).toEqual(['anna'])
    const tag = { type: 'add-tags', tags: ['x'] } as const
    expect(await rowsOf((onRow) => customers.runBulk(all, tag, { onRow }))).toEqual([
      'anna planned',
      'twin planned',
      'zoe planned',
    ])
    expect(valueOf(await customers.exportPersonalData('anna')).facts.dataRequest).toBe('pending')
    expect(codesOf(await customers.runDeletion('anna', confirmed))).toEqual(['ok'])
  })

  it('an erasure says that nothing was handed over, and ends the request with the rest', async () => {
    const { customers, recordOf } = world()
    valueOf(await customers.runDataRequest('anna'))
    valueOf(await customers.runRedactionRequest('anna'))
    const outcome = await customers.runRedaction('anna', confirmed)
    expect(outcome.ok && outcome.warnings.map(({ code }) => code)).toEqual(['privacy.data-request-pending'])
    expect((await recordOf('anna')).facts.dataRequest).toBe('none')
  })
})

describe('G-1 once a person is erased', () => {
  async function erased() {
    const made = world()
    valueOf(await made.customers.runRedactionRequest('anna'))
    valueOf(await made.customers.runRedaction('anna', confirmed))
    return made
  }

  it('nobody writes into the record again, alone or among many', async () => {
    const { customers, rowsOf } = await erased()
    const edit = { firstName: 'Anna' }
    const word = { channel: 'email', state: 'SUBSCRIBED', optInLevel: 'SINGLE_OPT_IN' } as const
    expect(codesOf(await customers.runEdit({ id: 'anna', edit }))).toEqual(['edit.redacted'])
    expect(codesOf(await customers.runConsentChange({ id: 'anna', ...word }))).toContain('edit.redacted')
    const ids = { type: 'ids', ids: ['anna'] } as const
    for (const action of [
      { type: 'add-tags', tags: ['x'] },
      { type: 'set-fields', fields: edit },
      { type: 'edit-each', edits: { anna: edit } },
      { type: 'change-consent', change: word },
    ] as const)
      expect((await rowsOf((onRow) => customers.runBulk(ids, action, { onRow })))[0]).toMatch(
        /^anna refused .*edit\.redacted/,
      )
  })

  it('C-6 who acts again under the same email begins anew, and a refund says nothing of them', async () => {
    const { customers, recordOf, repository } = await erased()
    const blank = await recordOf('anna')
    const again = valueOf(await customers.runActivity(order()))
    expect(again.subjects).not.toContain('anna')
    expect(valueOf(await customers.runActivity(order('anna'))).subjects).not.toContain('anna')
    valueOf(await customers.runActivity(refund))
    expect((await recordOf('anna')).customer).toEqual(blank.customer)
    expect(JSON.stringify(await repository.timeline('anna'))).not.toMatch(/anna@|Again/)
  })
})

describe('an erasure of a record that a merge absorbed', () => {
  it('R-1 leads to the survivor, before and after that one is erased, and changes nothing', async () => {
    const { customers, repository, recordOf } = world()
    valueOf(await customers.runMerge({ ids: ['anna', 'twin'], survivor: 'anna' }, confirmed))
    const merged = { ok: false, problems: [{ code: 'load.merged', params: { id: 'twin', into: 'anna' } }] }
    expect(await customers.runRedactionRequest('twin')).toMatchObject(merged)
    expect(await customers.runRedaction('twin', confirmed)).toMatchObject(merged)
    expect((await recordOf('anna')).facts.redaction).toBe('none')
    valueOf(await customers.runRedactionRequest('anna'))
    valueOf(await customers.runRedaction('anna', { key: 'k', ...confirmed }))
    const emails = ['anna@example.com', 'twin@example.com'] as never
    const { suppressed } = await repository.findByIdentity({ emails, phones: [] })
    expect(suppressed.emails).toEqual(emails)
    const before = [await repository.load(['anna', 'twin']), await repository.timeline('anna')]
    expect(await customers.runRedaction('twin', confirmed)).toMatchObject(merged)
    expect(codesOf(await customers.runRedaction('anna', confirmed))).toEqual(['privacy.already-redacted'])
    expect(valueOf(await customers.runRedaction('anna', { key: 'k', ...confirmed })).plan).toBe(null)
    expect([await repository.load(['anna', 'twin']), await repository.timeline('anna')]).toEqual(before)
  })

  it('is stale where it was planned before the merge, and the survivor stays as it is', async () => {
    const { customers, repository } = customersOn([anna, twin], { policy: policies.shopelo })
    const shown = valueOf(await customers.planRedaction('twin'))
    valueOf(await customers.runMerge({ ids: ['anna', 'twin'], survivor: 'anna' }, confirmed))
    const before = await repository.load(['anna'])
    expect(codesOf(await customers.commit(shown, confirmed))).toEqual(['commit.stale'])
    expect(await repository.load(['anna'])).toEqual(before)
    const { suppressed } = await repository.findByIdentity({
      emails: ['twin@example.com' as never],
      phones: [],
    })
    expect(suppressed.emails).toEqual([])
  })
})

describe('G-1 what many were asked for at once is done once, though one of them is erased', () => {
  const ends = {
    erased: async ({ customers }: ReturnType<typeof world>, id: string): Promise<unknown> => {
      valueOf(await customers.runRedactionRequest(id))
      return valueOf(await customers.runRedaction(id, confirmed))
    },
    deleted: async ({ customers }: ReturnType<typeof world>, id: string): Promise<unknown> =>
      valueOf(await customers.runDeletion(id, confirmed)),
  }

  it.each(Object.entries(ends))('a bulk change under a key: one was %s', async (_, end) => {
    const shop = world()
    const append = { type: 'set-fields', fields: { note: { append: 'called' } } } as const
    const run = (): Promise<unknown> => shop.customers.runBulk(all, append, { key: 'B' })
    await run()
    await end(shop, 'anna')
    await run()
    expect((await shop.recordOf('zoe')).customer.note).toBe('called')
  })

  it.each(Object.entries(ends))('an import under a key: one was %s', async (_, end) => {
    const shop = world()
    const file = 'Email,First Name\nanna@example.com,Imported\nzoe@example.com,Imported\n'
    const run = async (): Promise<unknown> =>
      valueOf(await shop.customers.importCustomers(file, { key: 'I', overwrite: true, actor }))
    await run()
    valueOf(await shop.customers.runEdit({ id: 'zoe', edit: { firstName: 'Corrected' } }))
    await end(shop, 'anna')
    await run()
    expect((await shop.recordOf('zoe')).customer.firstName).toBe('Corrected')
  })
})
