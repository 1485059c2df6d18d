import type { Delivery, Effect, EffectType, EmailEffect, HostEffect } from '../../plan/effect.js'
import type { PaymentMethodEffect } from '../../plan/payment-method-effect.js'
import type { CallOptions } from '../../repository/call-options.js'
import type { KnownBefore } from './known-before.js'
import type { ServicePorts } from '../ports.js'

/** How many effects are taken from the outbox at once. */
const BATCH = 100

/** Carries one effect out. `false` leaves it for later, and so does a throw, after which the lane is given up for this time. */
type Carry<E> = (effect: E) => Promise<boolean>

/** Who carries out what: the host its own effects, the mailer emails, the payment provider what it is asked for. One that is not there leaves its effects where they are. */
export interface Lanes {
  readonly host?: Carry<HostEffect> | undefined
  readonly mail?: Carry<EmailEffect> | undefined
  readonly payment?: Carry<PaymentMethodEffect> | undefined
}

/** The lanes of all but the host's own effects. */
const lanesApart: { readonly [Type in EffectType]?: keyof Lanes } = {
  email: 'mail',
  'payment-method': 'payment',
}

/**
 * Hands the outbox to the host, oldest first, and acknowledges what was carried out. Stops at the first failure and
 * leaves the rest for the next time: a commit that is done is never reported as failed because of what follows from it.
 * Gives the number delivered.
 */
export function deliverEffects<Tx>(
  ports: ServicePorts<Tx>,
  options: CallOptions<Tx>,
  known: KnownBefore = new Map(),
): Promise<number> {
  return emptyOutbox(ports, { host: hostLane(ports, options, known) }, options)
}

/** How the host carries out its own effects, if it does. */
export function hostLane<Tx>(
  ports: ServicePorts<Tx>,
  options: CallOptions<Tx>,
  known: KnownBefore = new Map(),
): Lanes['host'] {
  const { deliver } = ports
  if (deliver === undefined) return undefined
  return async (effect) => {
    await deliver(await toDelivery(ports, effect, known, options))
    return true
  }
}

/**
 * Goes through the outbox, oldest first, lane by lane: what one cannot do holds up no other. What stays is looked at once, and
 * never hides what stands behind it.
 */
export async function emptyOutbox<Tx>(
  ports: ServicePorts<Tx>,
  lanes: Lanes,
  options: CallOptions<Tx>,
): Promise<number> {
  const { repository } = ports
  const open = { ...lanes } as OpenLanes
  const left = new Set<string>()
  for (let delivered = 0; ; ) {
    if (Object.values(open).every((lane) => lane === undefined)) return delivered
    // twice as many again, so that whatever stays is read in linear time
    const page = await repository.outbox({ limit: BATCH + 2 * left.size }, options)
    const fresh = page.filter(({ id }) => !left.has(id))
    if (fresh.length === 0) return delivered
    const done = await carryOut(ports, fresh, open, left)
    if (done.length > 0) await repository.acknowledge(done, options)
    delivered += done.length
  }
}

/** The lanes that are not given up yet; each gets the effects of its own type only. */
type OpenLanes = { -readonly [Lane in keyof Lanes]?: Carry<Effect> | undefined }

async function carryOut<Tx>(
  ports: ServicePorts<Tx>,
  effects: readonly Effect[],
  open: OpenLanes,
  left: Set<string>,
): Promise<string[]> {
  const done: string[] = []
  for (const effect of effects) {
    const lane = lanesApart[effect.type] ?? 'host'
    const isDone = await open[lane]?.(effect).catch((error: unknown) => {
      ports.onError(error, { call: 'delivery', key: null })
      open[lane] = undefined
      return false
    })
    if (isDone === true) done.push(effect.id)
    else left.add(effect.id)
  }
  return done
}

/**
 * Whom a redaction concerns is read at the last moment, because neither plan nor outbox may hold it (G-1). A store that cannot
 * tell leaves what was read before the commit, and of effects of an earlier call the id alone.
 */
async function toDelivery<Tx>(
  { repository }: ServicePorts<Tx>,
  effect: HostEffect,
  known: KnownBefore,
  options: CallOptions<Tx>,
): Promise<Delivery> {
  if (effect.type !== 'redact') return effect
  const { id, customer } = effect
  const told = await repository.knownAs?.(customer, options)
  return { ...effect, who: told ?? known.get(id) ?? { customers: [customer], emails: [], phones: [] } }
}
