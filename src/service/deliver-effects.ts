import type { Delivery, Effect } from '../plan/effect.js'
import type { CallOptions } from '../repository/call-options.js'
import type { KnownBefore } from './known-before.js'
import type { ServicePorts } from './ports.js'

/** How many effects are taken from the outbox at once. */
const BATCH = 100

/**
 * Hands the outbox to the host, oldest first, and acknowledges what was carried out. Stops at the first failure and
 * leaves the rest for the next time: a commit that is done is never reported as failed because of what follows from it.
 * Gives the number delivered.
 */
export async function deliverEffects<Tx>(
  ports: ServicePorts<Tx>,
  options: CallOptions<Tx>,
  known: KnownBefore = new Map(),
): Promise<number> {
  const { deliver, repository } = ports
  if (deliver === undefined) return 0
  for (let delivered = 0; ; ) {
    const batch = await repository.outbox({ limit: BATCH }, options)
    const done = await inOrder(ports, batch, async (effect) =>
      deliver(await toDelivery(ports, effect, known, options)),
    )
    if (done.length > 0) await repository.acknowledge(done, options)
    delivered += done.length
    if (done.length < batch.length || batch.length === 0) return delivered
  }
}

/**
 * Whom a redaction concerns is read at the last moment, because neither plan nor outbox may hold it (G-1). A store that cannot
 * tell leaves what was read before the commit, and of effects of an earlier call the id alone.
 */
async function toDelivery<Tx>(
  { repository }: ServicePorts<Tx>,
  effect: Effect,
  known: KnownBefore,
  options: CallOptions<Tx>,
): Promise<Delivery> {
  if (effect.type !== 'redact') return effect
  const { id, customer } = effect
  const told = await repository.knownAs?.(customer, options)
  return { ...effect, who: told ?? known.get(id) ?? { customers: [customer], emails: [], phones: [] } }
}

async function inOrder<Tx>(
  ports: ServicePorts<Tx>,
  effects: readonly Effect[],
  carryOut: (effect: Effect) => Promise<void>,
): Promise<string[]> {
  const done: string[] = []
  for (const effect of effects) {
    try {
      await carryOut(effect)
    } catch (error) {
      ports.onError(error, { call: 'delivery', key: null })
      break
    }
    done.push(effect.id)
  }
  return done
}
