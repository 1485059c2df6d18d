import type { Messages } from '../messages.js'
import { enAccessProblems } from './access-problems.js'
import { enDiscountProblems } from './discount-problems.js'
import { enEmailProblems } from './email-problems.js'
import { enMilitaryProblems } from './military-problems.js'
import { enPaymentProblems } from './payment-problems.js'

/** What each problem says in English, a row a code, by room. */
export const enProblems: Messages['problems'] = {
  'shape.wrong-type': 'This must be of the type {expected}.',
  'shape.unknown-field': {
    by: 'count',
    one: 'There is an unknown field here.',
    other: 'There are {count} unknown fields here.',
  },
  'shape.too-long': 'This is longer than {limit}.',
  'shape.invalid-value': 'This value is not allowed here.[ Allowed: {allowed}.]',

  'text.too-long': {
    by: 'limit',
    one: 'At most {limit} character is allowed, not {length}.',
    other: 'At most {limit} characters are allowed, not {length}.',
  },
  'text.not-storable': 'This holds characters that cannot be stored.',

  'email.invalid': 'This is not an email address.',
  'email.too-long': {
    by: 'limit',
    one: 'The email address is too long; at most {limit} character is allowed.',
    other: 'The email address is too long; at most {limit} characters are allowed.',
  },
  'email.dangerous-character': 'The email address holds an invisible character. Type it anew.',
  'email.blanks-removed': 'Blanks within the email address were removed.',
  'phone.invalid': 'This is not a phone number that can exist.',
  'phone.too-long': {
    by: 'limit',
    one: 'The phone number is too long; at most {limit} character is allowed.',
    other: 'The phone number is too long; at most {limit} characters are allowed.',
  },
  'phone.country-needed': 'This phone number needs its country: write it with + and the country code.',
  'phone.extension-dropped': 'The extension was left out: a phone number is kept without one.',
  'phone.not-checked':
    'Write the phone number with + and the country code; nothing here can read national ones.',
  'consent.contact-missing': 'Nobody can be subscribed to a channel without an address or number for it.',

  'address.required': 'Nothing can be delivered without this part of the address.',
  'address.country-invalid': 'This is not the two-letter code of a country.',
  'address.country-unknown': 'There is no country with this code.',
  'address.zip-invalid': 'This is not a postal code of the country.',
  'address.province-required': 'An address in this country needs its state or province.',
  'address.province-invalid': 'The country has no such state or province.',
  'address.html-tag': 'An address has no HTML in it. Take the tag out.',
  'address.emoji': 'An address has no emoji in it; no label can show one.',
  'address.url': 'A web address does not belong here.',
  'address.tax-id-invalid': 'This is not a tax id of the country; a digit may be wrong.',
  'address.duplicate': 'This address is in the address book already.',
  'address.unknown': 'There is no address {id} in the address book.',
  'address.id-repeated': 'There is an address {id} in the address book already.',
  ...enMilitaryProblems,
  ...enEmailProblems,

  'customer.nobody': 'A first name, last name, email or phone is needed.',
  'customer.too-many-tags': {
    by: 'limit',
    one: 'At most {limit} tag is allowed, not {length}.',
    other: 'At most {limit} tags are allowed, not {length}.',
  },
  'customer.tag-invalid': 'A tag is not blank, has no comma, and no blanks before or after it.',
  'customer.tag-repeated': 'This tag is there already; upper and lower case do not count.',
  'customer.default-missing': 'The default must be one of the addresses that are there.',
  'customer.id-repeated': 'Two addresses have the same id.',
  'customer.price-level': 'The price level is a whole number from {least} to {most}.',
  'customer.locale-unknown': 'This is not the code of a language.',
  'customer.guest-with-login': 'A guest has no login; only an account can be invited or enabled.',
  'customer.metafield-invalid': 'A metafield needs a key of the form namespace.key and a plain JSON value.',
  'customer.name-look-alike':
    'This name mixes alphabets or holds characters that nobody sees: it may not be the name it looks like.',

  'activity.value-ignored': 'What was told here cannot be read, so it was left out.',
  'activity.possible-duplicate': 'This may be the same person as {customers}.',
  'activity.contact-taken': 'The profile {id} holds this already, so it was left out.',
  'activity.account-held-back':
    'The account was not tied to the profile with the same email, {customers}: that needs proof that the mailbox is theirs.',
  'activity.nobody-found': 'There is no profile whose order this could be.',

  'edit.not-allowed': 'This cannot be changed from here; only the shop can.',
  'edit.consent-apart':
    'Consent is not changed with other fields, but by itself: it has a time, a level and a source.',
  'edit.address-blank': 'Nothing is left of this address. Remove it instead.',
  'edit.consent-of-old-contact':
    'The consent was given for the old contact. Ask for it anew, or take it back.',
  'edit.deleted': 'The profile has been deleted.',
  'edit.redacted': 'The personal data of this profile has been erased.',
  'edit.merge-in-progress': 'A merge of this profile is still going on. Wait until it is done.',
  'edit.conflict': 'Somebody else has changed this in the meantime. Look at both values and choose.',
  'consent.transition-not-allowed': 'Consent cannot go from “{from}” to “{to}”.',
  'consent.level-missing': 'A consent needs to say how strongly it was given.',
  'consent.level-not-allowed': 'A consent of this strength cannot be “{state}”.',
  'consent.in-future': 'This has not happened yet.',
  'consent.outdated': 'The customer has answered anew since, so this does not count.',
  'capability.field-not-stored': 'The shop has no place to keep this ({field}).',

  'bulk.page-too-large': {
    by: 'limit',
    one: 'A page holds at most {limit} customer, not {length}.',
    other: 'A page holds at most {limit} customers, not {length}.',
  },
  'bulk.address-added': 'An address is added to one customer at a time.',
  'bulk.no-longer-selected':
    'The profile has changed in the meantime and is no longer among those who were selected.',
  'bulk.cursor-invalid': 'This is no place in the list of customers.',

  'comment.blank': 'The comment is empty. Write something.',
  'comment.not-staff': 'Only staff write on the timeline.',
  'comment.not-author': 'Only whoever wrote the comment {id} can take it back.',
  'comment.unknown': 'There is no comment {id}.',
  'capability.no-timeline': 'This shop keeps no timelines that can be read.',
  'capability.fallback':
    'The store cannot answer this itself ({method}), so all customers were read: this is slow.',
  'capability.no-segments': 'This shop keeps no saved segments.',
  'capability.no-memberships': 'This shop does not keep who is in a segment.',

  'load.unknown': 'There is no customer {id}.',
  'load.deleted': 'Customer {id} has been deleted.',
  'load.merged': 'Customer {id} has been merged into {into}.',

  'find.cursor-invalid': 'This is no place in this list of customers.',
  'find.page-too-large': {
    by: 'limit',
    one: 'A page holds at most {limit} customer.',
    other: 'A page holds at most {limit} customers.',
  },
  'segments.name-taken': 'Another segment has this name.',
  ...enAccessProblems,
  ...enPaymentProblems,
  ...enDiscountProblems,
  'segments.name-blank': 'A segment needs a name.',
  'segments.unknown': 'There is no segment {id}.',

  'commit.key-reused': 'This key has been used for another request.',
  'commit.not-confirmed': 'This cannot be undone and must be confirmed first.',
  'commit.stale': '{id} has been changed in the meantime. Look again and repeat.',
  'commit.fact-changed': 'What the shop knows of customer {id} has changed in the meantime ({fact}).',
  'commit.identity-taken': 'Another customer has this email or phone already.',
  'commit.outcome-unknown':
    'The store did not answer; it is not known whether this was done. Ask again with the key {key}.',

  'distinct.too-few': 'It takes two profiles to say that they are different people.',
  'distinct.same-customer': 'Customer {id} is named twice.',

  'merge.subscription-history': 'There is or was a subscription.',
  'merge.company-contact': 'The customer belongs to a company, or has ordered for one.',
  'merge.vaulted-card': 'A credit card is stored in the vault.',
  'merge.store-credit': 'There is a store credit account.',
  'merge.multipass': 'Multipass login is enabled.',
  'merge.deleted': 'The profile has been deleted.',
  'merge.redacted': 'The personal data has been erased, or is about to be.',
  'merge.in-progress': 'A merge of this profile is still going on.',
  'merge.data-request': 'A request for the personal data is being processed.',
  'merge.unknown-fact': 'The shop cannot tell whether anything blocks this: “{fact}” is unknown.',
  'merge.too-few-records': 'A merge needs at least two profiles.',
  'merge.same-customer': 'A profile cannot be merged with itself.',
  'merge.unknown-record': 'The choice names a profile that is not part of the merge.',
  'merge.unknown-field': {
    by: 'count',
    one: 'There is a field here that cannot be chosen in a merge.',
    other: 'There are {count} fields here that cannot be chosen in a merge.',
  },
  'merge.kept-value-missing': 'The profile that was chosen for this field has no value to keep.',
  'merge.survivor-not-free':
    'The profile whose email is kept is the one that stays; another cannot be chosen.',
  'merge.note-too-long': {
    by: 'limit',
    one: 'The joined note may have at most {limit} character, not {length}. Choose a shorter one.',
    other: 'The joined note may have at most {limit} characters, not {length}. Choose a shorter one.',
  },
  'merge.too-many-tags': {
    by: 'limit',
    one: 'There may be at most {limit} tag afterwards, not {length}. Choose fewer.',
    other: 'There may be at most {limit} tags afterwards, not {length}. Choose fewer.',
  },
  'merge.consent-widened':
    'The merged profile is subscribed, though one of them had said no or another contact was meant.',
  'merge.mixed-currencies': 'The amounts spent are in different currencies and cannot be added up.',

  'deletion.pending-redaction':
    'The erasure of the personal data is pending. Cancel it, or wait until it is done.',
  'deletion.scheduled-gift-card': 'A gift card is scheduled for this customer. Deliver or cancel it first.',
  'deletion.subscription-history': 'There is or was a subscription. The personal data can be erased instead.',
  'deletion.active-subscription': 'There is an active subscription. End it first.',
  'deletion.order-history': 'There are orders. The personal data can be erased instead.',
  'deletion.deleted': 'The profile has been deleted already.',
  'deletion.merge-in-progress': 'A merge of this profile is still going on. Wait until it is done.',
  'deletion.unknown-fact': 'The shop cannot tell whether anything blocks this: “{fact}” is unknown.',

  'privacy.deleted': 'The profile has been deleted, and the personal data with it.',
  'privacy.already-redacted': 'The personal data has been erased already.',
  'privacy.already-requested': 'The erasure of the personal data has been requested already.',
  'privacy.not-pending': 'No erasure is pending that could be cancelled.',
  'privacy.not-requester': 'Only whoever requested the erasure can cancel it.',
  'privacy.erasure-begun': 'The erasure has begun and can no longer be cancelled.',
  'privacy.not-requested': 'The erasure of the personal data must be requested first.',
  'privacy.merge-in-progress': 'A merge of this profile is still going on. Wait until it is done.',
  'privacy.relation-outstanding':
    'The personal data is still being erased elsewhere in the shop. Repeat this when that is done.',
  'privacy.retention': {
    by: 'days',
    one: 'The personal data is kept for {days} day after the last order, until {until}.',
    other: 'The personal data is kept for {days} days after the last order, until {until}.',
  },
  'privacy.last-order-unknown': {
    by: 'days',
    one: 'The personal data is kept for {days} day after the last order, and the shop cannot tell when that was.',
    other:
      'The personal data is kept for {days} days after the last order, and the shop cannot tell when that was.',
  },
  'privacy.data-already-requested': 'The personal data has been requested already.',
  'privacy.data-not-requested': 'Nobody has requested the personal data.',
  'privacy.data-request-pending':
    'The personal data was requested and has not been handed over; afterwards there is nothing left of it.',
  'privacy.unknown-fact': 'The shop cannot tell whether anything blocks this: “{fact}” is unknown.',

  'csv.not-utf-8': 'The file is not text in UTF-8[, but {encoding}]. Save it as CSV UTF-8 and try again.',
  'csv.empty': 'The file is empty.',
  'csv.header-unknown':
    'The first row holds none of the columns of a customer file; upper and lower case count.',
  'csv.header-too-long': 'The first row is too long to be the names of columns.',
  'csv.column-missing': 'The column {column} is missing.',
  'csv.column-repeated': 'The column {column} is there twice.',
  'csv.columns-unknown': 'These columns are not known and were not read: {columns}.',
  'csv.blank-row': 'All cells of the row are blank.',
  'csv.too-few-columns': 'Cells of the row: {found}, of the header: {expected}.',
  'csv.too-many-columns':
    'Cells of the row: {found}, of the header: {expected}; a cell with a comma must stand in quotes.',
  'csv.row-too-long': {
    by: 'limit',
    one: 'The row is longer than {limit} character; a quote may be missing.',
    other: 'The row is longer than {limit} characters; a quote may be missing.',
  },
  'csv.stray-quote': 'There is a quote within a cell. Put the cell in quotes and double the quote.',
  'csv.unclosed-quote': 'A quote is opened and never closed.',
  'csv.not-yes-or-no': 'This must be yes or no.',
  'csv.value-unknown': 'This is not one of the words that are known here: {expected}.',
  'csv.not-a-whole-number': 'This must be a whole number.',
  'csv.email-missing': 'The email is missing; in such files every row needs one.',
  'csv.code-missing': 'The name was not read, because the column of its code is blank.',
  'csv.same-email': 'Row {earlier} has this email, too: the same person stands in the file twice.',
  'csv.same-phone': 'Row {earlier} has this phone, too: the same person may stand in the file twice.',
  'csv.scientific-notation':
    'A spreadsheet has turned this number into a form such as 1.23E+10. Format the column as text and export again.',

  'import.superseded': 'The same person stands in row {by} again; that row counts.',
  'import.exists': 'This customer is there already, and the import does not overwrite.',
  'import.suppressed': 'This person asked for their data to be erased, and stays out.',
  'import.identity-taken': 'Another customer has this email or phone already.',
  'import.several-matches': 'The row fits several customers: {ids}.',
  'import.id-missing': 'The row has no id, and the import goes by ids.',
  'import.id-unknown': 'There is no customer with this id.',
  'import.too-many-refused': {
    by: 'limit',
    one: 'The import has stopped, because more than {limit} row was refused.',
    other: 'The import has stopped, because more than {limit} rows were refused.',
  },
  'import.not-reached': 'The import stopped before this row was written.',
  'import.repeats-earlier-row': 'The same person stood in row {earlier}; this row counts.',
  'import.consent-without-source': 'The consent was left out, because it is not stated where it was given.',
  'import.consent-without-contact': 'The consent was left out, because there is no address or number for it.',
  'import.consent-kept': 'The customer has said no before; the file does not change that.',
  'import.consent-withdrawn': 'The customer is no longer subscribed, as the file says.',

  'segment.unexpected':
    'This is unexpected here[: “{found}”].[ Did you mean {nearest}?][ Possible here: {expected}.]',
  'segment.unknown-attribute':
    'There is no filter “{found}”.[ Did you mean {nearest}?][ Possible here: {expected}.]',
  'segment.unknown-value':
    'There is no value “{found}” here.[ Did you mean {nearest}?][ For example: {expected}.]',
  'segment.operator-not-allowed': 'This filter cannot be used with “{found}”, but with {expected}.',
  'segment.bad-date': '“{found}” is not a date that exists.[ Dates are written so: {expected}.]',
  'segment.history-needed': 'This query asks for what cannot be told here: {readers}.',
  'segment.too-long': {
    by: 'limit',
    one: 'The query is too long; at most {limit} character is allowed.',
    other: 'The query is too long; at most {limit} characters are allowed.',
  },
  'segment.too-deep': {
    by: 'limit',
    one: 'The query has too many brackets within brackets; at most {limit} is allowed.',
    other: 'The query has too many brackets within brackets; at most {limit} are allowed.',
  },
  'segment.too-large': {
    by: 'limit',
    one: 'The query has too many conditions or values; at most {limit} is allowed.',
    other: 'The query has too many conditions or values; at most {limit} are allowed.',
  },
  'segment.cycle': 'The segment “{found}” leads back to itself.',
  'segment.not-mapped': 'The database has no column for “{name}”.',
  'segment.unsupported': 'The database cannot be asked this about “{name}”.',
  'segment.bad-name': 'A table or column for “{name}” has a name that cannot be used.',
  'segment.assumed-date': 'The quoted date was read as a date.',
  'segment.assumed-value': '“{found}” was read as {read}.',
  'segment.assumed-type': 'The metafield was read as {read}.',
}
