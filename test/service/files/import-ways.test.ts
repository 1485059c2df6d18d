import { describe, expect, it } from 'vitest'
import { writeRefusedCsv, type ImportedRow } from 'clientele/csv'
import { en } from 'clientele/messages/en'
import { parseSegment } from 'clientele/segment'
import { buildContext, buildRecord } from 'clientele/testing'
import { planNotice } from '../../../src/plan/plan-notice.js'
import { customersOn, valueOf } from '../customers-on.js'

const header = 'First Name,Email,Phone\n'
const file = `${header}Ann,a@example.com,\nBad,,x\nBob,b@example.com,\nWorse,nothing,\nCyd,c@example.com,\n`
const actor = { type: 'staff', id: 'staff-7' } as const

const emails = async ({ repository }: ReturnType<typeof customersOn>): Promise<(string | null)[]> =>
  (await repository.list({ after: null, limit: 50 })).records.map(({ customer }) => customer.email)

describe('C-5: errors', () => {
  it.each([
    [undefined, 4, ['a@example.com', 'b@example.com', 'c@example.com'], false],
    [2, 4, ['a@example.com', 'b@example.com', 'c@example.com'], false],
    [1, 2, ['a@example.com'], true],
    [0, 2, [], true],
  ])('a budget of %s', async (errorBudget, _chunks, expected, isStopped) => {
    const here = customersOn()
    const report = valueOf(await here.customers.importCustomers(file, { chunkSize: 2, errorBudget }))
    expect(await emails(here)).toEqual(expected)
    expect(report.stopped).toEqual(
      isStopped ? { code: 'import.too-many-refused', path: [], params: { limit: errorBudget } } : null,
    )
    expect(Object.values(report.tally).reduce((sum, one) => sum + one)).toBe(report.rows)
  })

  it.each([
    ['a byte that is no UTF-8', 'Email\na@example.com\n\u00e9\nb@example.com\n', 'csv.not-utf-8', 3, 1],
    ['a header that nobody knows', 'x,y\n1,2\n', 'csv.header-unknown', 1, 0],
    ['a header with a stray quote', 'Email,"x"y\na@example.com,\n', 'csv.stray-quote', 1, 0],
  ])('that end the reading are said to have stopped it: %s', async (_name, text, code, row, created) => {
    const bytes = new Uint8Array(Buffer.from(text, 'latin1'))
    for (const dryRun of [true, false]) {
      const report = valueOf(await customersOn().customers.importCustomers(bytes, { dryRun }))
      expect(report.stopped).toMatchObject({ code, params: { row } })
      expect(report.tally).toMatchObject({ created, refused: 1 })
    }
  })

  it('of rows, and an empty file, end nothing', async () => {
    for (const text of ['', 'Email\n"x"y\na@example.com\n', 'Email\n"x']) {
      const report = valueOf(await customersOn().customers.importCustomers(text))
      expect([report.stopped, report.tally.refused]).toEqual([null, 1])
    }
  })

  it.each([{ errorBudget: -1 }, { errorBudget: NaN }, { chunkSize: 0 }, { chunkSize: NaN }])(
    'an option that is no number of rows is the programmer’s: %o',
    async (wrong) => {
      const here = customersOn()
      await expect(here.customers.importCustomers(file, wrong)).rejects.toThrow(/^clientele: .* rows?$/)
      expect(await emails(here)).toEqual([])
    },
  )

  it('says of each row of the chunk at which it stops that it was not written', async () => {
    const outcomes: ImportedRow[] = []
    await customersOn().customers.importCustomers(file, {
      chunkSize: 3,
      errorBudget: 0,
      onRow: (one) => outcomes.push(one),
    })
    expect(outcomes.map(({ row, status, id, problems }) => [row, status, id, problems[0]?.code])).toEqual([
      [2, 'skipped', null, 'import.not-reached'],
      [3, 'refused', null, 'phone.not-checked'],
      [4, 'skipped', null, 'import.not-reached'],
    ])
  })

  it('are a file with the reasons', async () => {
    const { refused } = valueOf(await customersOn().customers.importCustomers(file))
    expect(writeRefusedCsv(refused, en)).toMatch(
      /^Row,Column,Code,Reason\r\n3,Phone,phone\.not-checked,.+\r\n5,Email,email\.invalid,.+\r\n$/,
    )
  })

  it('a refusal of the whole is passed on', async () => {
    const outcome = await customersOn().customers.importCustomers(file, { consentSource: 'a\0' })
    expect(outcome.ok).toBe(false)
  })
})

