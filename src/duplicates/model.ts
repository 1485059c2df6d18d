import type { DuplicateAttribute } from './pattern.js'

/** How often each agreement occurs, in the order of `agreements`; the four add up to one. */
export type Rates = readonly [different: number, alike: number, close: number, same: number]

/** What agreement on an attribute is worth. */
export interface AttributeModel {
  /** among two profiles of one person */
  readonly match: Rates
  /** among two profiles of two people */
  readonly random: Rates
}

/**
 * A Fellegi–Sunter model: how often values agree where two profiles are one person, and where they are two. The weight
 * of an agreement is the binary logarithm of the ratio of the two. Plain JSON, so that a host can keep an estimated one.
 */
export interface DuplicateModel {
  readonly attributes: Readonly<Record<DuplicateAttribute, AttributeModel>>
  /** how many duplicates a profile has on average */
  readonly duplicatesPerProfile: number
}

/**
 * What is assumed where nothing is estimated (ours). First names separate most, because families share the rest; two
 * emails or streets merely weigh against, because people change both.
 */
export const defaultModel: DuplicateModel = {
  attributes: {
    firstName: { match: [0.06, 0.04, 0.1, 0.8], random: [0.982, 0.01, 0.003, 0.005] },
    lastName: { match: [0.06, 0.03, 0.09, 0.82], random: [0.99, 0.005, 0.002, 0.003] },
    email: { match: [0.4, 0.08, 0.02, 0.5], random: [0.9999889, 0.00001, 0.000001, 0.0000001] },
    phone: { match: [0.32, 0.01, 0.07, 0.6], random: [0.9999, 0.00005, 0.00005, 0.000001] },
    birthDate: { match: [0.06, 0.01, 0.07, 0.86], random: [0.99795, 0.001, 0.001, 0.00005] },
    street: { match: [0.2, 0.04, 0.16, 0.6], random: [0.9967, 0.003, 0.0002, 0.0001] },
    addressLine2: { match: [0.2, 0.05, 0.15, 0.6], random: [0.987, 0.01, 0.001, 0.002] },
    place: { match: [0.1, 0.1, 0.1, 0.7], random: [0.965, 0.03, 0.002, 0.003] },
  },
  duplicatesPerProfile: 0.1,
}
