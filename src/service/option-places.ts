import type { Customers } from './customers.js'
import type { OptionPlaces, Streams } from './expect-options.js'
import type { SegmentCalls } from './segments/segment-calls.js'

/** Where each call takes its options, counted from 0. */
export const optionPlaces: OptionPlaces<Customers> = {
  auditIdentities: 0,
  deliverEffects: 0,
  count: 1,
  exportCustomers: 1,
  find: 1,
  duplicatesOf: 1,
  importCustomers: 1,
  commit: 1,
  members: 1,
  mergeCandidates: 1,
  planDeletion: 1,
  planEdit: 1,
  planMerge: 1,
  planRedaction: 1,
  runActivity: 1,
  runConsentChange: 1,
  runCreate: 1,
  runDataRequest: 1,
  runDataRequestCompletion: 1,
  runDeletion: 1,
  runDistinct: 1,
  runEdit: 1,
  runMerge: 1,
  runRedaction: 1,
  runRedactionCancellation: 1,
  runRedactionRequest: 1,
  dueSegmentChanges: 2,
  exportPersonalData: 2,
  planAccountAccess: 2,
  planBulk: 2,
  runAccountAccess: 2,
  runBulk: 2,
  runCampaign: 2,
  runComment: 2,
  runCommentRemoval: 2,
  runEmail: 2,
  runEmailRetry: 2,
  runPaymentMethodLink: 2,
  runPaymentMethodReplacement: 2,
  runPaymentMethodRevocation: 2,
  sentEmail: 2,
  timeline: 2,
  runEmailCopy: 3,
}

/** The calls whose answers come one after the other. */
export const streams: Streams<Customers> = { dueSegmentChanges: true, members: true, mergeCandidates: true }

/** The same of the calls about saved segments. */
export const segmentOptionPlaces: OptionPlaces<SegmentCalls> = {
  list: 0,
  refreshMembership: 1,
  remove: 1,
  save: 1,
  members: 2,
}