describe('C-5: a dry run', () => {
  const long = `${header}Ann,a@example.com,\nKim,k@example.com,+4790000001\nAnn2,A@example.com,\nBad,,x\nKim2,,+4790000001\nKim3,k@example.com,\nZoe,,+4790000002\nZoe2,,+4790000002\n`
  const known = buildRecord({ customer: { id: 'k', email: 'k@example.com', phone: null } })

  /** Each id as the place of the row that first had it: what a dry run makes of somebody new is no id of the store's. */
  const withPlaces = (rows: readonly ImportedRow[]): unknown[] => {
    const ids = [...new Set(rows.map(({ id }) => id))]
    return rows.map((one) => ({ ...one, id: one.id === 'k' ? 'k' : ids.indexOf(one.id) }))
  }

  it.each([1, 2, 10])(
    'says what the real run does of each row, and writes nothing, in chunks of %i',
    async (chunkSize) => {
      const dry = customersOn([known])
      const real = customersOn([known])
      const ends: ImportedRow[][] = [[], []]
      const told = (list?: ImportedRow[]) => (one: ImportedRow) => list?.push(one)
      const options = { chunkSize, overwrite: true, actor, key: 'file' }
      const before = await dry.repository.list({ after: null, limit: 9 })
      const rehearsed = valueOf(
        await dry.customers.importCustomers(long, { ...options, dryRun: true, onRow: told(ends[0]) }),
      )
      const done = valueOf(await real.customers.importCustomers(long, { ...options, onRow: told(ends[1]) }))
      expect([rehearsed.tally, withPlaces(ends[0] ?? [])]).toEqual([done.tally, withPlaces(ends[1] ?? [])])
      expect([rehearsed.isDryRun, done.isDryRun]).toEqual([true, false])
      expect(await dry.repository.list({ after: null, limit: 9 })).toEqual(before)
      expect(await dry.repository.outbox({ limit: 9 })).toEqual([])
      expect(await dry.repository.outcomeOf('file/chunk/1')).toBe(null)
    },
  )

  it('delivers nothing that waits, and tells nobody who would come into segments (S-2)', async () => {
    const told: string[] = []
    const vips = valueOf(parseSegment("customer_tags CONTAINS 'vip'"))
    const { customers, repository } = customersOn([known], {
      deliver: async ({ type }) => void told.push(type),
      segmentListener: {
        segments: () => ({ vips }),
        changed: async ({ customer }) => void told.push(customer),
      },
    })
    const notice = planNotice({ subject: 'export-finished', params: {} }, buildContext({ actor, key: 'n' }))
    await repository.commit(valueOf(notice).changeSet)
    const options = { overwrite: true, tags: ['vip'], actor }
    valueOf(await customers.importCustomers(long, { ...options, dryRun: true }))
    expect(told).toEqual([])
    valueOf(await customers.importCustomers(long, options))
    expect(told).toContain('k')
    expect(told).toContain('notice')
  })

  it('goes by ids, too', async () => {
    const rows = 'Customer ID,Email\nk,k@example.com\nk,k2@example.com\nz,z@example.com\n'
    for (const dryRun of [true, false]) {
      const report = valueOf(
        await customersOn([known]).customers.importCustomers(rows, {
          dryRun,
          chunkSize: 1,
          match: 'id',
          overwrite: true,
        }),
      )
      expect(report.tally).toEqual({ created: 0, updated: 1, unchanged: 1, skipped: 0, refused: 1 })
    }
  })
})

