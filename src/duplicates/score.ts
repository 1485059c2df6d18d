import type { Frequencies } from './frequencies.js'
import type { DuplicateModel } from './model.js'
import {
  agreements,
  attributeNames,
  byPattern,
  levelsOf,
  MISSING,
  type Agreement,
  type DuplicateAttribute,
  type Pattern,
} from './pattern.js'
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
  /** the evidence of a pattern, whoever shows it; `null` where it depends on the host's identifiers, or on how rare a value is */
  readonly usual: (pattern: Pattern) => readonly AttributeEvidence[] | null
  readonly score: (one: Traits, other: Traits, pattern: Pattern) => number
  /** what no pair that shows a pattern scores more than, however rare what they share */
  readonly most: (pattern: Pattern) => number
  /** the same, attribute by attribute: the weights add up to the score */
  readonly evidence: (one: Traits, other: Traits, pattern: Pattern) => readonly AttributeEvidence[]
}

/** What a pattern says as a rule: what one side lacks says nothing. */
interface Usual {
  readonly evidence: readonly UsualEvidence[]
  readonly score: number
  readonly most: number
  readonly varies: boolean
}

type UsualEvidence = AttributeEvidence & { readonly attribute: DuplicateAttribute }

export function scorerOf(
  model: DuplicateModel,
  frequencies: Frequencies,
  identifiers: readonly string[],
): Scorer {
  const rows = usualEvidence(model)
  const counted = new Set(attributeNames.filter(frequencies.counts))
  const isCounted = ({ attribute, agreement }: UsualEvidence): boolean =>
    agreement === 'same' && counted.has(attribute)

  const usualOf = byPattern((pattern): Usual => {
    const levels = levelsOf(pattern)
    const evidence = attributeNames.flatMap((attribute) =>
      levels[attribute] === MISSING ? [] : [rows[attribute][levels[attribute]] as UsualEvidence],
    )
    const score = evidence.reduce((sum, { weight }) => sum + weight, 0)
    // a shared identifier of the host's makes one person whatever the rest scores
    const start = identifiers.length > 0 ? Number.POSITIVE_INFINITY : 0
    const most = evidence.reduce((sum, row) => sum + mostOf(row), start)
    return { evidence, score, most, varies: identifiers.length > 0 || evidence.some(isCounted) }
  })

  function weightOf(usual: UsualEvidence, one: Traits, other: Traits): number {
    if (!isCounted(usual)) return usual.weight
    const { match, random } = model.attributes[usual.attribute]
    return Math.log2(match[3] / frequencies.chance(usual.attribute, one, other, random[3]))
  }

  function mostOf(usual: UsualEvidence): number {
    if (!isCounted(usual)) return usual.weight
    const { match, random } = model.attributes[usual.attribute]
    return Math.log2(match[3] / frequencies.leastChance(usual.attribute, random[3]))
  }

  const shared = (one: Traits, other: Traits): readonly string[] =>
    identifiers.filter(
      (_name, i) => one.identifiers[i] !== null && one.identifiers[i] === other.identifiers[i],
    )

  return {
    usual: (pattern) => {
      const { varies, evidence } = usualOf(pattern)
      return varies ? null : evidence
    },
    most: (pattern) => usualOf(pattern).most,
    score: (one, other, pattern) => {
      const usual = usualOf(pattern)
      if (!usual.varies) return usual.score
      let sum = shared(one, other).length * IDENTIFIER_BITS
      for (const row of usual.evidence) sum += weightOf(row, one, other)
      return sum
    },
    evidence: (one, other, pattern) => {
      const evidence = shared(one, other).map(
        (attribute): AttributeEvidence => ({ attribute, agreement: 'same', weight: IDENTIFIER_BITS }),
      )
      for (const row of usualOf(pattern).evidence) {
        const weight = weightOf(row, one, other)
        evidence.push(weight === row.weight ? row : { ...row, weight })
      }
      return evidence
    },
  }
}

type EvidenceRows = Readonly<Record<DuplicateAttribute, readonly UsualEvidence[]>>

/** What each agreement is worth, however rare the value; one for all pairs, of which a base has thousands. */
function usualEvidence({ attributes }: DuplicateModel): EvidenceRows {
  const rows = attributeNames.map((attribute): [string, readonly UsualEvidence[]] => {
    const { match, random } = attributes[attribute]
    const weightAt = (level: number): number =>
      Math.log2((match[level] as number) / (random[level] as number))
    return [
      attribute,
      agreements.map((agreement, level) => ({ attribute, agreement, weight: weightAt(level) })),
    ]
  })
  return Object.fromEntries(rows) as EvidenceRows
}
