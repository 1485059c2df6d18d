import type { Address } from '../address/address.js'
import type { CustomerRecord } from '../customer/record.js'
import type { BookEdit, CustomerEdit, TagsEdit } from '../profile/edit/customer-edit.js'
import { addressArbitrary, billingDetailsArbitrary } from './arbitrary-address.js'
import { emailArbitrary, phoneArbitrary } from './arbitrary-contact.js'
import { metafieldsArbitrary } from './arbitrary-metafields.js'
import { plain, type Arbitrary, type FastCheck } from './fast-check.js'
import { firstNames, lastNames } from './sample-names.js'

/**
 * Edits of a record that staff may wish, of any fields and of what the record has; half of them of a few fields only, so that two
 * often touch nothing of the same. A few are refused, because nobody would remain or an address would be there twice.
 */
export function editArbitrary(fc: FastCheck, record: CustomerRecord): Arbitrary<CustomerEdit> {
  const whole = wholeEdit(fc, record)
  const few = whole.chain((edit) => {
    const fields = Object.entries(edit)
    if (fields.length === 0) return fc.constant(edit)
    return fc
      .array(fc.constantFrom(...fields), { maxLength: 3 })
      .map((kept): CustomerEdit => Object.fromEntries(kept))
  })
  return fc.oneof(whole, few)
}

function wholeEdit(fc: FastCheck, { customer }: CustomerRecord): Arbitrary<CustomerEdit> {
  return fc.record<CustomerEdit>(
    {
      firstName: fc.option(fc.constantFrom(...firstNames)),
      lastName: fc.option(fc.constantFrom(...lastNames)),
      email: fc.option(emailArbitrary(fc)),
      phone: fc.option(phoneArbitrary(fc)),
      locale: fc.constantFrom(null, 'pl-PL', 'nb'),
      note: noteArbitrary(fc),
      tags: tagsArbitrary(fc, customer.tags),
      addresses: bookArbitrary(fc, customer.addresses, addressArbitrary(fc).map(withoutId)),
      billingDetails: bookArbitrary(fc, customer.billingDetails, billingDetailsArbitrary(fc).map(withoutId)),
      account: fc.constantFrom('block', 'unblock'),
      priceLevel: fc.integer({ min: 0, max: 10 }),
      source: fc.constantFrom(null, 'www', 'pos'),
      taxExempt: fc.boolean(),
      taxExemptions: fc.constantFrom([], ['EU_REVERSE_CHARGE_EXEMPTION_RULE']),
      metafields: metafieldsArbitrary(fc),
    },
    { ...plain, requiredKeys: [] },
  )
}

function noteArbitrary(fc: FastCheck): Arbitrary<CustomerEdit['note']> {
  return fc.oneof(
    fc.constantFrom(null, 'Rings twice', '🎂 22.11.'),
    fc.constantFrom({ append: 'Prefers the back door.' }, { append: ' ' }),
  )
}

/** Tags of the record in any case, and a few others. */
function tagsArbitrary(fc: FastCheck, kept: readonly string[]): Arbitrary<TagsEdit> {
  const named = [...kept, ...kept.map((tag) => tag.toUpperCase()), 'vip', 'ΣΊΣΥΦΟΣ', 'EU', 'eu']
  const tags = fc.array(fc.constantFrom(...named), { maxLength: 3 })
  return fc.record<TagsEdit>({ add: tags, remove: tags }, { ...plain, requiredKeys: [] })
}

function bookArbitrary<Input extends object>(
  fc: FastCheck,
  book: readonly Address[],
  input: Arbitrary<Input>,
): Arbitrary<readonly BookEdit<Input>[]> {
  const add = fc.record({ type: fc.constant('add' as const), address: input, asDefault: fc.boolean() }, plain)
  if (book.length === 0) return fc.array(add, { maxLength: 2 })
  const id = fc.constantFrom(...book.map((address) => address.id))
  const city = fc.constantFrom('Oslo', 'Łódź').map((name) => ({ city: name }) as unknown as Input)
  const op = fc.oneof<Arbitrary<BookEdit<Input>>[]>(
    add,
    fc.record({ type: fc.constant('edit' as const), id, changes: city }, plain),
    fc.record({ type: fc.constant('remove' as const), id }, plain),
    fc.record({ type: fc.constant('default' as const), id }, plain),
  )
  return fc.array(op, { maxLength: 2 })
}

function withoutId<A extends Address>({ id: _id, ...fields }: A): Omit<A, 'id'> {
  return fields
}