describe('C-5: progress and the end', () => {
  it('tells after each chunk how far it has come, as of that moment', async () => {
    const told: unknown[] = []
    await customersOn().customers.importCustomers(file, {
      chunkSize: 2,
      onProgress: (progress) => told.push(progress),
    })
    const none = { created: 0, updated: 0, unchanged: 0, skipped: 0, refused: 0 }
    expect(told).toEqual([
      { rows: 2, tally: { ...none, created: 1, refused: 1 } },
      { rows: 4, tally: { ...none, created: 2, refused: 2 } },
      { rows: 5, tally: { ...none, created: 3, refused: 2 } },
    ])
  })

  it('says in the email that it stopped', async () => {
    const { customers, repository } = customersOn()
    valueOf(await customers.importCustomers(file, { actor, errorBudget: 0 }))
    expect(await repository.outbox({ limit: 9 })).toMatchObject([
      { params: { isStopped: true, created: 0, skipped: 3, refused: 2 } },
    ])
  })

  it.each([
    [undefined, [50, 100, 150, 225, 338, 507, 761, 1142, 1300]],
    [120, [50, 100, 150, 225, 338, 458, 578, 698, 818, 938, 1058, 1178, 1298, 1300]],
    [50, Array.from({ length: 26 }, (_, index) => (index + 1) * 50)],
  ])(
    'begins with fifty rows at once and takes half as many as came before, up to %s',
    async (chunkSize, ends) => {
      const told: number[] = []
      const text = `Email\n${Array.from({ length: 1300 }, (_, index) => `anna${index}@example.com\n`).join('')}`
      const options = chunkSize === undefined ? {} : { chunkSize }
      await customersOn().customers.importCustomers(text, {
        ...options,
        onProgress: ({ rows }) => told.push(rows),
      })
      expect(told).toEqual(ends)
    },
  )

  it('sends one email to the person who started it, with counts and nothing personal', async () => {
    const { customers, repository } = customersOn()
    for (let times = 0; times < 2; times++) await customers.importCustomers(file, { actor, key: 'file-1' })
    expect(await repository.outbox({ limit: 9 })).toEqual([
      {
        id: 'file-1/notice/effect/1',
        type: 'notice',
        to: actor,
        subject: 'import-finished',
        params: {
          rows: 5,
          created: 3,
          updated: 0,
          unchanged: 0,
          skipped: 0,
          refused: 2,
          isStopped: false,
          isDryRun: false,
        },
      },
    ])
  })

  it('sends none where nobody started it', async () => {
    const { customers, repository } = customersOn()
    await customers.importCustomers(file)
    await customers.importCustomers(file, { actor: { type: 'system', id: null } })
    expect(await repository.outbox({ limit: 9 })).toEqual([])
  })

  it('clears and tags as it is asked to', async () => {
    const known = buildRecord({ customer: { id: 'k', firstName: 'K', email: 'k@example.com', tags: ['a'] } })
    const { customers, repository } = customersOn([known])
    const options = { overwrite: true, blank: 'clear', tags: ['fair'] } as const
    valueOf(await customers.importCustomers('email;first_name\nk@example.com;\n', options))
    const { records } = await repository.list({ after: null, limit: 9 })
    expect(records.map(({ customer }) => [customer.firstName, customer.tags])).toEqual([
      [null, ['a', 'fair']],
    ])
  })

  it('keeps out whoever asked for erasure', async () => {
    const gone = buildRecord({ customer: { id: 'g', email: 'a@example.com' } })
    const { customers } = customersOn([gone], {
      wrap: (repository) => ({
        ...repository,
        findByIdentity: async ({ emails }) => ({
          records: [],
          suppressed: { emails: emails.filter((one) => one === 'a@example.com'), phones: [] },
        }),
      }),
    })
    const report = valueOf(await customers.importCustomers(file))
    expect(report.tally).toMatchObject({ created: 2, skipped: 1 })
  })
})
