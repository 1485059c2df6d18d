import { sha256 } from '@noble/hashes/sha2'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils'
import type { MessageId } from '../timeline/stored-email.js'
import type { CustomerId } from '../value/id.js'

/** So many hexadecimal digits no two messages share. */
const LENGTH = 32

/**
 * The id of an email to a customer under a key: the same call repeated makes the same email, and a mail service that knows the id
 * sends it once. Letters and digits only, whatever the host's keys hold, so that it fits into a header.
 */
export function messageIdOf(key: string, customer: CustomerId): MessageId {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify([key, customer])))).slice(0, LENGTH)
}
