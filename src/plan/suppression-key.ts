import { sha256 } from '@noble/hashes/sha2'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils'
import type { EmailKey } from '../contact/email.js'
import type { E164 } from '../contact/phone.js'
import type { Flavour } from '../value/id.js'

/** A digest of an erased person's email or phone: it recognises them in an old file and does not tell who they were. */
export type SuppressionKey = Flavour<'SuppressionKey'>

/**
 * The one form of suppression keys, so that all stores recognise the same people. What an adapter keeps of an erased person.
 *
 * @example
 * ```ts @import.meta.vitest
 * expect(suppressionKey('phone', '+48601234567')).toMatch(/^[\da-f]{64}$/)
 * ```
 */
export function suppressionKey(kind: 'email' | 'phone', value: EmailKey | E164): SuppressionKey {
  return bytesToHex(sha256(utf8ToBytes(`${kind}:${value}`)))
}
