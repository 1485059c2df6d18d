import { normalizeTags } from '../customer/tags.js'
import { invariant } from '../outcome/invariant.js'
import { unlessProblems, type Outcome } from '../outcome/outcome.js'
import { foundIn, type Problem } from '../outcome/problem.js'
import { accountEffect, accountEvent, blockingOf } from '../plan/account-change.js'
import type { Change } from '../plan/change.js'
import type { Expectation } from '../plan/change-set.js'
import type { Context } from '../plan/context.js'
import type { Effect } from '../plan/effect.js'
import { eventChange } from '../plan/event-change.js'
import { requestOf, type RequestDigest } from '../plan/request.js'
import { consentEvents } from '../profile/consent/consent-events.js'
import type { TimelineEvent } from '../timeline/event.js'
import type { CustomerId } from '../value/id.js'
import { presentText } from '../value/text.js'
import { textProblems } from '../value/text-problems.js'
import { draftRows, type Candidate } from './candidate.js'
import type { CustomerRow } from './customer-row.js'
import type {
  ImportedRow,
  ImportKnown,
  ImportOptions,
  ImportPlan,
  ImportStatus,
  ImportTally,
  ImportWish,
} from './import-plan.js'
import { summaryOfRows } from './import-summary.js'
import { personKeys } from './people-index.js'
import type { RowWrite } from './row-write.js'
import { rowsDigest } from './rows-digest.js'
import { settleRows, type SettledRows } from './settle-rows.js'

/**
 * Plans the import of one chunk of a file (C-5): each row ends in exactly one of `created`, `updated`, `unchanged`,
 * `skipped` and `refused`, in order, and `tally` adds up to the rows. Nothing in a row refuses the whole.
 *
 * A person is recognised by the canonical email, and by the phone where one side has no email. Of several rows of one
 * person in the chunk the last good one wins, and what it leaves blank stays as the ones before it had it: a chunk leaves
 * what its rows would leave one by one. A row that is refused supersedes none. Of several in a file the last wins too:
 * `known.earlier` tells which records earlier chunks have written, and those are changed whatever `overwrite` says.
 *
 * Refused rows carry the file's `csv.*`, the faults of the customer (`email.*`, `phone.*`, `customer.*` …, as `planCreate`),
 * `import.several-matches`, `import.identity-taken`, `import.id-missing` or `import.id-unknown`; skipped ones `csv.blank-row`, `import.exists`,
 * `import.superseded` or `import.suppressed`. Warnings: `import.consent-without-source`, `import.consent-without-contact`, `import.consent-kept`,
 * `import.consent-withdrawn`, `import.repeats-earlier-row`. Each has `params.row`, and `params.column` where it has one.
 * The plan itself is refused only for a consent source or a tag for all that cannot be kept (`text.*`).
 *
 * @example
 * ```ts @import.meta.vitest
 * const { buildContext } = await import('../testing/build-context.js')
 * const row = { row: 2, id: null, input: { email: 'anna@example.com' }, totals: { spent: null, orders: null } }
 * const rows = [{ ...row, unknown: [], problems: [], warnings: [] }]
 * const known = { existing: [], suppressed: { emails: [], phones: [] } }
 * const outcome = planImport(rows, known, buildContext())
 * if (!outcome.ok) throw new Error('refused')
 * expect(outcome.value.tally).toEqual({ created: 1, updated: 0, unchanged: 0, skipped: 0, refused: 0 })
 * ```
 */
export function planImport(
  rows: readonly CustomerRow[],
  known: ImportKnown,
  context: Context,
  options: ImportOptions = {},
): Outcome<ImportPlan> {
  return planDrafted(rows, draftRows(rows, context), known, context, options)
}

/** `planImport` of rows that are drafted already. */
export function planDrafted(
  rows: readonly CustomerRow[],
  drafts: readonly Candidate[],
  known: ImportKnown,
  context: Context,
  options: ImportOptions,
): Outcome<ImportPlan> {
  const wish = toWish(rows, options)
  const plan = toPlan(settleRows(drafts, wish, known, context), wish, context)
  return unlessProblems(optionProblems(wish, context), () => plan, plan.warnings)
}

