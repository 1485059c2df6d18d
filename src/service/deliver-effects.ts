import type { Effect } from '../plan/effect.js'
import type { CallOptions } from '../repository/port.js'
import type { ServicePorts } from './ports.js'

/** How many effects are taken from the outbox at once. */
const BATCH = 100

/**
 * Hands the outbox to the host, oldest first, and acknowledges what was carried out. Stops at the first failure and
 * leaves the rest for the next time: a commit that is done is never reported as failed because of what follows from it.
 * Gives the number delivered.
 */
export async function deliverEffects<Tx>(ports: ServicePorts<Tx>, options: CallOptions<Tx>): Promise<number> {
  const { deliver, repository } = ports
  if (deliver === undefined) return 0
  for (let delivered = 0; ; ) {
    const batch = await repository.outbox({ limit: BATCH }, options)
    const done = await deliverInOrder(batch, deliver)
    if (done.length > 0) await repository.acknowledge(done, options)
    delivered += done.length
    if (done.length < batch.length || batch.length === 0) return delivered
  }
}

async function deliverInOrder(
  effects: readonly Effect[],
  deliver: (effect: Effect) => Promise<void>,
): Promise<string[]> {
  const done: string[] = []
  for (const effect of effects) {
    try {
      await deliver(effect)
    } catch {
      break
    }
    done.push(effect.id)
  }
  return done
}
