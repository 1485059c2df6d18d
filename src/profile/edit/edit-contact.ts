import { noConsent, type Consent, type ConsentState } from '../../contact/consent.js'
import { emailKey, normalizeEmail } from '../../contact/email.js'
import type { Customer } from '../../customer/customer.js'
import { problem } from '../../outcome/problem.js'
import { presentText } from '../../value/text.js'
import { readPhone } from '../read-phone.js'
import { toCountryCode } from '../typed-address.js'
import { touch, type EditedPart, type EditGround } from './edited-part.js'

/** A contact, the consent that was given for it, and when two are the same. */
const contacts = {
  email: { consent: 'emailMarketingConsent', keyOf: emailKey as (email: string) => string },
  phone: { consent: 'smsMarketingConsent', keyOf: (phone: string) => phone },
} as const

/**
 * Which words belong to the contact and end with it: a yes was given for this mailbox and no other. A no is the person's,
 * and stays (ours).
 */
const endsWithContact: { readonly [State in ConsentState]: boolean } = {
  SUBSCRIBED: true,
  PENDING: true,
  INVALID: true,
  NOT_SUBSCRIBED: false,
  UNSUBSCRIBED: false,
  REDACTED: false,
}

/** Sets the email as typed, without blanks. */
export function editEmail(ground: EditGround, typed: string | null): EditedPart {
  const email = normalizeEmail(typed ?? '')
  const part = editContact(ground, 'email', presentText(email))
  return email === (typed ?? '').trim()
    ? part
    : { ...part, warnings: [problem('email.blanks-removed', ['email']), ...(part.warnings ?? [])] }
}

/** Sets the phone, read by the country of the default address, else of the shop. */
export function editPhone(ground: EditGround, typed: string | null): EditedPart {
  const { context } = ground
  const { value, problems, warnings } = readPhone(typed, countryOf(ground), context.parsePhone)
  if (problems.length > 0) return { changes: {}, touches: [], concern: () => ({}), problems }
  const part = editContact(ground, 'phone', value)
  return { ...part, warnings: [...warnings, ...(part.warnings ?? [])] }
}

function countryOf({ customer: { addresses, defaultAddressId }, context }: EditGround): string {
  const ofAddress = addresses.find(({ id }) => id === defaultAddressId)?.countryCode ?? null
  return ofAddress === null ? context.shop.country : toCountryCode(ofAddress)
}

function editContact(
  { customer }: EditGround,
  field: keyof typeof contacts,
  after: string | null,
): EditedPart {
  const { consent: consentField, keyOf } = contacts[field]
  const before = customer[field]
  const named = touch([field], before, after)
  const concern = (one: Customer): Partial<Customer> => ({ [field]: one[field] })
  if (keyOf(before ?? '') === keyOf(after ?? ''))
    return { changes: { [field]: after }, touches: [named], concern }
  const [said, says] = [customer[consentField], remaining(customer[consentField])]
  return {
    changes: { [field]: after, [consentField]: says },
    touches: [named, touch([consentField], said, says)],
    concern,
    ...(said === says ? {} : { warnings: [problem('edit.consent-ended', [consentField])] }),
  }
}

function remaining(consent: Consent): Consent {
  return endsWithContact[consent.state] ? noConsent : consent
}
