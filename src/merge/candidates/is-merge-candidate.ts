import { emailKey } from '../../contact/email.js'
import type { Customer } from '../../customer/customer.js'
import { foldText } from '../../value/text.js'
import type { CandidateQuery, CandidateWord } from './candidate-query.js'

/** As much of a customer as the search looks at. */
type Findable = Pick<Customer, 'id' | 'firstName' | 'lastName' | 'email' | 'phone'>

/**
 * Whether a record is what `searchMergeCandidates` asks for (M-8): the filter in memory, and what every store must agree
 * with. Whether it can be merged, `mergeBlockers` says.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { buildContext } = await import('../../testing/build-context.js')
 * const { buildRecord } = await import('../../testing/build-record.js')
 * const { searchMergeCandidates } = await import('./search-merge-candidates.js')
 * const search = searchMergeCandidates({ text: 'nowak' }, buildContext())
 * if (!search.ok) throw new Error('refused')
 * const records = [buildRecord(), buildRecord({ customer: { lastName: 'Lis' } })]
 * expect(records.filter((record) => isMergeCandidate(record, search.value))).toHaveLength(1)
 * ```
 */
export function isMergeCandidate(
  { customer }: { readonly customer: Findable },
  query: CandidateQuery,
): boolean {
  if (query.except.includes(customer.id)) return false
  return isIdentified(customer, query) || hasEveryWord(customer, query.words)
}

function isIdentified({ id, email, phone }: Findable, { identities, cardholders }: CandidateQuery): boolean {
  return (
    cardholders.includes(id) ||
    identities.phones.some((one) => one === phone) ||
    (email !== null && identities.emails.includes(emailKey(email)))
  )
}

function hasEveryWord(
  { firstName, lastName, email, phone }: Findable,
  words: readonly CandidateWord[],
): boolean {
  if (words.length === 0) return false
  const texts = [firstName, lastName, email].filter((text) => text !== null).map(foldText)
  return words.every(
    ({ text, digits }) =>
      texts.some((one) => one.includes(text)) || (digits !== null && phone?.includes(digits) === true),
  )
}
