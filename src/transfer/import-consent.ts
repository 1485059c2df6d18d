import type { Consent } from '../contact/consent.js'
import type { Customer } from '../customer/customer.js'
import { joined, nothing, type Problem } from '../outcome/problem.js'
import type { Instant } from '../value/instant.js'
import type { CustomerRow, RowConsent } from './customer-row.js'
import { columnAt } from './row-header.js'
import { rowProblem, type ImportProblemCode } from './transfer-problem.js'

/** When and by what statement a file's consents count. */
export interface ConsentTerms {
  readonly now: Instant
  /** where the consents of the file were given; without it none is taken over */
  readonly consentSource: string | null
}

/** What a file says of one channel, beside what is kept. */
interface Case extends ConsentTerms {
  readonly given: RowConsent['state']
  readonly kept: Consent
  readonly hasContact: boolean
}

/** The consent from now on, and a warning where it is not plainly what was kept or what the file says. */
interface Decision {
  readonly consent: Consent
  readonly code: ImportProblemCode | null
}

type Rule = (one: Case) => Decision | null

const channels = [
  { field: 'emailMarketingConsent', contact: 'email' },
  { field: 'smsMarketingConsent', contact: 'phone' },
] as const

/** The first that applies decides (ours). A file makes nobody a subscriber who said no, or without saying where they said yes. */
const rules = {
  no: ({ given, kept, now, consentSource }) => {
    if (given === 'SUBSCRIBED') return null
    const consent = { ...kept, state: 'UNSUBSCRIBED', updatedAt: now, source: consentSource } as const
    return { consent, code: 'import.consent-withdrawn' }
  },
  saidBefore: ({ kept }) => (kept.state === 'SUBSCRIBED' ? { consent: kept, code: null } : null),
  saidOtherwise: ({ kept }) =>
    kept.state === 'NOT_SUBSCRIBED' || kept.state === 'PENDING'
      ? null
      : { consent: kept, code: 'import.consent-kept' },
  contact: ({ kept, hasContact }) =>
    hasContact ? null : { consent: kept, code: 'import.consent-without-contact' },
  source: ({ kept, consentSource }) =>
    consentSource === null ? { consent: kept, code: 'import.consent-without-source' } : null,
} as const satisfies Record<string, Rule>

/** A customer with the consents of a row, as far as they may be taken over, and warnings about the rest. */
export function withConsents(
  customer: Customer,
  source: CustomerRow,
  terms: ConsentTerms,
): { readonly customer: Customer; readonly warnings: readonly Problem[] } {
  const { input, row } = source
  const { now, consentSource } = terms
  let next = customer
  let warnings: readonly Problem[] = nothing
  for (const { field, contact } of channels) {
    const given = input[field]?.state
    const kept = customer[field]
    if (given === undefined || isNoNews(given, kept)) continue
    const hasContact = customer[contact] !== null
    const { consent, code } = decide({ now, consentSource, given, kept, hasContact })
    if (consent !== kept) next = { ...next, [field]: consent }
    if (code !== null)
      warnings = joined(warnings, [rowProblem(code, row, { column: columnAt(field, source) }, [field])])
  }
  return { customer: next, warnings }
}

/** Most rows say no of somebody who never said yes. */
function isNoNews(given: RowConsent['state'], kept: Consent): boolean {
  return given === 'NOT_SUBSCRIBED' && kept.state !== 'SUBSCRIBED'
}

const inOrder: readonly Rule[] = /* @__PURE__ */ Object.values<Rule>(rules)

function decide(one: Case): Decision {
  for (const rule of inOrder) {
    const decision = rule(one)
    if (decision !== null) return decision
  }
  const { now, consentSource } = one
  const consent = {
    state: 'SUBSCRIBED',
    optInLevel: 'UNKNOWN',
    updatedAt: now,
    source: consentSource,
  } as const
  return { consent, code: null }
}
