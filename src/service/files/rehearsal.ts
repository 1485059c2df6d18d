import { emailKey } from '../../contact/email.js'
import type { Customer } from '../../customer/customer.js'
import { noLibraryFacts, unknownHostFacts } from '../../customer/facts.js'
import type { CustomerRecord } from '../../customer/record.js'
import { noStatistics } from '../../customer/statistics.js'
import { success } from '../../outcome/outcome.js'
import { mailboxOf } from '../../plan/claims.js'
import type { IdentityRule } from '../../policy/policy.js'
import type { CustomerRepository } from '../../repository/port.js'
import type { CustomerId } from '../../value/id.js'

/**
 * A repository that keeps to itself what is put into it, and answers as if the store had taken it: a dry run is the real run
 * on this. It holds what the run would write in memory, and knows of others' claims only what the store finds.
 */
export function rehearsal<Tx>(
  repository: CustomerRepository<Tx>,
  rule: IdentityRule,
): CustomerRepository<Tx> {
  const records = new Map<CustomerId, CustomerRecord>()
  const byContact = new Map<string, Set<CustomerId>>()
  let made = 0

  const current = (record: CustomerRecord): CustomerRecord => records.get(record.customer.id) ?? record
  const know = (record: CustomerRecord): CustomerRecord => {
    records.set(record.customer.id, current(record))
    return current(record)
  }

  function keep(customer: Customer): void {
    const { id } = customer
    records.set(id, { ...(records.get(id) ?? recordOf(customer)), customer })
    for (const contact of contactsOf(customer, rule))
      byContact.set(contact, (byContact.get(contact) ?? new Set()).add(id))
  }

  return {
    ...repository,
    load: async (ids, options) => {
      const loaded = await repository.load(ids, options)
      return loaded.map((one) =>
        one.state === 'present' ? { ...one, record: know(one.record) } : one,
      ) as typeof loaded
    },
    findByIdentity: async (identities, options) => {
      const found = await repository.findByIdentity(identities, options)
      const own = [...identities.emails, ...identities.phones].flatMap((contact) => [
        ...(byContact.get(contact) ?? []),
      ])
      const all = new Map(found.records.map((record) => [record.customer.id, know(record)]))
      for (const id of own) all.set(id, records.get(id) as CustomerRecord)
      return { records: [...all.values()], suppressed: found.suppressed }
    },
    commit: async ({ changes, summary }) => {
      const ids: Record<string, string> = {}
      for (const change of changes) {
        if (change.type !== 'put') continue
        const { customer } = change
        const isKnown = records.has(customer.id)
        if (!isKnown) ids[customer.id] = `dry-run:${++made}`
        keep(isKnown ? customer : { ...customer, id: ids[customer.id] as string })
      }
      return success({ revisions: {}, ids, summary, replayed: false })
    },
    outcomeOf: async () => null,
  }
}

function recordOf(customer: Customer): CustomerRecord {
  const facts = { ...unknownHostFacts, ...noLibraryFacts }
  return { customer, statistics: noStatistics, facts, revision: 'dry-run' }
}

/** As the store is asked for them: the email as it is, and as the policy takes it. */
function contactsOf(customer: Customer, rule: IdentityRule): readonly string[] {
  const { email, phone } = customer
  const mailbox = mailboxOf(customer, rule)
  return [
    ...(mailbox === null ? [] : [emailKey(email as string), mailbox]),
    ...(phone === null ? [] : [phone]),
  ]
}
