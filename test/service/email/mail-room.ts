import {
  type CustomerRecord,
  type CustomersPorts,
  createCustomers,
  type Customers,
  type EmailMessage,
  type Mailer,
  type MailResult,
} from 'clientele'
import { createMemoryRepository, type MemoryRepository } from 'clientele/memory'

/** A mail service that writes down what it is given, and answers as it is told; `'throws'` has it break after it has taken the email. */
export function mailbox(answer: (message: EmailMessage) => MailResult | 'throws' = () => ({ sent: true })) {
  const taken: EmailMessage[] = []
  const mailer = (idempotent = false): Mailer => ({
    idempotent,
    send: async (message) => {
      taken.push(message)
      const result = answer(message)
      if (result === 'throws') throw new Error('the connection broke')
      return result
    },
  })
  return { taken, mailer }
}

export const senders = [{ email: 'shop@example.com', name: 'The Shop' }]

/** A shop on one store, as often as it is opened: each opening is a process of its own. The clock is turned by hand. */
export function mailRoom(records: readonly CustomerRecord[]) {
  const repository = createMemoryRepository({ records })
  const clock = { now: '2026-11-22T12:00:00.000Z' }
  let keys = 0
  const open = (
    ports: Partial<CustomersPorts> & { wrap?: (repository: MemoryRepository) => MemoryRepository } = {},
  ): Customers => {
    const { wrap = (one) => one, ...rest } = ports
    return createCustomers({
      repository: wrap(repository),
      shop: { timeZone: 'Europe/Oslo', currency: 'EUR', country: 'NO', locale: 'nb-NO', senders },
      now: () => clock.now,
      newKey: () => `key-${++keys}`,
      ...rest,
    })
  }
  const kindsOf = async (id: string): Promise<string[]> =>
    ((await repository.timeline?.(id)) ?? []).map(({ event }) => event.kind)
  return { repository, clock, open, kindsOf }
}
