import {
  isBlankAddress,
  typedText,
  type Address,
  type AddressInput,
  type BillingDetails,
  type BillingDetailsInput,
} from '../address/address.js'
import { noConsent, type Consent, type ConsentState } from '../contact/consent.js'
import { normalizeEmail } from '../contact/email.js'
import { guestAccount } from '../customer/account.js'
import { consentChannels } from '../customer/consent-channels.js'
import { judgeCustomer } from '../customer/customer-problems.js'
import type { ConsentInput, CustomerInput } from '../customer/customer-input.js'
import type { Customer } from '../customer/customer.js'
import { normalizeTags } from '../customer/tags.js'
import { joined, nothing, problem, type Problem } from '../outcome/problem.js'
import type { Context } from '../plan/context.js'
import type { CountryCode } from '../value/country.js'
import type { AddressId } from '../value/id.js'
import type { Instant } from '../value/instant.js'
import { presentText, trimmed } from '../value/text.js'
import { withPhonesRead } from './address-phones.js'
import { readPhone } from '../contact/read-phone.js'
import { isBlankBillingDetails, typedBillingDetails, typedCountry } from './typed-address.js'
import { placedAsTyped } from './typed-place.js'

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
  const id = nextId()
  const book = addressBook(input.addresses, nextId)
  const phone = readPhone(input.phone, phoneCountry(book, context), context.parsePhone)
  const typedEmail = trimmed(input.email ?? '')
  const email = normalizeEmail(typedEmail)
  const { addresses, warnings } = withPhonesRead(book, context)
  const contacts = { id, email: presentText(email), phone: phone.value, addresses }
  const customer = toCustomer(input, contacts, context, nextId)
  const { policy, countries, checkTaxId } = context
  const { limits, military } = policy
  const judged = judgeCustomer(customer, { limits, military, countries, checkTaxId })
  const found = joined<Problem>(consentProblems(customer), placedAsTyped(judged.problems, input, customer))
  const isPhoneRefused = phone.problems.length > 0
  return {
    customer,
    problems: isPhoneRefused ? [...phone.problems, ...found.filter((one) => !isForWantOfPhone(one))] : found,
    warnings: joined(
      joined(email === typedEmail ? nothing : [blanksRemoved], phone.warnings),
      placedAsTyped(joined(warnings, judged.warnings), input, customer),
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
  { id, email, phone, addresses }: Pick<Customer, 'id' | 'email' | 'phone' | 'addresses'>,
  { now }: Context,
  nextId: () => string,
): Customer {
  const billingDetails = billingBook(input.billingDetails, nextId)
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
function addressBook(inputs: readonly AddressInput[] | undefined, nextId: () => string): Address[] {
  return without(inputs, isBlankAddress).map((input) => toAddress(input, nextId()))
}

/** The list itself, where nothing is to be left out. */
function without<T>(list: readonly T[] = [], isLeftOut: (entry: T) => boolean): readonly T[] {
  return list.some(isLeftOut) ? list.filter((entry) => !isLeftOut(entry)) : list
}

/**
 * An address as it is kept, with its id. Field by field, because of `{ ...fields, id }` every one would be of a shape of its own,
 * and whatever goes through many is several times as slow over such.
 */
function toAddress(input: AddressInput, id: AddressId): Address {
  return {
    id,
    firstName: typedText(input.firstName),
    lastName: typedText(input.lastName),
    company: typedText(input.company),
    address1: typedText(input.address1),
    address2: typedText(input.address2),
    city: typedText(input.city),
    provinceCode: typedText(input.provinceCode),
    countryCode: typedCountry(input.countryCode),
    zip: typedText(input.zip),
    phone: typedText(input.phone),
  }
}

function billingBook(
  inputs: readonly BillingDetailsInput[] | undefined,
  nextId: () => string,
): BillingDetails[] {
  return without(inputs, isBlankBillingDetails).map((input) => ({
    id: nextId(),
    ...typedBillingDetails(input),
  }))
}

/** Of the first address that names one, else of the shop. */
function phoneCountry(addresses: readonly Address[], { shop }: Context): CountryCode {
  return addresses.find(({ countryCode }) => countryCode !== null)?.countryCode ?? shop.country
}

/** A word about marketing has a time: unless it is told, now. That nothing was said yet has none. */
function toConsent(input: ConsentInput | undefined, now: Instant): Consent {
  if (input === undefined) return noConsent
  const { state, optInLevel = null, updatedAt = null, source = null } = input
  return { state, optInLevel, updatedAt: updatedAt ?? (state === 'NOT_SUBSCRIBED' ? null : now), source }
}

/** What asks for messages; a no needs no contact. */
const yes: readonly ConsentState[] = ['SUBSCRIBED', 'PENDING']

/** A yes for a channel, even one yet to be confirmed, needs the contact it was given for. */
function consentProblems(customer: Customer): readonly Problem<DraftProblemCode>[] {
  let found: readonly Problem<DraftProblemCode>[] = nothing
  for (const { field, contact } of Object.values(consentChannels))
    if (customer[contact] === null && yes.includes(customer[field].state))
      found = joined(found, [problem('consent.contact-missing', [field])])
  return found
}
