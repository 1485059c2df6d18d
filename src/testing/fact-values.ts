import { factValue, type FactName, type Facts } from '../customer/facts.js'
import type { JsonValue } from '../outcome/json.js'
import { isAllowed } from '../plan/blocked-by.js'
import type { Blocker } from '../policy/blocker.js'

const counts = [0, 1, 7] as const
const yesOrNo = [false, true] as const

/** What each fact may be, where the host can tell. */
const values: { readonly [Name in Exclude<FactName, `custom.${string}`>]: readonly JsonValue[] } = {
  orderHistory: ['none', 'some'],
  subscriptionContracts: ['never', 'past', 'active'],
  company: ['none', 'active', 'past-orders'],
  vaultedCards: counts,
  storeCreditAccounts: counts,
  scheduledGiftCards: counts,
  multipass: yesOrNo,
  deleted: yesOrNo,
  mergeInProgress: yesOrNo,
  redaction: ['none', 'pending', 'done'],
  relationRedaction: ['none', 'pending', 'done'],
  dataRequest: ['none', 'pending'],
}

/** Nothing that a host's own blocker allows. */
const UNHEARD_OF = 'unheard-of'

/** What a fact may be for all of some blockers to let it pass; none where they contradict one another. */
export function harmlessValues(fact: FactName, rows: readonly Blocker[]): JsonValue[] {
  const readers = rows.filter((row) => row.fact === fact)
  return possibleValues(fact, readers).filter((value) =>
    readers.every(({ allows }) => isAllowed(value, allows)),
  )
}

/** What a fact may be for exactly one of some blockers to object to it. */
export function blockingValues(blocker: Blocker, rows: readonly Blocker[]): JsonValue[] {
  const others = rows.filter(({ fact, code }) => fact === blocker.fact && code !== blocker.code)
  return possibleValues(blocker.fact, [blocker, ...others]).filter(
    (value) => !isAllowed(value, blocker.allows) && others.every(({ allows }) => isAllowed(value, allows)),
  )
}

function possibleValues(fact: FactName, readers: readonly Blocker[]): readonly JsonValue[] {
  return isOwn(fact) ? [...readers.flatMap(({ allows }) => allows), UNHEARD_OF] : values[fact]
}

function isOwn(fact: FactName): fact is `custom.${string}` {
  return fact.startsWith('custom.')
}

/** Facts of which one is another; a pending redaction was requested by somebody, and no other was. */
export function withFact(facts: Facts, fact: FactName, value: JsonValue): Facts {
  if (factValue(facts, fact) === value) return facts
  if (isOwn(fact)) return { ...facts, custom: { ...facts.custom, [fact.slice('custom.'.length)]: value } }
  const changed = { ...facts, [fact]: value }
  if (fact !== 'redaction') return changed
  return { ...changed, redactionRequest: value === 'pending' ? requested : null }
}

const requested: Facts['redactionRequest'] = { at: '2026-11-01T00:00:00.000Z', by: 'staff-1' }
