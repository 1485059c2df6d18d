import type { DeletionProblemCode } from '../../../src/deletion/plan-deletion.js'
import type { MergeProblemCode } from '../../../src/merge/merge-problem.js'
import type { PrivacyProblemCode } from '../../../src/privacy/privacy-problem.js'
import type { Remedies } from './remedy.js'

type EndingCode = Extract<MergeProblemCode, `merge.${string}`> | DeletionProblemCode | PrivacyProblemCode

/** What can stand against a merge, a deletion and an erasure. */
export const endingRemedies: Remedies<EndingCode> = {
  'merge.subscription-history': {
    params: ['customers'],
    cause:
      'One of the profiles has, or once had, a subscription contract, which the payment provider ties to the profile.',
    remedy: 'None under this policy: keep both profiles, and say in a note that they are one person.',
  },
  'merge.company-contact': {
    params: ['customers'],
    cause: 'One of the profiles is a contact of a company, or has ordered for one.',
    remedy: 'Remove the contact from the company. Orders placed for it block for good.',
  },
  'merge.vaulted-card': {
    params: ['customers'],
    cause: 'A card of one of the profiles lies in the vault of the payment provider.',
    remedy: 'Have the card removed there, then merge.',
  },
  'merge.store-credit': {
    params: ['customers'],
    cause: 'One of the profiles has an account of store credit.',
    remedy: 'Spend or pay out the credit and close the account, then merge.',
  },
  'merge.multipass': {
    params: ['customers'],
    cause: 'One of the profiles signs in through Multipass, which knows it by its own id.',
    remedy: 'Switch Multipass off for the profile, or change the identity at its source.',
  },
  'merge.deleted': {
    params: ['customers'],
    cause: 'One of the profiles has been deleted.',
    remedy: 'Leave it out of the merge.',
  },
  'merge.redacted': {
    params: ['customers'],
    cause: 'The personal data of one of the profiles has been erased, or its erasure has been requested.',
    remedy: 'Leave it out, or have whoever asked for the erasure cancel it first.',
  },
  'merge.in-progress': {
    params: ['customers'],
    cause: 'Rows of an earlier merge of one of the profiles are still being moved.',
    remedy: 'Deliver the outbox (`deliverEffects`), then merge.',
  },
  'merge.data-request': {
    params: ['customers'],
    cause: 'Somebody has asked for the data of one of the profiles, and it has not been handed over.',
    remedy: 'Hand it over and close the request (`runDataRequestCompletion`), then merge.',
  },
  'merge.unknown-fact': {
    params: ['fact', 'customers'],
    cause:
      'A blocker of the policy reads a fact that your tables did not tell. What nobody knows is not taken for a no.',
    remedy:
      'Tell the fact (the adapter’s `facts`): `none`, `never`, 0 or false where your shop has no such thing at all. Or derive a policy without that blocker.',
  },
  'merge.too-few-records': {
    params: ['least'],
    cause: 'Fewer than two profiles were named.',
    remedy: 'Name at least two.',
  },
  'merge.same-customer': {
    params: ['customers'],
    cause: 'One profile is named twice.',
    remedy: 'Name each once.',
  },
  'merge.unknown-record': {
    cause:
      '`survivor` or `keep` names a profile that is not among those to be merged. The id is not repeated.',
    remedy: 'Name one of the profiles of the merge.',
  },
  'merge.unknown-field': {
    params: ['count'],
    cause: '`keep` has names of fields of which none can be chosen.',
    remedy:
      'Compare with `KeepField`: of what all is kept, such as addresses, nothing is chosen from one profile.',
  },
  'merge.kept-value-missing': {
    params: ['id'],
    cause: '`keep` names a profile that has no value in this field.',
    remedy: 'Choose another profile, or leave the choice out.',
  },
  'merge.survivor-not-free': {
    params: ['id', 'needed'],
    cause:
      'The email of one profile is kept and another profile is to stay. An email and its login belong together.',
    remedy:
      'Let the profile stay that `params.needed` names, keep the other email, or type one (`email`): then either may stay.',
  },
  'merge.note-too-long': {
    params: ['limit', 'length', 'customers'],
    cause: 'The notes joined are longer than a note may be. Nothing is cut off in silence.',
    remedy: 'Pass a shorter `note` with the wish.',
  },
  'merge.too-many-tags': {
    params: ['limit', 'length', 'customers'],
    cause: 'The tags joined are more than a profile may have.',
    remedy: 'Pass the `tags` to keep with the wish.',
  },
  'merge.consent-widened': {
    as: 'warning',
    params: ['channel', 'reason', 'customers'],
    cause:
      'After the merge somebody is written to who had said no, or at a contact for which the yes was not given.',
    remedy: 'Show it before the merge. A policy with another rule of consent keeps the no.',
  },
  'merge.mixed-currencies': {
    as: 'warning',
    params: ['currencies'],
    cause: 'The profiles have spent in different currencies, so there is no sum to show.',
    remedy: 'Nothing. Your own figures are not touched; the preview shows no total.',
  },
  'deletion.pending-redaction': {
    params: ['lift', 'instead'],
    cause: 'The erasure of the personal data has been requested and not carried out.',
    remedy: 'Carry it out, or have whoever asked for it cancel it.',
  },
  'deletion.scheduled-gift-card': {
    params: ['lift', 'instead'],
    cause: 'A gift card is to be sent to this customer on a later day.',
    remedy: 'Deliver or cancel the gift card first.',
  },
  'deletion.subscription-history': {
    params: ['lift', 'instead'],
    cause: 'There is, or once was, a subscription contract, which the books need.',
    remedy: 'Erase the personal data instead (`runRedaction`); the contract stays without a name.',
  },
  'deletion.active-subscription': {
    params: ['lift', 'instead'],
    cause: 'A subscription contract is running.',
    remedy: 'End it first.',
  },
  'deletion.order-history': {
    params: ['lift', 'instead'],
    cause: 'There are orders, cancelled ones included, which the books need.',
    remedy: 'Erase the personal data instead (`runRedaction`); the orders stay without a name.',
  },
  'deletion.deleted': {
    params: ['lift'],
    cause: 'The profile has been deleted already.',
    remedy: 'Nothing is left to do.',
  },
  'deletion.merge-in-progress': {
    params: ['lift', 'instead'],
    cause: 'Rows of a merge are still being moved, and would be left without an owner.',
    remedy: 'Deliver the outbox (`deliverEffects`), then delete.',
  },
  'deletion.unknown-fact': {
    params: ['fact', 'lift', 'instead'],
    cause:
      'A blocker of the policy reads a fact that your tables did not tell. What nobody knows is not taken for a no.',
    remedy:
      'Tell the fact (the adapter’s `facts`): `none`, `never`, 0 or false where your shop has no such thing at all. Or derive a policy without that blocker.',
  },
  'privacy.deleted': {
    cause: 'The profile has been deleted, and with it the personal data.',
    remedy: 'Answer the person that nothing is kept.',
  },
  'privacy.already-redacted': {
    cause: 'The personal data has been erased already.',
    remedy: 'Nothing is left to do.',
  },
  'privacy.already-requested': {
    cause: 'An erasure is pending for this profile.',
    remedy: 'Carry it out, or wait; a second request changes nothing.',
  },
  'privacy.not-pending': {
    cause: 'No erasure is pending that could be cancelled: none was asked for, or it has been done.',
    remedy: 'Load the profile again and show how it is.',
  },
  'privacy.not-requester': {
    cause: 'Somebody other than whoever asked for the erasure wants to cancel it.',
    remedy: 'Ask them to cancel it themselves; `facts.redactionRequest` says who it was.',
  },
  'privacy.erasure-begun': {
    cause: 'Your tables have begun to erase, and what is gone cannot be brought back.',
    remedy: 'Let the erasure go on to its end.',
  },
  'privacy.not-requested': {
    cause: 'The policy wants the erasure to be asked for before it is carried out.',
    remedy: 'Call `runRedactionRequest` first.',
  },
  'privacy.merge-in-progress': {
    cause: 'Rows of a merge are still being moved; an erasure now could miss them.',
    remedy: 'Deliver the outbox (`deliverEffects`), then repeat the call.',
  },
  'privacy.relation-outstanding': {
    cause: 'Tables of yours that follow by the outbox have not yet said that they are done.',
    remedy: 'Deliver the outbox, acknowledge what is done, and repeat the call.',
  },
  'privacy.retention': {
    params: ['days', 'until'],
    cause: 'The policy keeps personal data for a while after the last order, and that time is not over.',
    remedy: 'Repeat the call after `params.until`.',
  },
  'privacy.last-order-unknown': {
    params: ['days'],
    cause:
      'The policy keeps personal data for a while after the last order, and there are orders without a known day.',
    remedy: 'Tell `statistics.lastOrderAt`, or the fact that there are no orders.',
  },
  'privacy.data-already-requested': {
    cause: 'Somebody has asked for the data of this person already.',
    remedy: 'Answer the open request first.',
  },
  'privacy.data-not-requested': {
    cause: 'A request is to be closed, and none is open.',
    remedy: 'Load the profile again and show how it is.',
  },
  'privacy.data-request-pending': {
    as: 'warning',
    cause:
      'The person has asked for their data, and the erasure or deletion would leave nothing to hand over.',
    remedy: 'Hand the data over first (`exportPersonalData`), unless the person wants only the erasure.',
  },
  'privacy.unknown-fact': {
    params: ['fact'],
    cause: 'A record comes without one of the facts that the library itself keeps.',
    remedy: 'Mend the adapter: it must tell all of `LibraryFacts`.',
  },
}
