import type { CustomerRecord } from '../../customer/record.js'
import { invariant } from '../../outcome/invariant.js'
import type { CallOptions } from '../../repository/call-options.js'
import type { RecordFilter } from '../../repository/query.js'
import { compileSegment, dueSegment, type NamedSegments } from '../../segment/index.js'
import { segmentEntries } from '../../segment/watch/segment-index.js'
import type { Instant } from '../../value/instant.js'
import type { ServicePorts } from '../ports.js'
import { recordsWhere } from '../finding/records-where.js'
import { segmentHere } from './segment-here.js'
import type { SegmentChange } from './segment-listener.js'

/** Two moments between which time has passed. */
export interface TimeSpan {
  readonly from: Instant
  readonly to: Instant
}

/** A segment, and those whom time can have moved, ready to be asked. */
interface DueTest {
  readonly name: string
  readonly due: RecordFilter
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
  span: TimeSpan,
  options: CallOptions<Tx>,
): AsyncIterable<SegmentChange> {
  invariant(span, 'time has passed `from` one moment `to` another')
  const { from, to } = span
  const { shop } = ports.contextOf({})
  const zone = { timeZone: shop.timeZone, currency: shop.currency }
  const terms = { ...zone, ...ports.sources }
  const tests = segmentEntries(segments).map(([name, given]): DueTest => {
    const segment = segmentHere(ports, given)
    const due = dueSegment(segment, from, to, terms)
    return {
      name,
      due: { where: due, search: null, moment: { now: to, ...zone }, segments: ports.sources.segments },
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
  for (const { name, due, isDue, was, is } of tests)
    for await (const record of recordsWhere(ports, isDue, options, due)) {
      const isMember = is(record)
      if (isMember === was(record)) continue
      const [entered, left] = isMember ? [[name], []] : [[], [name]]
      yield { customer: record.customer.id, at, entered, left }
    }
}
