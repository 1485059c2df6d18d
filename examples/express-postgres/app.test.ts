import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { Pool } from 'pg'
import { createApp } from './app.js'
import { openShop } from './shop.js'
import { migrate } from './tables.js'

// An empty database of its own, named by DATABASE_URL or by PGHOST, PGDATABASE and so on
const { DATABASE_URL } = process.env
const pool = new Pool(DATABASE_URL === undefined ? {} : { connectionString: DATABASE_URL })
const webhookSecret = 'of the test'
let server: ReturnType<ReturnType<typeof createApp>['listen']>

before(async () => {
  await migrate(pool)
  server = createApp(openShop(pool), { webhookSecret }).listen(0, '127.0.0.1')
  await once(server, 'listening')
})
after(async () => {
  server.closeAllConnections()
  server.close()
  await pool.end()
})

interface Answer {
  readonly status: number
  readonly body: {
    readonly id?: string
    readonly customer?: unknown
    readonly facts?: unknown
    readonly customers?: readonly { readonly displayName: string }[]
    readonly preview?: string
    readonly problems?: readonly {
      readonly code: string
      readonly path: readonly string[]
      readonly text: string
    }[]
  }
}

async function ask(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const { port } = server.address() as AddressInfo
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers: { 'content-type': 'application/json', 'x-staff': '7', ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  return { status: response.status, body: (await response.json()) as Answer['body'] }
}

const codesOf = ({ status, body }: Answer) => [status, ...(body.problems ?? []).map(({ code }) => code)]

async function create(customer: object): Promise<string> {
  const { status, body } = await ask('POST', '/customers', customer)
  assert.equal(status, 201)
  return body.id ?? ''
}

function order(given: object, secret = webhookSecret): Promise<Answer> {
  const total = { placedAt: '2026-11-20T11:00:00+01:00', total: '499.00', currency: 'NOK' }
  const body = JSON.stringify({ ...total, ...given })
  const signature = createHmac('sha256', secret).update(body).digest('hex')
  return ask('POST', '/webhooks/orders', body, { 'x-signature': signature })
}

test('what is typed is read; what is wrong comes back all at once, in the language asked for', async () => {
  const typed = { firstName: 'Ingrid', email: 'ingrid@', phone: '12', priceLevel: 99 }
  const refused = await ask('POST', '/customers', typed, { 'accept-language': 'nb' })
  assert.equal(refused.status, 422)
  assert.deepEqual(refused.body.problems?.map(({ path }) => path.join('.')).toSorted(), [
    'email',
    'phone',
    'priceLevel',
  ])
  assert.match(refused.body.problems?.find(({ code }) => code === 'email.invalid')?.text ?? '', /e-post/i)
  assert.doesNotMatch(JSON.stringify(refused.body), /ingrid/i)
})

test('a form that is sent twice makes one customer', async () => {
  const key = { 'idempotency-key': 'form-1' }
  const [one, other] = [
    await ask('POST', '/customers', { email: 'twice@example.com' }, key),
    await ask('POST', '/customers', { email: 'twice@example.com' }, key),
  ]
  assert.equal(one.body.id, other.body.id)
  const { body } = await ask('GET', '/customers?search=twice@example.com')
  assert.equal(body.customers?.length, 1)
})

test('two people edit at once: different fields join, one field is a conflict that overwrites nothing', async () => {
  const id = await create({ firstName: 'Ingird', email: 'solheim@example.com' })
  const { customer: seen } = (await ask('GET', `/customers/${id}`)).body
  assert.equal((await ask('PATCH', `/customers/${id}`, { edit: { firstName: 'Ingrid' }, seen })).status, 200)
  assert.equal((await ask('PATCH', `/customers/${id}`, { edit: { source: 'fair' }, seen })).status, 200)

  const clash = await ask('PATCH', `/customers/${id}`, { edit: { firstName: 'Inger' }, seen })
  assert.deepEqual(codesOf(clash), [409, 'edit.conflict'])
  assert.deepEqual(clash.body.problems?.[0]?.path, ['firstName'])
  assert.doesNotMatch(JSON.stringify(clash.body), /Ing/)
  const { body } = await ask('GET', `/customers/${id}`)
  const { firstName, source } = body.customer as { firstName: string; source: string }
  assert.deepEqual([firstName, source], ['Ingrid', 'fair'])
})

test('customers are found by a query and by words; a wrong query says where', async () => {
  await create({ firstName: 'Olav', email: 'olav@example.com', tags: ['VIP'] })
  const found = await ask(
    'GET',
    `/customers?where=${encodeURIComponent("customer_tags CONTAINS 'vip'")}&search=olav`,
  )
  assert.deepEqual(
    found.body.customers?.map(({ displayName }) => displayName),
    ['Olav'],
  )
  assert.deepEqual(codesOf(await ask('GET', '/customers?where=customer_tag%20IS%20NULL')), [
    422,
    'segment.unknown-attribute',
  ])
  assert.equal((await ask('GET', '/customers?limit=5&where=a&where=b')).status, 422)
})

test('an order and its profile are committed together, once however often it is delivered', async () => {
  const given = { number: '1001', email: 'KARI@example.com', firstName: 'Kari' }
  const first = await order(given)
  assert.equal(first.status, 200)
  assert.deepEqual((await order(given)).body.id, first.body.id)
  const { rows } = await pool.query('select customer, total from orders where number = $1', ['1001'])
  assert.deepEqual(rows, [{ customer: first.body.id, total: '49900' }])
  const { facts } = (await ask('GET', `/customers/${first.body.id}`)).body
  assert.equal((facts as { orderHistory: string }).orderHistory, 'some')

  // the order cannot be written, so there is no profile either
  assert.deepEqual(codesOf(await order({ number: '1002', total: '-1.00', email: 'nobody@example.com' })), [
    500,
    'request.failed',
  ])
  assert.deepEqual((await ask('GET', '/customers?search=nobody@example.com')).body.customers, [])
})

test('only who knows the secret places orders, and nothing that was sent is repeated', async () => {
  assert.deepEqual(codesOf(await order({ number: '1', email: 'eve@example.com' }, 'guessed')), [
    403,
    'request.refused',
  ])
  assert.deepEqual(codesOf(await order({ number: 1, email: 'eve@example.com' })), [400, 'webhook.bad-order'])
  const broken = await ask('POST', '/customers', '{ "email": "eve@example.com" ')
  assert.deepEqual(codesOf(broken), [400, 'request.refused'])
  assert.doesNotMatch(JSON.stringify(broken.body), /eve/)
})

test('a merge is shown first, wants a yes, and takes the orders along', async () => {
  const keeps = await create({ firstName: 'Berit', email: 'berit@example.com', tags: ['vip'] })
  const { id: goes } = (await order({ number: '2001', email: 'berit.work@example.com' })).body
  const shown = await ask('POST', '/merges', { ids: [keeps, goes], survivor: keeps })
  assert.match(shown.body.preview ?? '', /<table/)
  const confirmation = `/merges/${shown.body.id}/confirmation`
  assert.deepEqual(codesOf(await ask('POST', confirmation, {})), [422, 'commit.not-confirmed'])
  assert.equal((await ask('POST', confirmation, { confirmed: true })).status, 200)
  const { rows } = await pool.query('select customer from orders where number = $1', ['2001'])
  assert.deepEqual(rows, [{ customer: keeps }])
  assert.deepEqual(codesOf(await ask('GET', `/customers/${goes}`)), [410, 'load.merged'])
})

test('what has changed since a preview is not merged', async () => {
  const ids = [await create({ email: 'unn@example.com' }), await create({ email: 'unn.work@example.com' })]
  const shown = await ask('POST', '/merges', { ids })
  await ask('PATCH', `/customers/${ids[0]}`, { edit: { firstName: 'Unn' } })
  const stale = await ask('POST', `/merges/${shown.body.id}/confirmation`, { confirmed: true })
  assert.deepEqual(codesOf(stale), [409, 'commit.stale'])
})

test('who has ordered is not deleted, but can be erased: the books stay, the person goes', async () => {
  const { id } = (await order({ number: '3001', email: 'liv@example.com', firstName: 'Liv' })).body
  const yes = { confirmed: true }
  assert.deepEqual(codesOf(await ask('POST', `/customers/${id}/deletion`, yes)), [
    422,
    'deletion.order-history',
  ])
  assert.deepEqual(codesOf(await ask('POST', `/customers/${id}/erasure`, yes)), [
    422,
    'privacy.not-requested',
  ])
  assert.equal((await ask('POST', `/customers/${id}/erasure-request`)).status, 200)
  assert.equal((await ask('POST', `/customers/${id}/erasure`, yes)).status, 200)
  assert.doesNotMatch(JSON.stringify((await ask('GET', `/customers/${id}`)).body), /liv/i)
  const { rows } = await pool.query('select email, total from orders where number = $1', ['3001'])
  assert.deepEqual(rows, [{ email: null, total: '49900' }])

  const other = await create({ email: 'browsed@example.com' })
  assert.deepEqual(codesOf(await ask('POST', `/customers/${other}/deletion`)), [422, 'commit.not-confirmed'])
  assert.equal((await ask('POST', `/customers/${other}/deletion`, yes)).status, 200)
  assert.deepEqual(codesOf(await ask('GET', `/customers/${other}`)), [410, 'load.deleted'])
})

test('where there is nothing, that is said as everywhere', async () => {
  assert.deepEqual(codesOf(await ask('GET', '/nothing')), [404, 'request.unknown'])
})

test('whatever a body is, the answer is a refusal', async () => {
  const id = await create({ email: 'hostile@example.com' })
  for (const body of [
    [],
    5,
    'text',
    null,
    { edit: 5 },
    { edit: { email: {} } },
    { edit: { __proto__: 1 }, seen: [] },
  ])
    for (const [method, path] of [
      ['POST', '/customers'],
      ['PATCH', `/customers/${id}`],
      ['POST', '/merges'],
    ] as const) {
      const { status } = await ask(method, path, JSON.stringify(body))
      assert.ok(status >= 200 && status < 500, `${method} ${path} ${JSON.stringify(body)}: ${status}`)
    }
})
