import type { BulkProblemCode } from '../../../src/bulk/bulk-problem.js'
import type { DistinctProblemCode } from '../../../src/duplicates/plan-distinct.js'
import type { CommitProblemCode } from '../../../src/plan/commit-problem.js'
import type { CapabilityProblemCode } from '../../../src/plan/not-stored.js'
import type { ActivityProblemCode } from '../../../src/profile/activity/activity-problem.js'
import type { ConsentProblemCode } from '../../../src/profile/consent/consent-change.js'
import type { EditProblemCode } from '../../../src/profile/edit/edit-problem.js'
import type { CommentProblemCode } from '../../../src/profile/plan-comment.js'
import type { LoadProblemCode } from '../../../src/repository/present-records.js'
import type { SegmentProblemCode } from '../../../src/segment/segment-problem.js'
import type { Remedies } from './remedy.js'

type ProfileCode =
  | ActivityProblemCode
  | EditProblemCode
  | ConsentProblemCode
  | CapabilityProblemCode
  | Exclude<BulkProblemCode, SegmentProblemCode | 'segment.history-needed'>
  | CommentProblemCode
  | LoadProblemCode
  | CommitProblemCode
  | DistinctProblemCode

/** What can stand against a change of one profile or of many, and against its commit. */
export const profileRemedies: Remedies<ProfileCode> = {
  'activity.value-ignored': {
    as: 'warning',
    cause:
      'A value told by the activity cannot be read or kept. What has happened is never refused, so it was left out.',
    remedy: 'Mend it where the activity is made; the path names the value.',
  },
  'activity.possible-duplicate': {
    as: 'warning',
    params: ['customers'],
    cause: 'Somebody else has the same email or phone, or the phone matched and the name is another.',
    remedy:
      'Show both profiles to a person, who merges them or says that they are different people (`runDistinct`).',
  },
  'activity.contact-taken': {
    as: 'warning',
    params: ['id'],
    cause: 'The email or phone of the activity is the unique one of another profile.',
    remedy: 'Look at the profile that `params.id` names; it may be the same person.',
  },
  'activity.account-held-back': {
    as: 'warning',
    params: ['customers', 'rule'],
    cause:
      'Somebody registered with the email of a profile that is there, and nothing has shown that the mailbox is theirs.',
    remedy: 'Have the email confirmed and send the activity again with `emailConfirmed`, under a new id.',
  },
  'activity.nobody-found': {
    as: 'warning',
    cause: 'An order was paid, cancelled or refunded, and no profile is found whose order it could be.',
    remedy: 'Send the order itself first; deliveries may have come in the wrong order.',
  },
  'edit.not-allowed': {
    params: ['actor'],
    cause: 'The policy does not let this kind of actor change the field.',
    remedy: 'Do not offer the field on this form, or list it under `editable` of a policy of your own.',
  },
  'edit.consent-apart': {
    cause: 'A consent is named among the fields of an edit. It has a time, a level and a source of its own.',
    remedy: 'Use `runConsentChange` or `planConsentChange`.',
  },
  'edit.address-blank': {
    cause: 'The edit would leave nothing of an address.',
    remedy: 'Send a `remove` for the address instead.',
  },
  'edit.consent-of-old-contact': {
    as: 'warning',
    cause: 'The email or phone has changed, and the consent kept with it was given for the old one.',
    remedy: 'Ask for consent anew, or take the old one back with `runConsentChange`.',
  },
  'edit.deleted': {
    cause: 'The profile has been deleted.',
    remedy: 'Leave the form; nothing can be changed any more.',
  },
  'edit.redacted': {
    cause: 'The personal data of the profile has been erased, for good.',
    remedy: 'Leave the form. A person who comes back gets a new profile.',
  },
  'edit.merge-in-progress': {
    cause: 'Rows of a merged profile are still being moved, so what the form showed may be elsewhere now.',
    remedy: 'Try again once the outbox is delivered.',
  },
  'edit.conflict': {
    cause: 'Somebody else has changed the same field since the form was opened, to another value.',
    remedy:
      'Show both values (`editConflicts`) and let the person choose. Fields that do not clash are not touched by this.',
  },
  'consent.transition-not-allowed': {
    params: ['channel', 'from', 'to'],
    cause:
      'This state cannot follow on the one that is kept; nothing, for example, follows on an erased one.',
    remedy: 'Offer only the words that are allowed. To bring somebody back, ask for a new yes.',
  },
  'consent.level-missing': {
    params: ['allowed', 'state'],
    cause: 'A yes was given without saying how strongly.',
    remedy: 'Send `optInLevel`: one of `params.allowed`.',
  },
  'consent.level-not-allowed': {
    params: ['allowed', 'state'],
    cause: 'The level does not go with the state: only what awaits a confirmation is pending.',
    remedy: 'Send one of `params.allowed`.',
  },
  'consent.in-future': {
    cause: 'The moment at which it was said is later than now.',
    remedy: 'Check the clock and the time zone of the form; leave the moment out if it is now.',
  },
  'consent.outdated': {
    cause: 'The customer has said something newer than what is being sent.',
    remedy: 'Nothing. What they said last stays.',
  },
  'capability.field-not-stored': {
    as: 'both',
    params: ['field'],
    cause:
      'The store has no place for this field and lists it under `notStored`; granting the wish would lose it.',
    remedy: 'Do not offer the field, or give the store a column or a side table for it.',
  },
  'capability.no-timeline': {
    cause: 'The repository has no method `timeline`.',
    remedy: 'Do not offer a timeline, or implement the method.',
  },
  'capability.fallback': {
    as: 'warning',
    params: ['method'],
    cause: 'The repository has no such method, or cannot answer this wish with it, so everybody was read.',
    remedy:
      'Nothing while there are few customers; else implement the method: the [adapters](adapters.md) page says what each saves.',
  },
  'capability.no-segments': {
    as: 'both',
    cause: 'The repository has no `segments`. Listing only warns: everybody’s segment is always there.',
    remedy: 'Do not offer to save segments, or implement them.',
  },
  'capability.no-memberships': {
    cause: 'The repository has no `memberships`, so it does not keep who was in a segment.',
    remedy: 'Ask `members` or `find` who is in it now, or implement the method.',
  },
  'bulk.page-too-large': {
    params: ['limit', 'length'],
    cause: 'A selection of the type `page` names more customers than a page shows.',
    remedy: 'Use the type `ids`, a query, or `all`, whichever people have chosen.',
  },
  'bulk.address-added': {
    cause: 'An edit for many would add an address, and the same address is hardly that of them all.',
    remedy: 'Add it one profile at a time with `runEdit`.',
  },
  'bulk.no-longer-selected': {
    cause: 'The profile was changed between looking and writing, and the query no longer finds it.',
    remedy: 'Nothing. The row says so, and the others are not affected.',
  },
  'bulk.cursor-invalid': {
    cause: '`resumeFrom` is no place in this selection.',
    remedy: 'Pass the `next` of a report of the same selection.',
  },
  'comment.blank': { cause: 'The comment has no text.', remedy: 'Ask for one.' },
  'comment.not-staff': {
    cause: 'A customer wants to write on the timeline, which only staff see.',
    remedy: 'Do not offer it to customers; pass the actor who really writes.',
  },
  'comment.not-author': {
    params: ['id'],
    cause: 'Somebody else has written the comment.',
    remedy: 'Have the author take it back, or write another below.',
  },
  'comment.unknown': {
    params: ['id'],
    cause: 'The event is not there, or is no comment.',
    remedy: 'Load the timeline again.',
  },
  'load.unknown': {
    params: ['id'],
    cause: 'No customer ever had this id.',
    remedy: 'Check the link or the row it comes from.',
  },
  'load.deleted': {
    params: ['id'],
    cause: 'The customer has been deleted.',
    remedy: 'Show that, and take the id out of whatever list it stood on.',
  },
  'load.merged': {
    params: ['id', 'into'],
    cause: 'The profile was merged into another.',
    remedy: 'Follow `params.into`: it is the end of the chain.',
  },
  'commit.key-reused': {
    cause: 'The key was used before, for another request.',
    remedy: 'Make a key for each wish, such as the id of the form that was sent.',
  },
  'commit.not-confirmed': {
    cause:
      "The plan cannot be undone, and nobody has said yes. What a form may say, `'true'` or `1`, is no yes.",
    remedy: 'Show its preview, and commit it with `confirmed: true`.',
  },
  'commit.stale': {
    params: ['id'],
    cause: 'The profile was changed after the plan was made.',
    remedy: 'Plan again and show it again. The `runX` calls do so by themselves, a few times.',
  },
  'commit.fact-changed': {
    params: ['id', 'fact'],
    cause: 'A fact of your tables that the plan relied on is another now, such as an order placed meanwhile.',
    remedy: 'Plan again; the blocker shows, if there is one now.',
  },
  'commit.identity-taken': {
    params: ['id', 'holder'],
    cause: 'The email or phone is held by another profile, and the policy wants it unique.',
    remedy: 'Offer to open that profile, or a merge of the two.',
  },
  'commit.outcome-unknown': {
    params: ['key'],
    cause: 'The store gave no answer, after several attempts. It may have been done or not.',
    remedy: 'Repeat the call under the same key, or ask `outcomeOf(key)`. Nothing is done twice.',
  },
  'distinct.too-few': {
    cause: 'Fewer than two profiles were named.',
    remedy: 'Name all that are not the same person.',
  },
  'distinct.same-customer': {
    params: ['id'],
    cause: 'One profile is named twice.',
    remedy: 'Name each once.',
  },
}
