import { normalizeEmail } from '../contact/email.js'
import { readPhone } from '../contact/read-phone.js'
import type { CustomerRule } from '../customer/customer-rule.js'
import type { Customer } from '../customer/customer.js'
import { personDoubts, personRules } from '../customer/person-rules.js'
import { problem, type Problem } from '../outcome/problem.js'
import type { Context } from '../plan/context.js'
import type { CountryCode } from '../value/country.js'
import { presentText } from '../value/text.js'
import type { MergeWish, TypedField } from './merge-wish.js'

/** A contact detail as it is to be kept, and what is to be said of how it was typed. */
interface TypedContact {
  readonly value: string | null
  readonly problems: readonly Problem[]
  readonly warnings: readonly Problem[]
}

/** The contact details that are typed in the review in place of what the rules keep (M-2a), by field. */
export type TypedContacts = { readonly [Field in TypedField]?: TypedContact }

/** How each is read: a row a field. */
const readers: {
  readonly [Field in TypedField]: (
    typed: string | null,
    country: CountryCode,
    context: Context,
  ) => TypedContact
} = {
  firstName: (typed) => accepted(presentText(typed)),
  lastName: (typed) => accepted(presentText(typed)),
  email(typed) {
    const email = normalizeEmail(typed ?? '')
    const isAsTyped = email === (typed ?? '').trim()
    return accepted(presentText(email), isAsTyped ? [] : [problem('email.blanks-removed', ['email'])])
  },
  phone: (typed, country, { parsePhone }) => readPhone(typed, country, parsePhone),
}

const typedFields = Object.keys(readers) as readonly TypedField[]

function accepted(value: string | null, warnings: readonly Problem[] = []): TypedContact {
  return { value, problems: [], warnings }
}

/** Reads what is typed, as `planEdit` would; a phone by this country. */
export function readTyped(wish: MergeWish, country: CountryCode, context: Context): TypedContacts {
  const rows = typedFields.flatMap((field) => {
    const typed = wish[field]
    return typed === undefined ? [] : [[field, readers[field](typed, country, context)]]
  })
  return Object.fromEntries(rows) as TypedContacts
}

/** What is wrong and what is doubtful with what is typed, and with nothing that was there before. */
export function judgeTyped(
  customer: Customer,
  typed: TypedContacts,
  { policy }: Context,
): Pick<TypedContact, 'problems' | 'warnings'> {
  const read = Object.values(typed)
  const unread = read.flatMap(({ problems }) => problems)
  const judge = (rules: Readonly<Record<string, CustomerRule>>): readonly Problem[] =>
    Object.values(rules)
      .filter(({ reads }) => reads.some((field) => Object.hasOwn(typed, field)))
      .flatMap(({ finds }) => finds(customer, policy))
  const problems = judge(personRules)
  return {
    // that nobody is left is told only where all could be read
    problems: [
      ...unread,
      ...problems.filter(({ code }) => code !== 'customer.nobody' || unread.length === 0),
    ],
    warnings: [...read.flatMap(({ warnings }) => warnings), ...judge(personDoubts)],
  }
}
