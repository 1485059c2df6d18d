import { invariant } from '../../outcome/invariant.js'
import type { Store } from './store.js'

/**
 * Carries out a step that writes. It may ask the host's own tables, and the host must not begin another one then: what the first
 * has numbered and staged would be lost, or that of the second.
 */
export function alone<T>({ lock }: Pick<Store, 'lock'>, step: () => T): T {
  invariant(!lock.isHeld, 'the host writes to the repository while the repository asks it')
  lock.isHeld = true
  try {
    return step()
  } finally {
    lock.isHeld = false
  }
}
