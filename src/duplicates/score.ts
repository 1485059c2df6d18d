import {
  agreements,
  attributeNames,
  MISSING,
  type Agreement,
  type DuplicateAttribute,
  type Levels,
} from './comparison.js'
import type { Frequencies } from './frequencies.js'
import type { DuplicateModel } from './model.js'
import type { Traits } from './traits.js'

/** What one attribute, or one of the host's unique identifiers by its name, says about two profiles. */
export interface AttributeEvidence {
  readonly attribute: string
  readonly agreement: Agreement
  /** in bits: positive speaks for one person, negative against */
  readonly weight: number
}

/** What a shared unique identifier is worth: more than all the rest could speak against. */
const IDENTIFIER_BITS = 64

/** Weighs two profiles by a model and the frequencies of a base. */
export interface Scorer {
  readonly score: (one: Traits, other: Traits, levels: Levels) => number
  /** the same, attribute by attribute: the weights add up to the score */
  readonly evidence: (one: Traits, other: Traits, levels: Levels) => readonly AttributeEvidence[]
}

export function scorerOf(
  model: DuplicateModel,
  frequencies: Frequencies,
  identifiers: readonly string[],
): Scorer {
  const weights = weightsOf(model)

  function weightOf(attribute: DuplicateAttribute, one: Traits, other: Traits, levels: Levels): number {
    const level = levels[attribute]
    if (level === MISSING) return 0
    if (level < 3 || !frequencies.counts(attribute)) return weights[attribute][level] as number
    const { match, random } = model.attributes[attribute]
    return Math.log2(match[3] / frequencies.chance(attribute, one, other, random[3]))
  }

  const shared = (one: Traits, other: Traits): readonly string[] =>
    identifiers.filter(
      (_name, i) => one.identifiers[i] !== null && one.identifiers[i] === other.identifiers[i],
    )

  return {
    score: (one, other, levels) => {
      let sum = shared(one, other).length * IDENTIFIER_BITS
      for (const attribute of attributeNames) sum += weightOf(attribute, one, other, levels)
      return sum
    },
    evidence: (one, other, levels) => [
      ...shared(one, other).map(
        (attribute): AttributeEvidence => ({ attribute, agreement: 'same', weight: IDENTIFIER_BITS }),
      ),
      ...attributeNames.flatMap((attribute): AttributeEvidence[] => {
        const level = levels[attribute]
        if (level === MISSING) return []
        return [{ attribute, agreement: agreements[level], weight: weightOf(attribute, one, other, levels) }]
      }),
    ],
  }
}

type Weights = Readonly<Record<DuplicateAttribute, readonly number[]>>

function weightsOf({ attributes }: DuplicateModel): Weights {
  const rows = attributeNames.map((attribute) => {
    const { match, random } = attributes[attribute]
    return [attribute, match.map((rate, level) => Math.log2(rate / (random[level] as number)))]
  })
  return Object.fromEntries(rows) as Weights
}
