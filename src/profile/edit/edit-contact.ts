import type { ConsentState } from '../../contact/consent.js'
import type { Channel } from '../../contact/consent-transitions.js'
import { normalizeEmail } from '../../contact/email.js'
import { consentChannels, isSameContact } from '../../customer/consent-channels.js'
import { problem } from '../../outcome/problem.js'
import { presentText } from '../../value/text.js'
import { readPhone } from '../../contact/read-phone.js'
import { toCountryCode } from '../typed-address.js'
import { editWhole } from './edit-field.js'
import type { EditedPart, EditGround } from './edited-part.js'

/** What was said for one contact says nothing of another; it stays all the same, until its own transition (E-6). */
const saidOfContact: readonly ConsentState[] = ['SUBSCRIBED', 'PENDING', 'INVALID']

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
  if (problems.length > 0) return { fields: [], touches: [], problems }
  const part = editContact(ground, 'sms', value)
  return { ...part, warnings: [...warnings, ...(part.warnings ?? [])] }
}

function countryOf({ draft: { addresses, defaultAddressId }, context }: EditGround): string {
  const ofAddress = addresses.find(({ id }) => id === defaultAddressId)?.countryCode ?? null
  return ofAddress === null ? context.shop.country : toCountryCode(ofAddress)
}

function editContact({ draft, context }: EditGround, channel: Channel, contact: string | null): EditedPart {
  const row = consentChannels[channel]
  const before = draft[row.contact]
  const part = editWhole({ draft }, row.contact, contact)
  const isOfOld =
    saidOfContact.includes(draft[row.field].state) && !isSameContact(row, before, contact, context.policy)
  return isOfOld ? { ...part, warnings: [problem('edit.consent-of-old-contact', [row.field])] } : part
}
