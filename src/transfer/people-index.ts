import type { Identity } from '../plan/identity.js'
import type { ImportMatch } from './import-plan.js'

/** By what a person is looked up; where people are matched by id, the id stands in the place of the email. */
export interface PersonKey {
  readonly email: string | null
  readonly phone: string | null
}

/** What counts of a person, by what people are to be matched. */
export const personKeys: {
  readonly [Match in ImportMatch]: (identity: Identity, id: string | null) => PersonKey
} = {
  'email-or-phone': (identity) => identity,
  email: ({ email }) => ({ email, phone: null }),
  phone: ({ phone }) => ({ email: null, phone }),
  id: (_identity, id) => ({ email: id, phone: null }),
}

/** Somebody who is found by a key. */
interface Keyed {
  readonly key: PersonKey
}

/** People to be found again by identity. */
export interface PeopleIndex<Person extends Keyed> {
  add(person: Person): void
  /** takes a person out who was added when their key was this */
  remove(key: PersonKey, person: Person): void
  find(key: PersonKey): readonly Person[]
}

/** By a contact those who have it: nearly always one. */
type Book<Person> = Map<string, readonly Person[]>

/**
 * Who is the same person: the canonical email decides, and the phone only where one side has no email (C-6). Two people
 * of one household, who share a phone and have an email each, stay two.
 */
export function peopleIndex<Person extends Keyed>(): PeopleIndex<Person> {
  const byEmail: Book<Person> = new Map()
  const byPhone: Book<Person> = new Map()
  return {
    add(person) {
      const { email, phone } = person.key
      if (email !== null) enter(byEmail, email, person)
      if (phone !== null) enter(byPhone, phone, person)
    },
    remove({ email, phone }, person) {
      if (email !== null) strike(byEmail, email, person)
      if (phone !== null) strike(byPhone, phone, person)
    },
    find({ email, phone }) {
      const named = email === null ? undefined : byEmail.get(email)
      if (named !== undefined) return named
      const sharing = phone === null ? undefined : byPhone.get(phone)
      if (sharing === undefined) return nobody
      return email === null ? sharing : sharing.filter(({ key }) => key.email === null)
    },
  }
}

const nobody: readonly never[] = []

function enter<Person>(book: Book<Person>, contact: string, person: Person): void {
  const others = book.get(contact)
  book.set(contact, others === undefined ? [person] : [...others, person])
}

function strike<Person>(book: Book<Person>, contact: string, person: Person): void {
  const others = (book.get(contact) as readonly Person[]).filter((one) => one !== person)
  if (others.length === 0) book.delete(contact)
  else book.set(contact, others)
}
