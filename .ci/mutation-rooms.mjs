/**
 * How many in 100 changes of each room its tests must notice; a large room is run in parts. Some are not here: `limits/` is
 * numbers, `messages/` is texts, which the compiler and a test of each language hold; `repository/contract/` is a suite,
 * which adapters broken on purpose prove; most tests of `repository/postgres/` need a server. Others have never been run whole:
 * `messaging/payment`, of `segment/` the folders `watch`, `text`, `tree`, `catalog` and its files, of `repository/memory`
 * all from `e` on, `transfer/`, `duplicates/`, `service/`, `command/`, `testing/`.
 */
export const promised = {
  outcome: 95,
  value: 93,
  timeline: 95,
  contact: 93,
  'address/*.ts': 93,
  'address/countries': 97,
  'address/military': 96,
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
  'profile/*.ts': 95,
  'profile/activity': 95,
  'profile/consent': 95,
  'profile/edit': 95,
  'repository/*.ts': 92,
  'repository/memory/[a-d]*.ts': 95,
  merge: 95,
  'messaging/*.ts': 96,
  'messaging/access': 97,
  'messaging/groups': 95,
  privacy: 95,
  deletion: 95,
  bulk: 95,
}
