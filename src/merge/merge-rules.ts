import type { Customer, CustomerField } from '../customer/customer.js'
import { allAddresses, allBillingDetails, defaultAddress, defaultBillingDetails } from './address-rules.js'
import { mergedConsent } from './consent-rule.js'
import {
  earliestCreation,
  filled,
  ofSurvivor,
  survivorAccount,
  survivorId,
  timeOfMerge,
  typedOrFilled,
  type FieldRule,
} from './field-rules.js'
import type { MergeGroup } from './merge-group.js'
import type { MergedField } from './merged-field.js'
import { mergedMetafields } from './metafields-rule.js'
import { mergedNote } from './note-rule.js'
import { mergedTags } from './tags-rule.js'

/** How each field of the merged profile comes about; a field without a rule does not compile. */
const mergeRules: { readonly [Field in CustomerField]: FieldRule<Field> } = {
  id: survivorId,
  firstName: typedOrFilled('firstName'),
  lastName: typedOrFilled('lastName'),
  email: typedOrFilled('email'),
  phone: typedOrFilled('phone'),
  locale: filled('locale'),
  note: mergedNote,
  tags: mergedTags,
  addresses: allAddresses,
  defaultAddressId: defaultAddress,
  billingDetails: allBillingDetails,
  defaultBillingDetailsId: defaultBillingDetails,
  emailMarketingConsent: mergedConsent('email'),
  smsMarketingConsent: mergedConsent('sms'),
  account: survivorAccount,
  priceLevel: ofSurvivor('priceLevel'),
  source: filled('source'),
  taxExempt: ofSurvivor('taxExempt'),
  taxExemptions: ofSurvivor('taxExemptions'),
  metafields: mergedMetafields,
  createdAt: earliestCreation,
  updatedAt: timeOfMerge,
}

/** Every field of the merged profile, in the order of the rules (M-9). */
export function mergedFields(group: MergeGroup): MergedField[] {
  return Object.entries(mergeRules).map(([field, rule]) => ({ field, ...rule(group) }) as MergedField)
}

/** The merged profile that the fields make up. */
export function mergedCustomer(fields: readonly MergedField[]): Customer {
  return Object.fromEntries(fields.map(({ field, kept }) => [field, kept])) as unknown as Customer
}
