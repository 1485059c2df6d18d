import type { Identity } from './candidate.js'

/** People to be found again by identity. */
export interface PeopleIndex<Person> {
  add(identity: Identity, person: Person): void
  find(identity: Identity): readonly Person[]
}

interface Entry<Person> {
  readonly person: Person
  readonly hasEmail: boolean
}

/**
 * Who is the same person: the canonical email decides, and the phone only where one side has no email (C-6). Two people
 * of one household, who share a phone and have an email each, stay two.
 */
export function peopleIndex<Person>(): PeopleIndex<Person> {
  const byEmail = new Map<string, Person[]>()
  const byPhone = new Map<string, Entry<Person>[]>()
  return {
    add({ email, phone }, person) {
      if (email !== null) append(byEmail, email, person)
      if (phone !== null) append(byPhone, phone, { person, hasEmail: email !== null })
    },
    find({ email, phone }) {
      const named = email === null ? undefined : byEmail.get(email)
      if (named !== undefined || phone === null) return named ?? []
      const sharing = byPhone.get(phone) ?? []
      return sharing.filter(({ hasEmail }) => email === null || !hasEmail).map(({ person }) => person)
    },
  }
}

function append<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}
