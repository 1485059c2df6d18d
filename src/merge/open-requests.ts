import type { LibraryFacts } from '../customer/facts.js'
import type { Records } from './merge-group.js'

type Open = Partial<Pick<LibraryFacts, 'redaction' | 'redactionRequest' | 'dataRequest'>>

/**
 * What is asked for of an absorbed record and not done, where a policy lets it be merged all the same: it is the same person, and
 * asked for of the survivor from now on (G-1, G-4). Of several who ask for the erasure, the first counts.
 */
export function openRequests([{ facts: survivor }, ...others]: Records): Open {
  const absorbed = others.map(({ facts }) => facts)
  const erasure = absorbed.find(({ redaction }) => redaction === 'pending')
  const isAsked = absorbed.some(({ dataRequest }) => dataRequest === 'pending')
  return {
    ...(erasure !== undefined && survivor.redaction === 'none'
      ? { redaction: 'pending', redactionRequest: erasure.redactionRequest }
      : {}),
    ...(isAsked && survivor.dataRequest === 'none' ? { dataRequest: 'pending' } : {}),
  }
}
