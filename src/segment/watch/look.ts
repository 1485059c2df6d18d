import type { Related } from '../catalog/related.js'
import type { Atom } from './atoms.js'
import type { Side } from './side.js'
import type { Watching } from './watching.js'

/** Reads all of a record that any condition looks at. */
export function look<T>(
  { gauges, asked }: Watching<T>,
  side: Side<T>,
  record: T,
  was: Related<T> | undefined,
): void {
  asked.side = side
  side.record = record
  side.was = was
  gauges.forEach(({ read, measure }, i) => {
    const stored = read(record)
    side.stored[i] = stored
    measure(stored, side)
  })
}

/** The conditions of which the two records give different answers; some may stand there twice. */
export function flipped<T>({ gauges, atoms }: Watching<T>): readonly Atom[] {
  const { before, after } = atoms
  const found: Atom[] = []
  gauges.forEach(({ flips }, i) => {
    const [one, other] = [before.stored[i], after.stored[i]]
    if (one !== other) flips(one, other, found)
  })
  return found
}
