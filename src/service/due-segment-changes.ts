import type { CustomerRecord } from '../customer/record.js'
import type { CallOptions } from '../repository/call-options.js'
import type { Cursor } from '../repository/page-cursor.js'
import { compileSegment, dueSegment, type NamedSegments, type Segment } from '../segment/index.js'
import { segmentEntries } from '../segment/watch/segment-index.js'
import type { Instant } from '../value/instant.js'
import type { ServicePorts } from './ports.js'
import { recordsWhere } from './records-where.js'
import type { SegmentChange } from './segment-listener.js'

/** Two moments between which time has passed. */
export interface TimeSpan {
  readonly from: Instant
  readonly to: Instant
}

/** How many records are asked for at once. */
const PAGE = 500

/** A segment, and those whom time can have moved, ready to be asked. */
interface DueTest {
  readonly name: string
  readonly due: Segment
  readonly isDue: (record: CustomerRecord) => boolean
  readonly was: (record: CustomerRecord) => boolean
  readonly is: (record: CustomerRecord) => boolean
}

/**
 * Whom time alone has brought into segments or out of them between two moments (S-2), one segment after the other, in constant
 * memory: by the store's own query where it has one, otherwise by looking at everybody. Ask it when the shop's day has changed.
 */
export function dueSegmentChanges<Tx>(
  ports: ServicePorts<Tx>,
  segments: NamedSegments,
  { from, to }: TimeSpan,
  options: CallOptions<Tx>,
): AsyncIterable<SegmentChange> {
  const { shop } = ports.contextOf({ key: 'due' })
  const terms = { timeZone: shop.timeZone, currency: shop.currency, ...ports.sources }
  const tests = segmentEntries(segments).map(([name, segment]): DueTest => {
    const due = dueSegment(segment, from, to, terms)
    return {
      name,
      due,
      isDue: compileSegment(due, { now: to, ...terms }),
      was: compileSegment(segment, { now: from, ...terms }),
      is: compileSegment(segment, { now: to, ...terms }),
    }
  })
  return changesOf(ports, tests, to, options)
}

async function* changesOf<Tx>(
  ports: ServicePorts<Tx>,
  tests: readonly DueTest[],
  at: Instant,
  options: CallOptions<Tx>,
): AsyncGenerator<SegmentChange, void, undefined> {
  for (const test of tests)
    for await (const record of candidates(ports, test, options)) {
      const { name, was, is } = test
      const isMember = is(record)
      if (isMember === was(record)) continue
      const [entered, left] = isMember ? [[name], []] : [[], [name]]
      yield { customer: record.customer.id, at, entered, left }
    }
}

/** Those whom time can have moved. */
async function* candidates<Tx>(
  ports: ServicePorts<Tx>,
  { due, isDue }: DueTest,
  options: CallOptions<Tx>,
): AsyncGenerator<CustomerRecord, void, undefined> {
  const { repository } = ports
  if (repository.find === undefined) return yield* recordsWhere(ports, isDue, options)
  for (let after: Cursor | null = null; ; ) {
    const page = await repository.find({ where: due, search: null, after, limit: PAGE }, options)
    yield* page.records
    if (page.next === null) return
    after = page.next
  }
}
