import { consentStates } from '../../contact/consent.js'
import { accountStates } from '../../customer/account.js'
import type { CustomerRecord } from '../../customer/record.js'
import { predictedSpendTiers, productSubscriberStatuses, rfmGroups } from '../../customer/statistics.js'
import type { AttributeOf } from './catalog.js'

type EnumAttribute = AttributeOf<CustomerRecord, 'enum'>

const customerAccountStatus: EnumAttribute = {
  name: 'customer_account_status',
  type: 'enum',
  hints: ['state'],
  values: accountStates,
  read: (record) => record.customer.account.state,
  chainedLeaves: {
    '=': (then, value) => (record) =>
      record.customer.account.state === value && (then === null || then(record)),
    '!=': (then, value) => (record) =>
      record.customer.account.state !== value && (then === null || then(record)),
  },
}

/** The kind of account (C-7), in capitals as all values of the language are. */
const customerType: EnumAttribute = {
  name: 'customer_type',
  type: 'enum',
  values: ['ACCOUNT', 'GUEST'],
  read: (record) => (record.customer.account.type === 'guest' ? 'GUEST' : 'ACCOUNT'),
}

const emailSubscriptionStatus: EnumAttribute = {
  name: 'email_subscription_status',
  type: 'enum',
  hints: ['accepts_marketing'],
  values: consentStates,
  read: (record) => record.customer.emailMarketingConsent.state,
  chainedLeaves: {
    '=': (then, value) => (record) =>
      record.customer.emailMarketingConsent.state === value && (then === null || then(record)),
    '!=': (then, value) => (record) =>
      record.customer.emailMarketingConsent.state !== value && (then === null || then(record)),
  },
}

const smsSubscriptionStatus: EnumAttribute = {
  name: 'sms_subscription_status',
  type: 'enum',
  values: consentStates.filter((state) => state !== 'INVALID'),
  read: (record) => record.customer.smsMarketingConsent.state,
  chainedLeaves: {
    '=': (then, value) => (record) =>
      record.customer.smsMarketingConsent.state === value && (then === null || then(record)),
    '!=': (then, value) => (record) =>
      record.customer.smsMarketingConsent.state !== value && (then === null || then(record)),
  },
}

const predictedSpendTier: EnumAttribute = {
  name: 'predicted_spend_tier',
  type: 'enum',
  values: predictedSpendTiers,
  read: (record) => record.statistics.predictedSpendTier,
  chainedLeaves: {
    '=': (then, value) => (record) =>
      record.statistics.predictedSpendTier === value && (then === null || then(record)),
    '!=': (then, value) => (record) =>
      record.statistics.predictedSpendTier !== value && (then === null || then(record)),
  },
}

const rfmGroup: EnumAttribute = {
  name: 'rfm_group',
  type: 'enum',
  values: rfmGroups,
  read: (record) => record.statistics.rfmGroup,
  chainedLeaves: {
    '=': (then, value) => (record) => record.statistics.rfmGroup === value && (then === null || then(record)),
    '!=': (then, value) => (record) =>
      record.statistics.rfmGroup !== value && (then === null || then(record)),
  },
}

const productSubscriptionStatus: EnumAttribute = {
  name: 'product_subscription_status',
  type: 'enum',
  values: productSubscriberStatuses,
  // The reference, a store and an app's file each have another word for it
  aliases: { SUBSCRIBED: 'ACTIVE', SUBSCRIBER: 'ACTIVE' },
  read: (record) => record.statistics.productSubscriberStatus,
  chainedLeaves: {
    '=': (then, value) => (record) =>
      record.statistics.productSubscriberStatus === value && (then === null || then(record)),
    '!=': (then, value) => (record) =>
      record.statistics.productSubscriberStatus !== value && (then === null || then(record)),
  },
}

/** What is one of a few states. */
export const statusAttributes: readonly EnumAttribute[] = [
  customerAccountStatus,
  customerType,
  emailSubscriptionStatus,
  predictedSpendTier,
  productSubscriptionStatus,
  rfmGroup,
  smsSubscriptionStatus,
]
