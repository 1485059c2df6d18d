import type { ChangeSet } from '../../plan/change-set.js'
import type { Person } from '../../plan/person.js'
import { knownByRecord } from '../../privacy/known-by-record.js'
import type { CallOptions } from '../../repository/call-options.js'
import type { EffectId } from '../../value/id.js'
import type { ServicePorts } from '../ports.js'

/** Under what those are known whom effects concern, as it was read before the commit. */
export type KnownBefore = ReadonlyMap<EffectId, Person>

const nobody: KnownBefore = new Map()

/**
 * For a store without `knownAs`: reads whom the redactions of a change set concern before it is committed, because afterwards the
 * record may say nothing any more. Kept for this one call, and only where it delivers.
 */
export async function knownBefore<Tx>(
  { repository, deliver }: ServicePorts<Tx>,
  { outbox }: ChangeSet,
  options: CallOptions<Tx>,
): Promise<KnownBefore> {
  if (repository.knownAs !== undefined || deliver === undefined || options.transaction !== undefined)
    return nobody
  const redactions = outbox.filter((effect) => effect.type === 'redact')
  if (redactions.length === 0) return nobody
  const loaded = await repository.load(
    redactions.map(({ customer }) => customer),
    options,
  )
  return new Map(
    redactions.flatMap(({ id }, index) => {
      const one = loaded[index]
      return one?.state === 'present' ? [[id, knownByRecord(one.record.customer)] as const] : []
    }),
  )
}
