import { doubleMetaphone } from 'double-metaphone'

/** More different names than any base has; after that the memory begins anew. */
const REMEMBERED = 100_000
const remembered = new Map<string, string>()

/** How a folded name sounds (Double Metaphone, its first code); a name in letters that it does not know stands for itself. */
export function soundOf(name: string): string {
  const known = remembered.get(name)
  if (known !== undefined) return known
  const [code] = doubleMetaphone(name)
  const sound = code === '' ? name : code
  if (remembered.size >= REMEMBERED) remembered.clear()
  remembered.set(name, sound)
  return sound
}
