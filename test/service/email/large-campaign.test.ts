import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { type CampaignReport, createCustomers } from 'clientele'
import { parseSegment } from 'clientele/segment'
import { describe, expect, it } from 'vitest'
import { valueOf } from '../customers-on.js'
import { endlessShop } from '../bulk/endless-shop.js'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Megabytes in use once everything that can go has gone. */
function heap(): number {
  collect()
  return process.memoryUsage().heapUsed / 1e6
}

describe('a campaign over 100 000 customers, 5 000 of them in the segment', () => {
  it('takes constant memory, tells how far it is, and is stopped and resumed without a second email', async () => {
    const sent = new Uint8Array(100_000)
    const customers = createCustomers({
      repository: endlessShop(100_000, 20),
      shop: {
        timeZone: 'Europe/Oslo',
        currency: 'EUR',
        country: 'NO',
        locale: 'nb-NO',
        senders: [{ email: 'shop@example.com' }],
      },
      mailer: {
        idempotent: false,
        send: async ({ to }) => {
          const index = Number(to.slice(1, 10))
          sent[index] = (sent[index] ?? 0) + 1
          return { sent: true }
        },
      },
    })
    const vip = valueOf(parseSegment("customer_tags CONTAINS 'vip'"))
    const wish = { subject: 'Hello {{customer.firstName}}', text: 'All new.' }
    const signal = { aborted: false, throwIfAborted: () => undefined }
    const heaps: number[] = []
    const onProgress = ({ seen }: CampaignReport): void => {
      if (heaps.length < Math.floor(seen / 1000)) heaps.push(heap())
      if (seen >= 2000) signal.aborted = true
    }
    const first = valueOf(await customers.runCampaign(vip, wish, { key: 'k', signal, onProgress }))
    expect([first.stopped, first.isDone]).toEqual(['cancelled', false])
    const resumeFrom = first.next
    const rest = valueOf(await customers.runCampaign(vip, wish, { key: 'k', resumeFrom, onProgress }))
    expect(rest.isDone).toBe(true)
    expect(first.tally.sent + rest.tally.sent).toBe(5000)
    expect(sent.every((times, index) => times === (index % 20 === 0 ? 1 : 0))).toBe(true)
    expect(heaps.length).toBeGreaterThanOrEqual(3)
    expect(heap() - (heaps[0] as number)).toBeLessThan(5)
  }, 120_000)
})
