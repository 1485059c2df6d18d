import type { ProblemCode } from '../../../src/messages/problem-code.js'
import { accountRemedies } from './account.js'
import { endingRemedies } from './ending.js'
import { inputRemedies } from './input.js'
import { messagingRemedies } from './messaging.js'
import { militaryRemedies } from './military.js'
import { profileRemedies } from './profile.js'
import { queryAndFileRemedies } from './query-and-file.js'
import type { Remedies } from './remedy.js'

/** Cause and remedy of every code of the library. A room's new code does not compile here until it has them. */
export const remedies: Remedies<ProblemCode> = {
  ...inputRemedies,
  ...militaryRemedies,
  ...profileRemedies,
  ...endingRemedies,
  ...queryAndFileRemedies,
  ...messagingRemedies,
  ...accountRemedies,
}
