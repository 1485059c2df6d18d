import type { Delivery, PaymentAnswer, PaymentListing, PaymentMethodEffect, PaymentMethods } from 'clientele'
import { buildPaymentMethod, buildRecord } from 'clientele/testing'
import { describe, expect, it } from 'vitest'
import { codesOf, customersOn, valueOf } from '../customers-on.js'
import { luhnNumber } from '../../messaging/payment/card-numbers.js'

const staff = { type: 'staff', id: 'staff-1' } as const
const anna = buildRecord({ customer: { id: 'anna', email: 'anna@example.com' } })
const bo = buildRecord({ customer: { id: 'bo', email: 'bo@example.com' } })
const listing: PaymentListing = {
  methods: [buildPaymentMethod({ id: 'pm-1' }), buildPaymentMethod({ id: 'pm-2', activeSubscriptions: 1 })],
  recipients: [],
}

type Answer = (order: PaymentMethodEffect) => PaymentAnswer | Promise<PaymentAnswer>

/** A shop whose payment provider notes what it is asked, and answers as it is told to. */
function shopOn(answer: Answer = () => ({ ok: true }), ports: Parameters<typeof customersOn>[1] = {}) {
  const asked: (readonly [keyof PaymentMethods, PaymentMethodEffect])[] = []
  const does = (name: keyof PaymentMethods) => async (order: PaymentMethodEffect) => {
    asked.push([name, order])
    return answer(order)
  }
  const paymentMethods: PaymentMethods = {
    list: async () => listing,
    sendUpdateLink: does('sendUpdateLink'),
    replace: does('replace'),
    revoke: does('revoke'),
  }
  const made = customersOn([anna, bo], { paymentMethods, ...ports })
  const kinds = async (id = 'anna') =>
    valueOf(await made.customers.timeline(id)).entries.map(({ event }) => event.kind)
  return { ...made, asked, kinds }
}

const requested = 'payment-method-requested'
const confirmed = { confirmed: true, actor: staff } as const

describe('P-1 to P-3 what staff ask of the payment provider', () => {
  it.each([
    [
      'sendUpdateLink',
      'payment-link-sent',
      (shop: Shop) => shop.customers.runPaymentMethodLink('anna', { method: 'pm-1' }, { actor: staff }),
    ],
    [
      'replace',
      'payment-method-replaced',
      (shop: Shop) =>
        shop.customers.runPaymentMethodReplacement(
          'anna',
          { method: 'pm-1', replacement: 'tok' },
          { actor: staff },
        ),
    ],
    [
      'revoke',
      'payment-method-removed',
      (shop: Shop) => shop.customers.runPaymentMethodRevocation('anna', { method: 'pm-1' }, confirmed),
    ],
  ] as const)('%s is asked once, and the timeline tells what became of it', async (name, kind, call) => {
    const shop = shopOn()
    const done = valueOf<{ result: string; reason: string | null }>(await call(shop))
    expect(done).toMatchObject({ result: 'done', reason: null })
    expect(shop.asked.map(([asked]) => asked)).toEqual([name])
    expect(shop.asked[0]?.[1]).toMatchObject({ customer: 'anna', paymentMethod: 'pm-1', by: staff })
    expect(await shop.kinds()).toEqual([kind, requested])
    expect(valueOf(await shop.customers.timeline('anna')).entries[0]?.event.by).toEqual(staff)
    expect(await shop.repository.outbox({ limit: 9 })).toEqual([])
  })

  it('without the port is refused, with what is to be configured', async () => {
    const { customers } = customersOn([anna])
    const outcomes = [
      await customers.runPaymentMethodLink('anna', { method: 'pm-1' }),
      await customers.runPaymentMethodReplacement('anna', { method: 'pm-1', replacement: 'tok' }),
      await customers.runPaymentMethodRevocation('anna', { method: 'pm-1' }),
    ]
    for (const outcome of outcomes)
      expect(outcome).toEqual({
        ok: false,
        problems: [{ code: 'payment.not-configured', path: [], params: { port: 'paymentMethods' } }],
      })
  })

  it('is refused where the rules say so, and nobody is asked', async () => {
    const { customers, asked, kinds } = shopOn()
    expect(
      codesOf(await customers.runPaymentMethodRevocation('anna', { method: 'pm-2' }, confirmed)),
    ).toEqual(['payment.in-use'])
    expect(codesOf(await customers.runPaymentMethodRevocation('anna', { method: 'pm-1' }))).toEqual([
      'commit.not-confirmed',
    ])
    expect(codesOf(await customers.runPaymentMethodLink('cy', { method: 'pm-1' }))).toEqual(['load.unknown'])
    expect(codesOf(await customers.runPaymentMethodLink('anna', null as never))).toEqual(['shape.wrong-type'])
    expect(asked).toEqual([])
    expect(await kinds()).toEqual([])
  })

  it.each([
    ['insufficient-funds', 'insufficient-funds'],
    ['The card of Anna has expired', 'other'],
    [luhnNumber(16), 'other'],
    [`x${luhnNumber(16)}`, 'other'],
    ['x'.repeat(65), 'other'],
    [undefined, 'other'],
  ])('a refusal of the provider is told by its code: %s', async (given, reason) => {
    const { customers, kinds } = shopOn(() => ({ ok: false, reason: given as string }))
    const done = valueOf(await customers.runPaymentMethodLink('anna', { method: 'pm-1' }))
    expect(done).toMatchObject({ result: 'refused', reason })
    expect(await kinds()).toEqual(['payment-method-failed', requested])
    const [failed] = valueOf(await customers.timeline('anna')).entries
    expect(failed?.event).toMatchObject({ paymentMethod: 'pm-1', request: 'link', reason })
  })
})

