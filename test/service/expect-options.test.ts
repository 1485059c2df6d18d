import { buildRecord } from 'clientele/testing'
import { describe, expect, it } from 'vitest'
import { customersOn, valueOf } from './customers-on.js'

const wish = { firstName: 'Ida' }
const create = (options: unknown) => customersOn().customers.runCreate(wish, options as never)

const noOptions = "the options of a call are an object, such as { key: 'form-42' }"
const noActor = "the option `actor` must be { type: 'staff', 'customer' or 'system', id: a text or null }"
const noSignal = 'the option `signal` must be the signal of an AbortController'

describe('the options of a call', () => {
  it.each([
    [null, noOptions],
    [[], noOptions],
    ['form-42', noOptions],
    [{ actor: null }, noActor],
    [{ actor: 'staff' }, noActor],
    [{ actor: { type: 'staff' } }, noActor],
    [{ actor: { type: 'staff', id: 7 } }, noActor],
    [{ actor: { type: 'boss', id: '7' } }, noActor],
    [{ actor: { type: 'toString', id: '7' } }, noActor],
    [{ signal: 'now' }, noSignal],
    [{ signal: new AbortController() }, noSignal],
  ])('are a programmer’s error where they are none: %j', async (options, says) => {
    await expect(create(options)).rejects.toThrow(new TypeError(`clientele: ${says}`))
  })

  it.each([
    undefined,
    {},
    { actor: undefined, signal: undefined },
    { actor: { type: 'staff', id: '7' } },
    { actor: { type: 'customer', id: '7' } },
    { actor: { type: 'system', id: null } },
    { signal: null },
    { signal: new AbortController().signal },
  ])('may be %j', async (options) => {
    expect((await create(options)).ok).toBe(true)
  })

  it('are judged at once where customers come one after the other', () => {
    const { customers } = customersOn()
    expect(() => customers.mergeCandidates({} as never, 7 as never)).toThrow(noOptions)
  })

  it('refuse a key that is no text, which would stand for every form that has none', async () => {
    for (const key of [null, 7, {}])
      expect(await create({ key })).toEqual({
        ok: false,
        problems: [{ code: 'shape.wrong-type', path: ['key'], params: { expected: 'string' } }],
      })
  })

  it.each([null, '', 7])(
    'C-5 L-5 refuse %j as the key of a file, before anything is read of it',
    async (key) => {
      const { customers } = customersOn([buildRecord()])
      const read: string[] = []
      async function* file() {
        read.push('read')
        yield 'Email\nx@example.com\n'
      }
      const imported = await customers.importCustomers(file(), { key } as never)
      const save = async () => ({ link: String(read.push('saved')) })
      const exported = await customers.exportCustomers(save, { key } as never)
      for (const outcome of [imported, exported])
        expect(outcome.ok ? [] : outcome.problems.map(({ path }) => path)).toEqual([['key']])
      expect(read).toEqual([])
    },
  )
})

describe('the word of a person', () => {
  const both = [
    buildRecord({ customer: { id: 'anna' } }),
    buildRecord({ customer: { id: 'olav', email: null } }),
  ]
  const notConfirmed = { ok: false, problems: [{ code: 'commit.not-confirmed', path: [] }] }

  it.each(['false', 'true', 'on', 0, 1, {}, null, false, undefined])(
    'M-2b is `true`, and not %j, which a form may say',
    async (confirmed) => {
      const { customers } = customersOn(both)
      const given = { confirmed } as never
      const plan = valueOf(await customers.planDeletion('anna'))
      expect(await customers.runDeletion('anna', given)).toEqual(notConfirmed)
      expect(await customers.runMerge({ ids: ['anna', 'olav'] }, given)).toEqual(notConfirmed)
      expect(await customers.commit(plan, given)).toEqual(notConfirmed)
    },
  )

  it('M-2b is in a plan that was kept with it', async () => {
    const { customers } = customersOn(both)
    const plan = valueOf(await customers.planDeletion('anna'))
    const changeSet = { ...plan.changeSet, confirmed: true }
    expect((await customers.commit({ ...plan, changeSet })).ok).toBe(true)
  })
})
