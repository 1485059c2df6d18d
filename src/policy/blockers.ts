import type { Blocker } from './blocker.js'

/** Every reason against a merge that an edition states (MB-1 … MB-9), once. Policies pick from it. */
export const mergeBlockerRows = {
  subscriptionHistory: {
    code: 'merge.subscription-history',
    fact: 'subscriptionContracts',
    allows: ['never'],
    requirement: 'MB-1',
  },
  companyContact: { code: 'merge.company-contact', fact: 'company', allows: ['none'], requirement: 'MB-2' },
  vaultedCard: { code: 'merge.vaulted-card', fact: 'vaultedCards', allows: [0], requirement: 'MB-3' },
  storeCredit: { code: 'merge.store-credit', fact: 'storeCreditAccounts', allows: [0], requirement: 'MB-4' },
  multipass: { code: 'merge.multipass', fact: 'multipass', allows: [false], requirement: 'MB-5' },
  deleted: { code: 'merge.deleted', fact: 'deleted', allows: [false], requirement: 'MB-6' },
  redacted: { code: 'merge.redacted', fact: 'redaction', allows: ['none'], requirement: 'MB-7' },
  inProgress: { code: 'merge.in-progress', fact: 'mergeInProgress', allows: [false], requirement: 'MB-8' },
  dataRequest: { code: 'merge.data-request', fact: 'dataRequest', allows: ['none'], requirement: 'MB-9' },
} as const satisfies Record<string, Blocker>

/**
 * Every reason against a deletion that an edition states (D-1 … D-5), once, with what would lift it, and what could be
 * done instead (ours): `anonymise`, where nobody waits for goods or money any more, and `block`, which shuts the account.
 */
export const deletionBlockerRows = {
  pendingRedaction: {
    code: 'deletion.pending-redaction',
    fact: 'redaction',
    allows: ['none', 'done'],
    lift: 'cancel-redaction',
    instead: ['anonymise', 'block'],
    requirement: 'D-1',
  },
  scheduledGiftCard: {
    code: 'deletion.scheduled-gift-card',
    fact: 'scheduledGiftCards',
    allows: [0],
    lift: 'deliver-or-cancel-gift-card',
    instead: ['block'],
    requirement: 'D-2',
  },
  subscriptionHistory: {
    code: 'deletion.subscription-history',
    fact: 'subscriptionContracts',
    allows: ['never'],
    lift: 'never',
    instead: ['anonymise', 'block'],
    requirement: 'D-3',
  },
  activeSubscription: {
    code: 'deletion.active-subscription',
    fact: 'subscriptionContracts',
    allows: ['never', 'past'],
    lift: 'end-subscription',
    instead: ['block'],
    requirement: 'D-4',
  },
  orderHistory: {
    code: 'deletion.order-history',
    fact: 'orderHistory',
    allows: ['none'],
    lift: 'never',
    instead: ['anonymise', 'block'],
    requirement: 'D-5',
  },
} as const satisfies Record<string, Blocker>

/**
 * What blocks under every policy, beside the policy's own rows: whoever leaves the row out cannot lift it. It reads only
 * what the library itself keeps, and blocks where that is known.
 */
export const mergeInvariants: readonly Blocker[] = [mergeBlockerRows.deleted]

/** The same for a deletion. */
export const deletionInvariantRows = {
  deleted: { code: 'deletion.deleted', fact: 'deleted', allows: [false], lift: 'never', requirement: 'D-6' },
  /** rows of an absorbed person that are still to be moved would escape the erasure (M-1) */
  mergeInProgress: {
    code: 'deletion.merge-in-progress',
    fact: 'mergeInProgress',
    allows: [false],
    lift: 'wait-for-merge',
    instead: ['block'],
    requirement: 'D-6',
  },
} as const satisfies Record<string, Blocker>

/** What blocks a deletion where the host cannot tell a fact. Somebody may wait for something, so nothing is to be erased instead. */
export const unknownDeletionFact = {
  code: 'deletion.unknown-fact',
  lift: 'tell-fact',
  instead: ['block'],
} as const satisfies Partial<Blocker>

export type MergeBlockerCode = (typeof mergeBlockerRows)[keyof typeof mergeBlockerRows]['code']
export type DeletionBlockerCode =
  | (typeof deletionBlockerRows)[keyof typeof deletionBlockerRows]['code']
  | (typeof deletionInvariantRows)[keyof typeof deletionInvariantRows]['code']
