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
  const usual = usualEvidence(model)
  const counted = new Set(attributeNames.filter(frequencies.counts))

  function weightOf(attribute: DuplicateAttribute, one: Traits, other: Traits, levels: Levels): number {
    const level = levels[attribute]
    if (level === MISSING) return 0
    if (level < 3 || !counted.has(attribute)) return (usual[attribute][level] as AttributeEvidence).weight
    const { match, random } = model.attributes[attribute]
    return Math.log2(match[3] / frequencies.chance(attribute, one, other, random[3]))
  }

  const shared = (one: Traits, other: Traits): readonly string[] =>
    identifiers.filter(
      (_name, i) => one.identifiers[i] !== null && one.identifiers[i] === other.identifiers[i],
    )

  function evidenceFor(one: Traits, other: Traits, levels: Levels): readonly AttributeEvidence[] {
    const evidence = shared(one, other).map(
      (attribute): AttributeEvidence => ({ attribute, agreement: 'same', weight: IDENTIFIER_BITS }),
    )
    for (const attribute of attributeNames) {
      const level = levels[attribute]
      if (level === MISSING) continue
      const known = usual[attribute][level] as AttributeEvidence
      const weight = weightOf(attribute, one, other, levels)
      evidence.push(weight === known.weight ? known : { ...known, weight })
    }
    return evidence
  }

  /** Then what is said of a pair depends on the levels alone, and a few hundred combinations are all that there are. */
  const isUsual = counted.size === 0 && identifiers.length === 0
  const remembered = new Map<number, readonly AttributeEvidence[]>()

  return {
    score: (one, other, levels) => {
      let sum = shared(one, other).length * IDENTIFIER_BITS
      for (const attribute of attributeNames) sum += weightOf(attribute, one, other, levels)
      return sum
    },
    evidence: (one, other, levels) => {
      if (!isUsual) return evidenceFor(one, other, levels)
      const pattern = patternOf(levels)
      const known = remembered.get(pattern)
      if (known !== undefined) return known
      const evidence = evidenceFor(one, other, levels)
      remembered.set(pattern, evidence)
      return evidence
    },
  }
}

/** One number for all levels. */
function patternOf(levels: Levels): number {
  let pattern = 0
  for (const attribute of attributeNames)
    pattern = pattern * (agreements.length + 1) + levels[attribute] - MISSING
  return pattern
}

type UsualEvidence = Readonly<Record<DuplicateAttribute, readonly AttributeEvidence[]>>

/** What each agreement is worth, however rare the value; one for all pairs, of which a base has thousands. */
function usualEvidence({ attributes }: DuplicateModel): UsualEvidence {
  const rows = attributeNames.map((attribute): [string, readonly AttributeEvidence[]] => {
    const { match, random } = attributes[attribute]
    const weightAt = (level: number): number =>
      Math.log2((match[level] as number) / (random[level] as number))
    return [
      attribute,
      agreements.map((agreement, level) => ({ attribute, agreement, weight: weightAt(level) })),
    ]
  })
  return Object.fromEntries(rows) as UsualEvidence
}
