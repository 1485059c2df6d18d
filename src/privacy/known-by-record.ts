import { emailKey } from '../contact/email.js'
import type { Customer } from '../customer/customer.js'
import type { Person } from '../plan/person.js'

/** Under what a person is known by their record alone: the id, the email and the phone of now. */
export function knownByRecord({ id, email, phone }: Pick<Customer, 'id' | 'email' | 'phone'>): Person {
  return {
    customers: [id],
    emails: email === null ? [] : [emailKey(email)],
    phones: phone === null ? [] : [phone],
  }
}
