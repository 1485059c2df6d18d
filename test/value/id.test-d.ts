import { expectTypeOf, it } from 'vitest'
import type { EmailKey } from '../../src/contact/email.js'
import type { AddressId, CustomerId, Revision } from '../../src/value/id.js'
import type { CalendarDate, Instant } from '../../src/value/instant.js'

it('takes plain strings for ids, revisions and instants', () => {
  expectTypeOf<string>().toExtend<CustomerId>()
  expectTypeOf<string>().toExtend<Revision>()
  expectTypeOf<string>().toExtend<Instant>()
})

it('never mixes two kinds of id', () => {
  expectTypeOf<CustomerId>().not.toExtend<AddressId>()
  expectTypeOf<AddressId>().not.toExtend<CustomerId>()
  expectTypeOf<CustomerId>().not.toExtend<Revision>()
})

it('never mixes an instant with a calendar date', () => {
  expectTypeOf<Instant>().not.toExtend<CalendarDate>()
  expectTypeOf<CalendarDate>().not.toExtend<Instant>()
})

it('takes no plain string for a computed key', () => {
  expectTypeOf<string>().not.toExtend<EmailKey>()
  expectTypeOf<EmailKey>().toExtend<string>()
})
