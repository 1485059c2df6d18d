import { createHmac, timingSafeEqual } from 'node:crypto'
import { minorUnits, type Outcome } from 'clientele'
import type { PgQueryable } from 'clientele/postgres'
import { json, Router } from 'express'
import * as z from 'zod'
import { answer } from './answers.js'
import type { Shop } from './shop.js'

const orderSchema = z.object({
  number: z.string().min(1).max(50),
  placedAt: z.iso.datetime({ offset: true }),
  email: z.string(),
  firstName: z.string().optional(),
  lastName: z.string().optional(),
  total: z.string(),
  currency: z.string(),
})
type Order = z.infer<typeof orderSchema>

/** Takes in orders, signed by whoever sends them. The order and its profile are committed together, or neither is. */
export function orderWebhook(shop: Shop, secret: string): Router {
  const routes = Router()
  const signed = json({
    verify: (request, _response, body) => {
      const signature = String(request.headers['x-signature'])
      if (!isSigned(body, signature, secret)) throw new Error('not signed') // which Express makes a 403
    },
  })
  routes.post('/orders', signed, async (request, response) => {
    const order = orderSchema.safeParse(request.body)
    if (!order.success)
      return void response.status(400).json({ problems: [{ code: 'webhook.bad-order', path: [] }] })
    const outcome = await placeOrder(shop, order.data)
    answer(request, response, outcome, (id) => ({ id }))
  })
  return routes
}

/** By the sender's secret, of the bytes that came, and in constant time. */
function isSigned(body: Buffer, signature: string, secret: string): boolean {
  const expected = createHmac('sha256', secret).update(body).digest()
  const given = Buffer.from(signature, 'hex')
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/** One transaction. The order's number is the key: delivered twice, it counts once. Refused, it is delivered again. */
async function placeOrder({ customers, database }: Shop, order: Order): Promise<Outcome<string | null>> {
  const outcome = await database.transaction(async (transaction) => {
    const total = minorUnits(order.total, order.currency)
    const { email, firstName, lastName } = order
    const done = await customers.runActivity(
      {
        id: `order-${order.number}/placed`,
        type: 'order-placed',
        at: new Date(order.placedAt).toISOString(),
        person: { email, firstName, lastName },
        amount: total === null ? null : { minor: total, currency: order.currency },
      },
      { transaction },
    )
    if (!done.ok) return done
    const [customer = null] = done.value.subjects
    await saveOrder(transaction, order, total, customer)
    return { ...done, value: customer }
  })
  // what follows from a commit waits for the host's own
  await customers.deliverEffects()
  return outcome
}

function saveOrder(
  transaction: PgQueryable,
  { number, email, currency, placedAt }: Order,
  total: number | null,
  customer: string | null,
): Promise<unknown> {
  return transaction.query(
    `insert into orders (number, customer, email, total, currency, placed_at)
     values ($1, $2, $3, $4, $5, $6) on conflict (number) do nothing`,
    [number, customer, email, total, currency, placedAt],
  )
}
