import { explainProblem, type Outcome, type Problem } from 'clientele'
import { en } from 'clientele/messages/en'
import { fi } from 'clientele/messages/fi'
import { nb } from 'clientele/messages/nb'
import { nl } from 'clientele/messages/nl'
import { pl } from 'clientele/messages/pl'
import type { Request, Response } from 'express'

const languages = { en, pl, nb, nl, fi }

/** What is not simply wrong with the wish (422). */
const statuses = new Map([
  ['load.unknown', 404],
  ['load.deleted', 410],
  ['load.merged', 410],
  ['edit.conflict', 409],
  ['commit.stale', 409],
  ['commit.fact-changed', 409],
  ['commit.identity-taken', 409],
  ['commit.key-reused', 409],
  ['commit.outcome-unknown', 503],
])

/** Answers a call: what was asked for, with its warnings, or every reason against it, in the reader's language. */
export function answer<T>(
  request: Request,
  response: Response,
  outcome: Outcome<T>,
  show: (value: T) => object,
  status = 200,
): void {
  const explained = explainerFor(request)
  if (outcome.ok)
    response.status(status).json({ ...show(outcome.value), warnings: outcome.warnings.map(explained) })
  else
    response
      .status(statuses.get(outcome.problems[0].code) ?? 422)
      .json({ problems: outcome.problems.map(explained) })
}

/** A problem is a code, a path and parameters; none of them holds a name, an email or a note. */
function explainerFor(request: Request): (problem: Problem) => Problem & { readonly text: string } {
  const wanted = request.acceptsLanguages(Object.keys(languages))
  const messages = languages[(wanted || 'en') as keyof typeof languages]
  return (problem) => ({ ...problem, text: explainProblem(problem, messages) })
}
