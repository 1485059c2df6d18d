import type { RedactChange, RedactEventsChange, SuppressChange } from '../../plan/change.js'
import type { CustomerId } from '../../value/id.js'
import { suppressionKey } from '../../plan/suppression-key.js'
import { mailboxKey } from './identities.js'
import type { Person } from '../../plan/person.js'
import { relationOf } from './host.js'
import type { Staged } from './staged.js'
import { eraseEvents } from './timelines.js'

/** Erases a person from one of the host's tables, by all that they were known under before this commit. */
export function applyRedact(staged: Staged, { relation, id }: RedactChange): void {
  const handler = relationOf(staged.store.host, relation)
  staged.hostWork.push(() => handler?.redact(personOf(staged, id)))
}

/** Erases what the person's timeline says, whatever id it was written for. */
export function applyRedactEvents(staged: Staged, { id }: RedactEventsChange): void {
  const { customers } = personOf(staged, id)
  staged.writes.push(() => eraseEvents(staged.store.timelines, customers))
}

/** Keeps digests of the person's contacts, by which an old file that names them is recognised. */
export function applySuppress(staged: Staged, { id }: SuppressChange): void {
  const { emails, phones } = personOf(staged, id)
  const keys = [
    ...emails.map((email) => suppressionKey('email', mailboxKey(staged.store, email))),
    ...phones.map((phone) => suppressionKey('phone', phone)),
  ]
  staged.writes.push(() => keys.forEach((key) => staged.store.suppressed.add(key)))
}

function personOf({ people }: Staged, id: CustomerId): Person {
  return people.get(id) as Person
}
