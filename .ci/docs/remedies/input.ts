import type { AddressBookProblemCode } from '../../../src/address/address-book.js'
import type { AddressProblemCode } from '../../../src/address/address-problems.js'
import type { BillingDetailsProblemCode } from '../../../src/address/billing-details-problems.js'
import type { MilitaryProblemCode } from '../../../src/address/military/military-problem.js'
import type { EmailProblemCode } from '../../../src/contact/email.js'
import type { PhoneProblemCode } from '../../../src/contact/phone.js'
import type { CustomerProblemCode } from '../../../src/customer/customer-problem.js'
import type { ShapeProblemCode } from '../../../src/outcome/shape-problems.schema.js'
import type { DraftProblemCode } from '../../../src/profile/draft-customer.js'
import type { TextProblemCode } from '../../../src/value/text-problems.js'
import type { Remedies } from './remedy.js'

type InputCode =
  | ShapeProblemCode
  | TextProblemCode
  | EmailProblemCode
  | PhoneProblemCode
  | DraftProblemCode
  | Exclude<AddressProblemCode | BillingDetailsProblemCode, MilitaryProblemCode>
  | AddressBookProblemCode
  | CustomerProblemCode

/** What is wrong with data as it comes in. */
export const inputRemedies: Remedies<InputCode> = {
  'shape.wrong-type': {
    params: ['expected'],
    cause: 'A value is not of the type that this place takes, such as a number where a text belongs.',
    remedy: 'Send the type named in `params.expected`; the path says where.',
  },
  'shape.unknown-field': {
    params: ['count'],
    cause:
      'The object has names that do not belong there. They are not repeated, because they may be personal data.',
    remedy: 'Look for a spelling mistake, or move fields of your own into `metafields`.',
  },
  'shape.too-long': {
    params: ['limit'],
    cause: 'A text or list is far beyond anything a customer has, and is refused before any rule reads it.',
    remedy: 'Check what was sent: it is more likely an attack or a mixed-up field than a customer.',
  },
  'shape.invalid-value': {
    params: ['allowed'],
    cause: 'The value has the right type, but is not one of those that this place knows.',
    remedy: 'Compare it with the type of the field; states and kinds are written exactly as there.',
  },
  'text.too-long': {
    params: ['limit', 'length'],
    cause: 'The text has more characters (Unicode code points) than the policy allows for this field.',
    remedy: 'Shorten it. A shop that needs more can raise the limit with `definePolicy`.',
  },
  'text.not-storable': {
    cause: 'The text holds the character NUL or half of a surrogate pair, which databases refuse or garble.',
    remedy: 'Have it typed anew; if it came from a file or another system, mend the encoding there.',
  },
  'email.invalid': {
    cause: 'The address lacks a name, an `@` or a domain with a dot, or has a sign where none can stand.',
    remedy: 'Ask for it again. Whether a mailbox exists is known only once a message has arrived.',
  },
  'email.too-long': {
    params: ['limit'],
    cause: 'The address is longer than the policy allows.',
    remedy: 'Ask for another address.',
  },
  'email.dangerous-character': {
    cause:
      'An invisible or control character stands in the address; such addresses are made to look like another.',
    remedy: 'Have it typed by hand, not pasted.',
  },
  'email.blanks-removed': {
    as: 'warning',
    cause: 'There were blanks within the address as typed. They were taken out.',
    remedy: 'Nothing, unless the form should show what was kept.',
  },
  'phone.invalid': {
    cause: 'No such number can exist in the numbering plan of its country.',
    remedy: 'Ask for it again, with `+` and the country code.',
  },
  'phone.too-long': {
    params: ['limit'],
    cause: 'The text is longer than any phone number as typed.',
    remedy: 'Ask for one number; notes and second numbers belong elsewhere.',
  },
  'phone.country-needed': {
    params: ['ask'],
    cause: 'The number is a national one, and no country is known to read it by.',
    remedy: 'Ask for it with `+` and the country code, or pass the country.',
  },
  'phone.extension-dropped': {
    as: 'warning',
    cause: 'The number was typed with an extension. Numbers are kept in E.164, which has no place for one.',
    remedy: 'Keep the extension in the note if people need it.',
  },
  'phone.not-checked': {
    as: 'both',
    cause: 'The number is not in E.164, and no phone parser was given that could read it.',
    remedy: 'Pass `parsePhone` of `clientele/phone`, or ask for the number with `+` and the country code.',
  },
  'consent.contact-missing': {
    cause: 'Somebody is to be subscribed to a channel for which the profile has no email or phone.',
    remedy: 'Ask for the contact first, or leave the consent out.',
  },
  'address.required': {
    as: 'both',
    params: ['field'],
    cause: 'A part without which nothing is delivered in this country is blank.',
    remedy:
      'Ask for the part that `params.field` names. In a profile this only warns, before shipping it counts.',
  },
  'address.country-invalid': {
    cause: 'The country is not given by a code of two letters (ISO 3166-1).',
    remedy: 'Offer a list of countries and send its code, such as `NO`.',
  },
  'address.country-unknown': {
    cause: 'The code has two letters, but the table of countries that was passed has no such country.',
    remedy: 'Correct the code; `clientele/countries` lists those that exist.',
  },
  'address.zip-invalid': {
    as: 'both',
    cause: 'The postal code has not the form that this country uses.',
    remedy: 'Ask for it again; or the country is the one that is wrong.',
  },
  'address.province-required': {
    as: 'both',
    cause: 'Addresses in this country are written with a state or province, and none is given.',
    remedy: 'Offer the provinces of the country (`clientele/countries`) and send the code.',
  },
  'address.province-invalid': {
    as: 'both',
    cause: 'The country has no state or province with this code or name.',
    remedy: 'Offer the provinces of the country (`clientele/countries`) and send the code.',
  },
  'address.html-tag': {
    cause: 'An HTML tag stands in the address. No label shows one, and a page that does may run it.',
    remedy: 'Take it out.',
  },
  'address.emoji': {
    cause: 'A picture stands in the address, which no label and no courier’s form can show.',
    remedy: 'Take it out.',
  },
  'address.url': {
    cause: 'A web address stands in the city, the postal code or the phone, as spam has it.',
    remedy: 'Take it out; look at what else this sender has entered.',
  },
  'address.tax-id-invalid': {
    as: 'both',
    cause: 'The tax id has not the form, or not the check digit, of its country.',
    remedy: 'Ask for it again. Only the tax office can say whether it belongs to this company.',
  },
  'address.duplicate': {
    params: ['id'],
    cause: 'The same address is in the book already.',
    remedy: 'Use the one that `params.id` names.',
  },
  'address.unknown': {
    params: ['id'],
    cause: 'The wish names an address that is not in the book, perhaps removed by somebody else meanwhile.',
    remedy: 'Load the profile again and choose from what is there.',
  },
  'address.id-repeated': {
    params: ['id'],
    cause: 'The new address comes with an id that another address of the book has.',
    remedy: 'Leave the id out; the store makes one.',
  },
  'customer.nobody': {
    as: 'both',
    cause:
      'There is no first name, last name, email or phone, so nobody could ever find or address this profile.',
    remedy: 'Ask for one of the four. With an activity it only warns, and no profile is made.',
  },
  'customer.too-many-tags': {
    params: ['limit', 'length'],
    cause: 'There would be more tags than the policy allows for one customer.',
    remedy: 'Remove some first.',
  },
  'customer.tag-invalid': {
    cause: 'A tag is blank, holds a comma, or has blanks around it.',
    remedy: '`normalizeTags` puts a list right; it divides at commas.',
  },
  'customer.tag-repeated': {
    cause: 'Two tags differ only in upper and lower case.',
    remedy: 'Keep one, or pass the list through `normalizeTags`.',
  },
  'customer.default-missing': {
    cause: 'The default points to an address that is not in the book, or there are addresses and no default.',
    remedy: 'Point it to one that is there; `null` only while the book is empty.',
  },
  'customer.id-repeated': {
    cause: 'Two addresses of the profile have the same id.',
    remedy: 'Give each an id of its own, in the source they come from.',
  },
  'customer.price-level': {
    params: ['least', 'most'],
    cause: 'The price level is no whole number, or outside its range.',
    remedy: 'Send a whole number within `params.least` and `params.most`.',
  },
  'customer.locale-unknown': {
    cause: 'The locale is not a language tag (BCP 47), such as `nb-NO`.',
    remedy: 'Send the tag of the language, or `null`.',
  },
  'customer.guest-with-login': {
    cause: 'The account is that of a guest, and its state one that only an account can have.',
    remedy: 'Make the type `account`, or leave the state disabled.',
  },
  'customer.metafield-invalid': {
    cause: 'A key has not the form `namespace.key`, or a value does not survive JSON.',
    remedy: 'Rename the key; turn dates, maps and the like into plain JSON first.',
  },
  'customer.name-look-alike': {
    as: 'warning',
    params: ['sign'],
    cause:
      'A name mixes alphabets within a word, or holds characters that nobody sees or that turn the text around.',
    remedy:
      'Show it marked, and let a person look before anybody relies on the name. It is kept as it is, because real people have such names.',
  },
}