describe('the timeline stays truthful', () => {
  const call = (shop: Shop) =>
    shop.customers.runPaymentMethodLink('anna', { method: 'pm-1' }, { key: 'k', actor: staff })

  it('where the provider does not answer: it was asked for, and nobody knows more; it is asked again', async () => {
    let isDown = true
    const shop = shopOn(() => {
      if (isDown) throw new Error('down')
      return { ok: true }
    })
    expect(valueOf(await call(shop))).toMatchObject({ result: 'waiting', reason: null })
    expect(await shop.kinds()).toEqual([requested])
    expect(valueOf(await call(shop))).toMatchObject({ result: 'waiting', plan: null })
    isDown = false
    expect(await shop.customers.deliverEffects()).toBe(1)
    expect(await shop.kinds()).toEqual(['payment-link-sent', requested])
    expect(valueOf(await call(shop))).toMatchObject({ result: 'done', plan: null })
    // always under the same id, by which the provider knows it
    expect(new Set(shop.asked.map(([, { id }]) => id))).toEqual(new Set(['k/payment/1']))
    expect(shop.asked).toHaveLength(3)
  })

  it('after a crash between the answer and the timeline: it is asked again under the same id', async () => {
    let crashes = true
    const shop = shopOn(undefined, {
      wrap: (repository) => ({
        ...repository,
        commit: async (...args) => {
          if (crashes && args[0].key.endsWith('/outcome')) throw new Error('crash')
          return repository.commit(...args)
        },
      }),
    })
    expect(valueOf(await call(shop))).toMatchObject({ result: 'waiting' })
    expect(await shop.kinds()).toEqual([requested])
    crashes = false
    expect(valueOf(await call(shop))).toMatchObject({ result: 'done', plan: null })
    expect(shop.asked.map(([, { id }]) => id)).toEqual(['k/payment/1', 'k/payment/1'])
    expect(await shop.kinds()).toEqual(['payment-link-sent', requested])
  })

  it('after a crash between the timeline and the outbox: nobody is asked again', async () => {
    let crashes = true
    const shop = shopOn(undefined, {
      wrap: (repository) => ({
        ...repository,
        acknowledge: async (...args) => {
          if (crashes) throw new Error('crash')
          return repository.acknowledge(...args)
        },
      }),
    })
    expect(valueOf(await call(shop))).toMatchObject({ result: 'done' })
    crashes = false
    expect(await shop.customers.deliverEffects()).toBe(1)
    expect(shop.asked).toHaveLength(1)
    expect(await shop.kinds()).toEqual(['payment-link-sent', requested])
  })

  it('a store that goes silent once it was asked for: it waits, and is not reported as failed', async () => {
    const shop = shopOn()
    let isSilent = false
    const repository = {
      ...shop.repository,
      commit: async (...args: Parameters<typeof shop.repository.commit>) => {
        const done = await shop.repository.commit(...args)
        isSilent = true
        return done
      },
      outcomeOf: async (...args: Parameters<typeof shop.repository.outcomeOf>) => {
        if (isSilent) throw new Error('gone')
        return shop.repository.outcomeOf(...args)
      },
    }
    const silent = shopOn(undefined, { repository })
    const wish = { method: 'pm-1' }
    expect(valueOf(await silent.customers.runPaymentMethodLink('anna', wish, { key: 'k' }))).toMatchObject({
      result: 'waiting',
      reason: null,
    })
    const again = await shop.customers.runPaymentMethodLink('anna', wish, { key: 'k' })
    expect(valueOf(again)).toMatchObject({ result: 'done' })
    expect([silent.asked.length, shop.asked.length]).toEqual([0, 1])
  })

  it('a provider that is down holds up nothing of the host, and the other way round', async () => {
    const told: Delivery[] = []
    const shop = shopOn(
      () => {
        throw new Error('down')
      },
      { deliver: async (effect) => void told.push(effect) },
    )
    valueOf(await call(shop))
    valueOf(await shop.customers.runAccountAccess('anna', { action: 'block' }))
    expect(told).toMatchObject([{ type: 'account', action: 'block' }])
    const other = shopOn(undefined, {
      deliver: () => Promise.reject(new Error('down')),
    })
    valueOf(await other.customers.runAccountAccess('anna', { action: 'block' }))
    expect(valueOf(await call(other))).toMatchObject({ result: 'done' })
  })

  it('in a transaction of the host it is asked for afterwards, because the transaction may still be undone', async () => {
    const shop = shopOn()
    const options = { transaction: {} as never, key: 'k' }
    const wish = { method: 'pm-1' }
    const asked = await shop.customers.runPaymentMethodLink('anna', wish, options)
    expect(valueOf(asked)).toMatchObject({ result: 'waiting', reason: null })
    expect(shop.asked).toEqual([])
    expect(await shop.customers.deliverEffects()).toBe(1)
    expect(await shop.kinds()).toEqual(['payment-link-sent', requested])
  })

  it('a repeated call of what is done asks for nothing, nor for what waits behind it', async () => {
    const shop = shopOn()
    valueOf(await call(shop))
    const options = { transaction: {} as never, key: 'l' }
    valueOf(await shop.customers.runPaymentMethodLink('bo', { method: 'pm-1' }, options))
    expect(valueOf(await call(shop))).toMatchObject({ result: 'done', plan: null })
    expect(shop.asked.map(([, { customer }]) => customer)).toEqual(['anna'])
  })

  it.each([
    ['erased', (shop: Shop) => erase(shop)],
    ['deleted', (shop: Shop) => shop.customers.runDeletion('anna', { confirmed: true })],
  ] as const)('somebody who is %s while the provider is asked holds up nobody else', async (_how, end) => {
    const shop: Shop = shopOn(async ({ customer }) => {
      if (customer === 'anna') valueOf<unknown>(await end(shop))
      return { ok: true }
    })
    const options = { transaction: {} as never }
    for (const id of ['anna', 'bo'])
      valueOf(await shop.customers.runPaymentMethodLink(id, { method: 'pm-1' }, options))
    expect(await shop.customers.deliverEffects()).toBe(2)
    expect(shop.asked.map(([, { customer }]) => customer)).toEqual(['anna', 'bo'])
    expect(await shop.kinds('bo')).toEqual(['payment-link-sent', requested])
  })

  it('follows a merge that comes before the answer', async () => {
    let isDown = true
    const shop = shopOn(() => {
      if (isDown) throw new Error('down')
      return { ok: true }
    })
    valueOf(await call(shop))
    valueOf(await shop.customers.runMerge({ ids: ['anna', 'bo'], survivor: 'bo' }, { confirmed: true }))
    isDown = false
    expect(await shop.customers.deliverEffects()).toBe(1)
    expect(await shop.kinds('bo')).toEqual(['payment-link-sent', 'merged', requested])
  })

  it.each([
    ['erased', (shop: Shop) => erase(shop)],
    ['deleted', (shop: Shop) => shop.customers.runDeletion('anna', { confirmed: true })],
  ] as const)(
    'of somebody who is %s while the provider is asked, nothing is told any more',
    async (_how, end) => {
      const shop: Shop = shopOn(async () => {
        valueOf<unknown>(await end(shop))
        return { ok: true }
      })
      expect(valueOf(await call(shop))).toMatchObject({ result: 'waiting' })
      const kinds = (await shop.repository.timeline('anna')).map(({ event }) => event.kind)
      expect(kinds).not.toContain('payment-link-sent')
      expect(await shop.repository.outbox({ limit: 9 })).toEqual([])
    },
  )

  it('an erased person is not asked for any more', async () => {
    const shop = shopOn(() => {
      throw new Error('down')
    })
    valueOf(await call(shop))
    valueOf(await erase(shop))
    expect(await shop.repository.outbox({ limit: 9 })).toEqual([])
    expect(codesOf(await call(shop))).toContain('edit.redacted')
  })
})

async function erase({ customers }: Shop) {
  valueOf(await customers.runRedactionRequest('anna'))
  return customers.runRedaction('anna', { confirmed: true })
}

type Shop = ReturnType<typeof shopOn>