/** What is wrong with what the caller says for all rows. */
function optionProblems({ consentSource, tags }: ImportWish, { policy: { limits } }: Context): Problem[] {
  return [
    ...textProblems(consentSource, limits.source, ['consentSource']),
    ...tags.flatMap((tag, index) => textProblems(tag, limits.tag, ['tags', index])),
  ]
}

/**
 * The request of a chunk, which is asked for before the chunk is planned: of its rows and options, with every default in place.
 */
export function importRequest(rows: readonly CustomerRow[], options: ImportOptions = {}): RequestDigest {
  const { rows: _rows, ...terms } = toWish(rows, options)
  return requestOf('import', [], { ...terms, rows: rowsDigest(rows) })
}

function toWish(
  rows: readonly CustomerRow[],
  {
    overwrite = false,
    blank = 'keep',
    match = 'email-or-phone',
    tags = [],
    consentSource = null,
  }: ImportOptions,
): ImportWish {
  invariant(
    Object.hasOwn(personKeys, match),
    'people are matched by `email-or-phone`, `email`, `phone` or `id`',
  )
  // a form's "false" would overwrite
  invariant(typeof overwrite === 'boolean', '`overwrite` is true or false')
  invariant(Array.isArray(tags) && tags.every(isText), '`tags` are a list of texts')
  invariant(consentSource === null || isText(consentSource), '`consentSource` is a text')
  return {
    rows,
    overwrite,
    blank,
    match,
    tags: normalizeTags(tags),
    consentSource: presentText(consentSource),
  }
}

function isText(one: unknown): boolean {
  return typeof one === 'string'
}

function toPlan({ rows, writes }: SettledRows, wish: ImportWish, context: Context): ImportPlan {
  const tally = tallyOf(rows)
  return {
    planner: 'import',
    wish,
    subjects: writes.map(({ customer }) => customer.id),
    // of many customers: each `put` says what it touches
    touches: [],
    warnings: foundIn(rows, ({ warnings }) => warnings),
    changeSet: {
      key: context.key,
      request: importRequest(wish.rows, wish),
      expects: expectationsOf(writes),
      guards: [],
      changes: changesOf(writes, context),
      outbox: effectsOf(writes, context),
      summary: { planner: 'import', ...tally, rows: summaryOfRows(rows) },
    },
    rows,
    tally,
  }
}

function expectationsOf(writes: readonly RowWrite[]): Expectation[] {
  const expects: Expectation[] = []
  for (const { before } of writes)
    if (before !== null) expects.push({ id: before.customer.id, revision: before.revision })
  return expects
}

/** The writes, each with what the timeline says of it; the events of a chunk are numbered throughout. */
function changesOf(writes: readonly RowWrite[], context: Context): Change[] {
  const changes: Change[] = []
  let number = 0
  const { actor: by } = context
  const tell = (id: CustomerId, event: TimelineEvent): void => {
    changes.push(eventChange(context, ++number, id, event))
  }
  for (const write of writes) {
    const { row, result, customer, claims, touches, before } = write
    const { id } = customer
    changes.push({ type: 'put', customer, claims, touches })
    tell(id, { kind: 'imported', by, row, result })
    for (const event of consentEvents(before?.customer ?? null, customer, by)) tell(id, event)
    const blocking = blockingBy(write)
    if (blocking !== null) tell(id, accountEvent(blocking, by))
  }
  return changes
}

/** Of whoever a file blocks, or no longer does, the identity system hears too (C-8). */
function effectsOf(writes: readonly RowWrite[], context: Context): Effect[] {
  const effects: Effect[] = []
  for (const write of writes) {
    const blocking = blockingBy(write)
    if (blocking !== null)
      effects.push(accountEffect(context, effects.length + 1, write.customer.id, blocking))
  }
  return effects
}

/** Somebody new has nothing that could be shut. */
function blockingBy({ customer, before }: RowWrite): 'block' | 'unblock' | null {
  return before === null ? null : blockingOf(before.customer.account, customer.account)
}

function tallyOf(rows: readonly ImportedRow[]): ImportTally {
  const tally: Record<ImportStatus, number> = { created: 0, updated: 0, unchanged: 0, skipped: 0, refused: 0 }
  for (const { status } of rows) tally[status]++
  return tally
}
