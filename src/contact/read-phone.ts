import { isE164, type E164, type PhoneParser } from './phone.js'
import { nothing, problem, type Problem } from '../outcome/problem.js'
import type { CountryCode } from '../value/country.js'
import { presentText } from '../value/text.js'

export interface PhoneReading {
  readonly value: E164 | null
  readonly problems: readonly Problem[]
  readonly warnings: readonly Problem[]
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
  if (present === null) return accepted(null)
  if (parse === undefined) return isE164(present) ? accepted(present) : refused([notChecked])
  const outcome = parse(present, country)
  return outcome.ok ? accepted(outcome.value, outcome.warnings) : refused(outcome.problems)
}

const notChecked = problem('phone.not-checked', ['phone'])

function accepted(value: E164 | null, warnings: readonly Problem[] = nothing): PhoneReading {
  return { value, problems: nothing, warnings }
}

function refused(problems: readonly Problem[]): PhoneReading {
  return { value: null, problems, warnings: nothing }
}
