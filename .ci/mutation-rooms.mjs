/**
 * How many in 100 changes of each room its tests must notice; a large room is run in parts. Not here are rooms without
 * rules that could be changed: `limits/` is numbers, `messages/` is texts, which the compiler and a test of each language
 * hold, and `repository/contract/` is a suite, which adapters broken on purpose prove. `repository/postgres/` needs a
 * server for most of its tests.
 */
export const promised = {
  outcome: 95,
  value: 90,
  timeline: 90,
  policy: 95,
  plan: 95,
  customer: 90,
}
