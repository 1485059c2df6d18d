import type { Facts } from '../customer/facts.js'
import { problem, type Problem } from '../outcome/problem.js'
import type { PrivacyProblemCode } from './privacy-problem.js'

/** Once a person's data is erased or deleted, nothing is left of it to hand over (G-4). */
export function handoverWarnings({ dataRequest }: Pick<Facts, 'dataRequest'>): Problem<PrivacyProblemCode>[] {
  return dataRequest === 'pending' ? [problem('privacy.data-request-pending', ['facts', 'dataRequest'])] : []
}
