/**
 * How many in 100 changes of each room its tests must notice; a large room is run in parts. Some are not here: `limits/` is
 * numbers, `messages/` is texts, which the compiler and a test of each language hold; `repository/contract/` is a suite,
 * which adapters broken on purpose prove; most tests of `repository/postgres/` need a server. Others have never been run whole:
 * `contact/`, the rest of `messaging/`, the folders of `address/`, `watch`, `text`, `tree`, `catalog` and the files of
 * `segment/`, the rest of `profile/` and `repository/`, `transfer/`, `duplicates/`, `service/`, `command/`, `testing/`.
 */
export const promised = {
  outcome: 95,
  value: 93,
  timeline: 95,
  'address/*.ts': 93,
  customer: 95,
  policy: 95,
  plan: 95,
  'segment/check': 95,
  'segment/compile': 97,
  'segment/complete': 95,
  'segment/due': 96,
  'segment/explain': 97,
  'segment/filters': 95,
  'segment/sql': 95,
  'profile/consent': 95,
  merge: 95,
  'messaging/groups': 95,
  privacy: 95,
  deletion: 95,
  bulk: 95,
}
