import { isE164, type E164, type PhoneParser } from '../contact/phone.js'
import { problem, type Problem } from '../outcome/problem.js'
import type { CountryCode } from '../value/country.js'
import { presentText } from '../value/text.js'

interface PhoneReading {
  readonly value: E164 | null
  readonly problems: readonly Problem[]
}

/**
 * Reads a phone number as typed with the host's parser. Without one only a number that already has the form of E.164 is
 * accepted (`phone.not-checked` otherwise): nothing is guessed.
 */
export function readPhone(
  typed: string | null | undefined,
  country: CountryCode,
  parse: PhoneParser | undefined,
): PhoneReading {
  const present = presentText(typed)
  if (present === null) return { value: null, problems: [] }
  if (parse === undefined) return unparsed(present)
  const outcome = parse(present, country)
  return outcome.ok ? { value: outcome.value, problems: [] } : { value: null, problems: outcome.problems }
}

function unparsed(typed: string): PhoneReading {
  if (isE164(typed)) return { value: typed, problems: [] }
  return { value: null, problems: [problem('phone.not-checked', ['phone'])] }
}
