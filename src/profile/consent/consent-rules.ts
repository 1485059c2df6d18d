import { noConsent, type Consent } from '../../contact/consent.js'
import {
  consentLevels,
  consentTransitions,
  type Channel,
  type ConsentWord,
} from '../../contact/consent-transitions.js'
import { consentChannels } from '../../customer/consent-channels.js'
import { problem, type Problem } from '../../outcome/problem.js'
import type { Context } from '../../plan/context.js'
import { textProblems } from '../../value/text-problems.js'
import type { ConsentChange } from './consent-change.js'

/** What is said, beside what was said before. */
export interface ConsentCase {
  readonly kept: Consent
  /** as it will be kept */
  readonly said: Consent
  readonly wish: ConsentChange
  readonly contact: string | null
  readonly context: Pick<Context, 'now' | 'policy'>
}

type Rule = (one: ConsentCase) => readonly Problem[]

/** One row a rule; each gives all it finds. */
const rules = {
  transition: ({ kept, wish: { channel, state } }: Pick<ConsentCase, 'kept' | 'wish'>) =>
    consentTransitions[channel][kept.state].includes(state)
      ? []
      : [problem('consent.transition-not-allowed', ['state'], { channel, from: kept.state, to: state })],
  level: ({ said, wish: { state } }: Pick<ConsentCase, 'said' | 'wish'>) => {
    const allowed = consentLevels[state]
    if (allowed.includes(said.optInLevel)) return []
    const code = said.optInLevel === null ? 'consent.level-missing' : 'consent.level-not-allowed'
    return [problem(code, ['optInLevel'], { state, allowed })]
  },
  contact: ({ contact, wish: { channel, state } }) =>
    contact !== null || state === 'UNSUBSCRIBED'
      ? []
      : [problem('consent.contact-missing', [consentChannels[channel].field])],
  notInFuture: ({ said, context }: Pick<ConsentCase, 'said' | 'context'>) =>
    (said.updatedAt ?? '') <= context.now ? [] : [problem('consent.in-future', ['updatedAt'])],
  notOutdated: ({ kept, wish: { updatedAt = null } }) =>
    updatedAt !== null && kept.updatedAt !== null && updatedAt < kept.updatedAt
      ? [problem('consent.outdated', ['updatedAt'])]
      : [],
  source: ({ said, context }) => textProblems(said.source, context.policy.limits.source, ['source']),
} as const satisfies Record<string, Rule>

/**
 * What is against what is stated of a channel when a customer is made: the same as of a word that is said later, but that it needs
 * its contact, which is judged with the customer. That nothing was said yet is no word.
 */
export function statedConsentProblems(
  said: Consent,
  channel: Channel,
  context: ConsentCase['context'],
): Problem[] {
  if (said.state === 'NOT_SUBSCRIBED') return rules.notInFuture({ said, context })
  const one = { kept: noConsent, said, wish: { channel, state: said.state as ConsentWord }, context }
  const settable = rules.transition(one)
  return [...(settable.length > 0 ? settable : rules.level(one)), ...rules.notInFuture(one)]
}

/** All that is against a word about marketing, beside what was said before. */
export function consentProblems(one: ConsentCase): Problem[] {
  return Object.values<Rule>(rules).flatMap((rule) => rule(one))
}
