import { invariant } from '../../outcome/invariant.js'
import { parseSegment } from '../../segment/parse-segment.js'
import { rootOf } from '../../segment/root-of.js'
import type { Segment } from '../../segment/segment.js'
import type { ServicePorts } from '../ports.js'

/**
 * A segment, read once more: it may have been kept as JSON. Throws, a programmer's error, where it is none or names others that the
 * ports do not bring, because whoever is asked for customers one after the other has no way to refuse.
 */
export function segmentHere<Tx>({ sources: { segments } }: ServicePorts<Tx>, segment: Segment): Segment {
  rootOf(segment)
  const read = parseSegment(segment, { segments })
  const found = read.ok ? [] : read.problems.map(({ code, path }) => `${code} at ${path.join('.')}`)
  invariant(read.ok, `this is no segment here: ${found.join(', ')}`)
  return read.value
}
