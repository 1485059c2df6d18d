/** How well groups meet the truth, over the pairs inside them. */
export interface PairQuality {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** Compares groups of ids with who they are. */
export function pairQuality<Person>(
  groups: readonly { readonly ids: readonly string[] }[],
  personOf: ReadonlyMap<string, Person>,
): PairQuality {
  const sizes = new Map<Person, number>()
  for (const person of personOf.values()) sizes.set(person, (sizes.get(person) ?? 0) + 1)
  const wanted = [...sizes.values()].reduce((sum, size) => sum + pairsOf(size), 0)
  let found = 0
  let right = 0
  for (const { ids } of groups) {
    found += pairsOf(ids.length)
    const members = new Map<Person | undefined, number>()
    for (const id of ids) members.set(personOf.get(id), (members.get(personOf.get(id)) ?? 0) + 1)
    right += [...members.values()].reduce((sum, size) => sum + pairsOf(size), 0)
  }
  const [precision, recall] = [right / found, right / wanted]
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) }
}

function pairsOf(size: number): number {
  return (size * (size - 1)) / 2
}
