import { createCustomers, type CustomersPorts, type Delivery, type Effect } from 'clientele'
import { createMemoryRepository } from 'clientele/memory'
import { buildRecord } from 'clientele/testing'
import { describe, expect, it } from 'vitest'
import { mailbox, senders } from '../email/mail-room.js'
import { codesOf, valueOf } from '../customers-on.js'

const shop = { timeZone: 'UTC', currency: 'EUR', country: 'NO', locale: 'nb-NO', senders }
const people = ['anna', 'twin', 'bo'].map((id) =>
  buildRecord({ customer: { id, email: `${id}@example.com` } }),
)
const confirmed = { confirmed: true } as const
const relations = { orders: 'outbox', discounts: 'outbox' } as const

/** A shop that notes what its outbox is asked, and what is told of deliveries that fail. */
function shopOn(ports: Partial<CustomersPorts<string>> = {}) {
  const repository = createMemoryRepository({ records: people, relations })
  const asked: unknown[] = []
  const errors: unknown[] = []
  const customers = createCustomers<string>({
    shop,
    onError: (error) => errors.push(error),
    ...ports,
    repository: {
      ...repository,
      outbox: async (page) => {
        asked.push('outbox')
        return repository.outbox(page)
      },
      acknowledge: async (ids) => {
        asked.push(ids)
        return repository.acknowledge(ids)
      },
    },
  })
  const waiting = async (): Promise<Effect['type'][]> =>
    (await repository.outbox({ limit: 99 })).map(({ type }) => type)
  return { customers, asked, errors, waiting }
}

describe('what waits in the outbox', () => {
  it('is not even looked at where nobody is there to carry it out, and nothing has failed', async () => {
    const { customers, asked, errors, waiting } = shopOn()
    valueOf(await customers.runDeletion('anna', confirmed))
    expect(await customers.deliverEffects()).toBe(0)
    expect([asked, errors]).toEqual([[], []])
    expect(await waiting()).toEqual(['redact', 'redact'])
  })

  it('is read in linear time where much of it stays', async () => {
    const pile = 20_000
    let read = 0
    const repository = createMemoryRepository({ records: people })
    const effect = (index: number): Effect => {
      const id = `e${index}`
      return { id, type: 'email', customer: 'anna', message: id, attempt: 1 }
    }
    const customers = createCustomers<string>({
      shop,
      deliver: async () => undefined,
      repository: {
        ...repository,
        outbox: async ({ limit }) => {
          const page = Array.from({ length: Math.min(limit, pile) }, (_, index) => effect(index))
          read += page.length
          return page
        },
      },
    })
    expect(await customers.deliverEffects()).toBe(0)
    expect(read).toBeGreaterThanOrEqual(pile)
    expect(read).toBeLessThan(4 * pile)
  })

  it('is acknowledged when it was carried out, and nothing else is', async () => {
    let isDown = true
    const { customers, asked } = shopOn({
      deliver: async () => {
        if (isDown) throw new Error('down')
      },
    })
    valueOf(await customers.runDeletion('anna', { key: 'k', ...confirmed }))
    expect(asked).not.toContainEqual([])
    isDown = false
    expect(await customers.deliverEffects()).toBe(2)
    expect(asked.filter((one) => Array.isArray(one))).toEqual([['k/effect/1', 'k/effect/2']])
  })

  it('D-6, G-1 is delivered with whom it concerns, as the store tells it', async () => {
    const told: Delivery[] = []
    const { customers } = shopOn({ deliver: async (effect) => void told.push(effect) })
    valueOf(await customers.runDeletion('anna', { key: 'k', ...confirmed }))
    const who = { customers: ['anna'], emails: ['anna@example.com'], phones: [] }
    expect(told).toEqual(
      ['orders', 'discounts'].map((relation, index) => ({
        id: `k/effect/${index + 1}`,
        type: 'redact',
        relation,
        customer: 'anna',
        who,
      })),
    )
  })

  it('T-5 in the host’s transaction is delivered to the host alone: an email that was sent cannot be undone', async () => {
    const { taken, mailer } = mailbox()
    const told: string[] = []
    const { customers, waiting } = shopOn({
      mailer: mailer(),
      deliver: async ({ type }) => void told.push(type),
    })
    const transaction = 'tx'
    const email = { from: senders[0]!.email, subject: 'Hello', text: 'Hello' }
    expect(codesOf(await customers.runEmail('anna', email, { transaction }))).toEqual(['ok'])
    valueOf(await customers.runMerge({ ids: ['bo', 'twin'] }, { transaction, ...confirmed }))
    expect(told).toEqual([])
    expect(await customers.deliverEffects({ transaction })).toBe(2)
    expect([told, taken, await waiting()]).toEqual([['reassign', 'reassign'], [], ['email']])
    expect(await customers.deliverEffects()).toBe(1)
    expect([taken.length, await waiting()]).toEqual([1, []])
  })
})
