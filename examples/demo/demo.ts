import { readFile } from 'node:fs/promises'
import {
  createCustomers,
  type CustomerRecord,
  decimalAmount,
  explainProblem,
  type Outcome,
  type Problem,
  renderMergePreview,
} from 'clientele'
import { createMemoryRepository } from 'clientele/memory'
import { en } from 'clientele/messages/en'
import { parsePhone } from 'clientele/phone'
import { parseSegment } from 'clientele/segment'
import { orderTables } from './order-tables.js'
import { repairAddresses, type RepairedAddress } from './repair-addresses.js'
import { heading, line, progress, styled, table } from './terminal.js'

const file = await readFile(new URL('customers_export.csv', import.meta.url))
const orders = orderTables('EUR')
const customers = createCustomers({
  repository: createMemoryRepository({ facts: orders.facts, projected: orders.statistics }),
  shop: { timeZone: 'Europe/Oslo', currency: 'EUR', country: 'NO', locale: 'nb-NO' },
  parsePhone,
})

heading('1  Import customers_export.csv')
const repaired: RepairedAddress[] = []
const rowCount = file.toString('utf8').split('\r\n').length - 2
let read = 0
const report = expect(
  await customers.importCustomers(file, {
    consentSource: 'customers_export.csv',
    prepare: (row) => repairAddresses(row, repaired),
    onRow: ({ id }, row) => {
      if (id !== null) orders.record(id, row)
      progress(++read, rowCount)
    },
  }),
)
const { tally } = report
table([
  ['created', count(tally.created)],
  ['updated', count(tally.updated)],
  ['unchanged', count(tally.unchanged)],
  ['skipped', count(tally.skipped), 'the same person stands further down; the last row counts'],
  ['refused', count(tally.refused), 'reasons below'],
  [styled('bold', 'rows'), styled('bold', count(report.rows))],
])

line('\n  Refused, and why:')
table(
  report.refused.flatMap(({ row, problems }) =>
    problems.map((problem, index) => [index === 0 ? `row ${row}` : '', columnOf(problem), explain(problem)]),
  ),
)

heading('2  Military addresses')
table(
  repaired.flatMap(({ row, before, after, left, offers }) => [
    [`row ${row}`, styled('red', 'typed'), before],
    ...(before === after ? [] : [['', styled('green', 'mended'), after]]),
    ...left.map((problem) => ['', styled('yellow', 'ask'), explain(problem)]),
    ...offers.map((offer) => ['', styled('yellow', 'offer'), offer]),
    ...(before === after && left.length + offers.length === 0
      ? [['', styled('green', 'right'), 'as it is']]
      : []),
  ]),
)

heading('3  A segment')
const query =
  "customer_tags CONTAINS 'vip' AND number_of_orders >= 25 AND NOT customer_countries CONTAINS 'US'"
line(`  ${styled('italic', query)}\n`)
const vips = await all(customers.members(expect(parseSegment(query))))
table(vips.map((record) => [nameOf(record), record.customer.email ?? '', spent(record)]))
line(`\n  ${vips.length} customers`)

heading('4  One person, two profiles')
const twins = await all(customers.members(expect(parseSegment("customer_tags CONTAINS 'workshop'"))))
const ids = twins.filter((record) => nameOf(record) === 'Ingrid Solheim').map(({ customer }) => customer.id)
const merge = expect(await customers.planMerge({ ids }))
line(renderMergePreview(merge, { messages: en }))
for (const warning of merge.warnings) line(`  ${styled('yellow', '!')} ${explain(warning)}`)

expect(await customers.commit(merge, { confirmed: true }))
line(`\n  ${styled('green', '✓')} confirmed and merged:`)
const { customer } = merge.result
table([
  ['email', customer.email ?? ''],
  ['tags', customer.tags.join(', ')],
  ['note', (customer.note ?? '').replaceAll('\n', ' ')],
  ['addresses', count(customer.addresses.length)],
])

heading('5  Delete who can be deleted')
const idle = "number_of_orders = 0 AND email_subscription_status = 'NOT_SUBSCRIBED' AND customer_tags IS NULL"
line(`  ${styled('italic', idle)}\n`)
const deleted: string[] = []
const kept: string[][] = []
for (const record of await all(customers.members(expect(parseSegment(idle))))) {
  const outcome = await customers.runDeletion(record.customer.id, { confirmed: true })
  if (outcome.ok) deleted.push(nameOf(record))
  else
    kept.push(
      ...outcome.problems.map((problem, index) => [
        index === 0 ? styled('yellow', 'stays') : '',
        index === 0 ? nameOf(record) : '',
        explain(problem),
      ]),
    )
}
table(kept)
line(`\n  ${styled('green', 'deleted')}  ${deleted.length}: ${deleted.join(', ')}`)

function explain(problem: Problem): string {
  return explainProblem(problem, en)
}

function columnOf({ params }: Problem): string {
  const column = params?.['column']
  return typeof column === 'string' ? column : ''
}

function nameOf({ customer: { firstName, lastName, email, phone } }: CustomerRecord): string {
  return [firstName, lastName].filter(Boolean).join(' ') || email || phone || '?'
}

function spent({ statistics: { amountSpent, numberOfOrders } }: CustomerRecord): string {
  const amount = amountSpent === null ? '' : `${decimalAmount(amountSpent)} ${amountSpent.currency}`
  return `${numberOfOrders} orders, ${amount}`
}

function count(value: number): string {
  return value.toLocaleString('en').padStart(5)
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}

/** The demo knows its file: what is refused here is a fault of the demo. */
function expect<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.problems.map(explain).join('\n'))
  return outcome.value
}
