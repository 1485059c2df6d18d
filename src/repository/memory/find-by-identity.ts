import { compareCodePoints } from '../../value/code-point-order.js'
import { suppressionKey } from '../../plan/suppression-key.js'
import type { Identities, IdentityMatches } from '../port.js'
import type { Living } from './entry.js'
import { withHostTables } from './host.js'
import { mailboxKey } from './identities.js'
import { idsUnder } from './many-index.js'
import type { Store } from './store.js'

/** The living records with any of these identities, in the order of ids; and which identities belong to erased people. */
export function findByIdentity(store: Store, { emails, phones }: Identities): IdentityMatches {
  const ids = new Set([
    ...emails.flatMap((email) => [...idsUnder(store.emails, mailboxKey(store, email))]),
    ...phones.flatMap((phone) => [...idsUnder(store.phones, phone)]),
  ])
  return {
    // only living records stand in the indexes
    records: [...ids]
      .toSorted(compareCodePoints)
      .map((id) => withHostTables(store.host, (store.entries.get(id) as Living).record)),
    suppressed: {
      emails: suppressedAmong(store, 'email', emails, (email) => mailboxKey(store, email)),
      phones: suppressedAmong(store, 'phone', phones),
    },
  }
}

function suppressedAmong<Value extends string>(
  { suppressed }: Store,
  kind: 'email' | 'phone',
  asked: readonly Value[],
  keyOf: (value: Value) => Value = (value) => value,
): readonly Value[] {
  if (suppressed.size === 0) return []
  return [...new Set(asked)].filter((value) => suppressed.has(suppressionKey(kind, keyOf(value))))
}
