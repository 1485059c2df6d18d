import { invariant } from '../../outcome/invariant.js'
import type { Related, RelatedName } from '../catalog/related.js'

/** The reader of a name, which must be there. */
export function readerOf<T, Name extends RelatedName>(
  related: Related<T>,
  name: Name,
): NonNullable<Related<T>[Name]> {
  const reader = related[name]
  invariant(reader !== undefined, `this segment needs related.${name}; segmentRequirements names all`)
  // Called by itself, but it may be a method
  return reader.bind(related) as NonNullable<Related<T>[Name]>
}
