import type { CallOptions } from '../../repository/call-options.js'
import { mailLane } from '../email/attempt-email.js'
import { emptyOutbox, hostLane } from './deliver-effects.js'
import type { ServicePorts } from '../ports.js'
import { paymentLane } from '../account/settle-payment.js'

/**
 * Everything that waits in the outbox: the host's effects, emails by the mailer, and what the payment provider is asked for. In a
 * transaction none of the latter two: what it says of them would be undone with it, and they would be carried out twice.
 */
export function deliverOutbox<Tx>(ports: ServicePorts<Tx>, options: CallOptions<Tx>): Promise<number> {
  const host = hostLane(ports, options)
  if (options.transaction !== undefined) return emptyOutbox(ports, { host }, options)
  return emptyOutbox(ports, { host, mail: mailLane(ports), payment: paymentLane(ports) }, options)
}
