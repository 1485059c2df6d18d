import type { CallOptions } from '../repository/port.js'
import { mailLane } from './attempt-email.js'
import { emptyOutbox, hostLane } from './deliver-effects.js'
import type { ServicePorts } from './ports.js'

/**
 * Everything that waits in the outbox: the host's effects, and emails by the mailer. In a transaction no email is sent: what it
 * says of them would be undone with it, and they would go out twice.
 */
export function deliverOutbox<Tx>(ports: ServicePorts<Tx>, options: CallOptions<Tx>): Promise<number> {
  const mail = options.transaction === undefined ? mailLane(ports) : undefined
  return emptyOutbox(ports, { host: hostLane(ports, options), mail }, options)
}
