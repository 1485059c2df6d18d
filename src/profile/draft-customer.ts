import {
  isBlankAddress,
  type Address,
  type AddressFields,
  type AddressInput,
  type BillingDetails,
  type BillingDetailsInput,
} from '../address/address.js'
import { noConsent, type Consent, type ConsentState } from '../contact/consent.js'
import { normalizeEmail } from '../contact/email.js'
import { guestAccount } from '../customer/account.js'
import { judgeCustomer } from '../customer/customer-problems.js'
import type { ConsentInput, CustomerInput } from '../customer/customer-input.js'
import type { Customer } from '../customer/customer.js'
import { normalizeTags } from '../customer/tags.js'
import { foundIn, joined, nothing, problem, type Problem } from '../outcome/problem.js'
import type { Context } from '../plan/context.js'
import type { CountryCode } from '../value/country.js'
import type { AddressId } from '../value/id.js'
import type { Instant } from '../value/instant.js'
import { isBlank, presentText, trimmed } from '../value/text.js'
import { withPhonesRead } from './address-phones.js'
import { readPhone } from './read-phone.js'
import { isBlankBillingDetails, toCountryCode, typedAddress, typedBillingDetails } from './typed-address.js'

export type DraftProblemCode = 'consent.contact-missing' | 'email.blanks-removed'

/** A customer as it would be kept, with all that is against it and all that is doubtful. */
export interface Draft {
  readonly customer: Customer
  readonly problems: readonly Problem[]
  readonly warnings: readonly Problem[]
}

/**
 * Makes a new customer of what was typed (C-4): blanks removed, tags folded, the phone read by the country of the address,
 * else of the shop, and those of addresses too, each by its own; then judged by the policy's rules, all at once.
 */
export function draftCustomer(input: CustomerInput, context: Context, nextId: () => string): Draft {
  const phone = readPhone(input.phone, phoneCountry(input, context), context.parsePhone)
  const typedEmail = trimmed(input.email ?? '')
  const email = normalizeEmail(typedEmail)
  const typed = toCustomer(input, { email: presentText(email), phone: phone.value }, context, nextId)
  const { addresses, warnings } = withPhonesRead(typed.addresses, context)
  const customer = addresses === typed.addresses ? typed : { ...typed, addresses }
  const { policy, countries, checkTaxId } = context
  const { limits, military } = policy
  const judged = judgeCustomer(customer, { limits, military, countries, checkTaxId })
  const found = joined<Problem>(consentProblems(customer), judged.problems)
  const isPhoneRefused = phone.problems.length > 0
  return {
    customer,
    problems: isPhoneRefused ? [...phone.problems, ...found.filter((one) => !isForWantOfPhone(one))] : found,
    warnings: joined(
      joined(email === typedEmail ? nothing : [blanksRemoved], phone.warnings),
      joined(warnings, judged.warnings),
    ),
  }
}

const blanksRemoved: Problem<DraftProblemCode> = problem('email.blanks-removed', ['email'])

/** What is found only because the number that was typed could not be read, which is said already. */
function isForWantOfPhone({ code, path }: Problem): boolean {
  return (
    code === 'customer.nobody' || (code === 'consent.contact-missing' && path[0] === 'smsMarketingConsent')
  )
}

function toCustomer(
  input: CustomerInput,
  { email, phone }: Pick<Customer, 'email' | 'phone'>,
  { now }: Context,
  nextId: () => string,
): Customer {
  const id = nextId()
  const addresses = addressBook(input.addresses ?? [], nextId)
  const billingDetails = billingBook(input.billingDetails ?? [], nextId)
  return {
    id,
    firstName: presentText(input.firstName),
    lastName: presentText(input.lastName),
    email,
    phone,
    locale: presentText(input.locale),
    note: presentText(input.note),
    tags: normalizeTags(input.tags ?? []),
    addresses,
    defaultAddressId: addresses[0]?.id ?? null,
    billingDetails,
    defaultBillingDetailsId: billingDetails[0]?.id ?? null,
    emailMarketingConsent: toConsent(input.emailMarketingConsent, now),
    smsMarketingConsent: toConsent(input.smsMarketingConsent, now),
    account: input.account ?? guestAccount,
    priceLevel: input.priceLevel ?? 0,
    source: presentText(input.source),
    taxExempt: input.taxExempt ?? false,
    taxExemptions: input.taxExemptions ?? [],
    metafields: input.metafields ?? {},
    createdAt: now,
    updatedAt: now,
  }
}

/** Addresses that say something, numbered; names that are missing are the customer's, so they stay missing here. */
function addressBook(inputs: readonly AddressInput[], nextId: () => string): Address[] {
  const book: Address[] = []
  for (const input of inputs) if (!isBlankAddress(input)) book.push(numbered(typedAddress(input), nextId()))
  return book
}

/**
 * An address with its id. Field by field, because of `{ ...fields, id }` every one would be of a shape of its own, and whatever goes
 * through many is several times as slow over such.
 */
function numbered(fields: AddressFields, id: AddressId): Address {
  const { firstName, lastName, company, address1, address2, city, provinceCode, countryCode, zip, phone } =
    fields
  return {
    id,
    firstName,
    lastName,
    company,
    address1,
    address2,
    city,
    provinceCode,
    countryCode,
    zip,
    phone,
  }
}

function billingBook(inputs: readonly BillingDetailsInput[], nextId: () => string): BillingDetails[] {
  const book: BillingDetails[] = []
  for (const input of inputs)
    if (!isBlankBillingDetails(input)) book.push({ id: nextId(), ...typedBillingDetails(input) })
  return book
}

function phoneCountry({ addresses = [] }: CustomerInput, { shop }: Context): CountryCode {
  const named = addresses.find(({ countryCode }) => !isBlank(countryCode))?.countryCode?.trim()
  return named === undefined ? shop.country : toCountryCode(named)
}

/** A word about marketing has a time: unless it is told, now. That nothing was said yet has none. */
function toConsent(input: ConsentInput | undefined, now: Instant): Consent {
  if (input === undefined) return noConsent
  const { state, optInLevel = null, updatedAt = null, source = null } = input
  return { state, optInLevel, updatedAt: updatedAt ?? (state === 'NOT_SUBSCRIBED' ? null : now), source }
}

/** What asks for messages; a no needs no contact. */
const yes: readonly ConsentState[] = ['SUBSCRIBED', 'PENDING']

const channels = [
  { field: 'emailMarketingConsent', contact: 'email' },
  { field: 'smsMarketingConsent', contact: 'phone' },
] as const

/** A yes for a channel, even one yet to be confirmed, needs the contact it was given for. */
function consentProblems(customer: Customer): readonly Problem<DraftProblemCode>[] {
  return foundIn(channels, ({ field, contact }) =>
    customer[contact] === null && yes.includes(customer[field].state)
      ? [problem('consent.contact-missing', [field])]
      : nothing,
  )
}
