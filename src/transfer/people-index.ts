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

/** People to be found again by identity. */
export interface PeopleIndex<Person> {
  add(identity: PersonKey, person: Person): void
  /** takes a person out who was added under this identity */
  remove(identity: PersonKey, person: Person): void
  find(identity: PersonKey): readonly Person[]
}

/** By a contact the people who have it, with whether they have an email. */
type Book<Person> = Map<string, Map<Person, boolean>>

/**
 * Who is the same person: the canonical email decides, and the phone only where one side has no email (C-6). Two people
 * of one household, who share a phone and have an email each, stay two.
 */
export function peopleIndex<Person>(): PeopleIndex<Person> {
  const byEmail: Book<Person> = new Map()
  const byPhone: Book<Person> = new Map()
  return {
    add({ email, phone }, person) {
      if (email !== null) enter(byEmail, email, person, true)
      if (phone !== null) enter(byPhone, phone, person, email !== null)
    },
    remove({ email, phone }, person) {
      if (email !== null) strike(byEmail, email, person)
      if (phone !== null) strike(byPhone, phone, person)
    },
    find({ email, phone }) {
      const named = email === null ? undefined : byEmail.get(email)
      if (named !== undefined) return [...named.keys()]
      const sharing = phone === null ? [] : [...(byPhone.get(phone) ?? [])]
      return sharing.filter(([, hasEmail]) => email === null || !hasEmail).map(([person]) => person)
    },
  }
}

function enter<Person>(book: Book<Person>, contact: string, person: Person, hasEmail: boolean): void {
  const people = book.get(contact)
  if (people === undefined) book.set(contact, new Map([[person, hasEmail]]))
  else people.set(person, hasEmail)
}

function strike<Person>(book: Book<Person>, contact: string, person: Person): void {
  const people = book.get(contact) as Map<Person, boolean>
  people.delete(person)
  if (people.size === 0) book.delete(contact)
}
