import { segmentLimits } from '../limits/segment-limits.js'
import { refusal, unlessProblems, type Outcome } from '../outcome/outcome.js'
import type { Problem } from '../outcome/problem.js'
import { sameJson } from '../outcome/same-json.js'
import { isPlainMap } from '../value/plain-map.js'
import { isLongerThan } from '../value/text.js'
import type { Catalog } from './catalog/catalog.js'
import { segmentCatalog } from './catalog/customer-catalog.js'
import { checkClause } from './check/check-clause.js'
import { parse, type Reading } from './text/parse.js'
import { printNode } from './text/print.js'
import { readTree } from './tree/read-tree.js'
import type { Segment, SegmentNode } from './segment.js'
import {
  assumptionCodes,
  problemAt,
  type SegmentAssumptionCode,
  type SegmentProblem,
  type SegmentProblemCode,
} from './segment-problem.js'
import { treeSizeProblems } from './tree/tree-size.js'

/** By what a query is checked. */
export interface ParseSegmentOptions {
  /** what may be asked about; by default customer records (`segmentCatalog`) */
  readonly catalog?: Catalog<never> | undefined
}

/**
 * Reads a query (S-1): a text, or a tree or segment that comes in as JSON. All problems are told at once; for a text with
 * `params.start` and `params.end` in UTF-16 units, for a tree with its path. A text stays as typed, outer blanks included.
 * What was assumed comes as warnings and stays in `assumptions`.
 *
 * Codes: `segment.unexpected` (a blank text, too), `segment.unknown-attribute`, `segment.unknown-value`,
 * `segment.operator-not-allowed`, `segment.bad-date`, `segment.too-long` (5000 code points), `segment.too-deep` (100),
 * `segment.too-large` (1000 nodes). Params besides: `found`, `expected`, `nearest`, `read`, `limit`.
 *
 * @example
 * ```ts @import.meta.vitest
 * const outcome = parseSegment("amount_spent > 100 AND customer_tags CONTAINS 'vip'")
 * expect(outcome.ok && outcome.value.root.kind).toBe('and')
 * expect(parseSegment('amount_spend > 100')).toMatchObject({
 *   problems: [{ code: 'segment.unknown-attribute', params: { start: 0, end: 12, nearest: 'amount_spent' } }],
 * })
 * ```
 */
export function parseSegment(
  textOrTree: unknown,
  options: ParseSegmentOptions = {},
): Outcome<Segment, Problem<SegmentProblemCode>> {
  const catalog = options.catalog ?? segmentCatalog
  return typeof textOrTree === 'string' ? readText(textOrTree, catalog) : readJson(textOrTree, catalog)
}

function readText(text: string, catalog: Catalog<never>): Outcome<Segment, SegmentProblem> {
  const whole = { path: [], start: 0, end: text.length } as const
  const { text: limit } = segmentLimits
  if (isLongerThan(text, limit)) return refusal(problemAt('segment.too-long', whole, { limit }))
  const reading = parse(text, catalog)
  const problems = reading.root === null ? reading.problems : treeSizeProblems(reading.root, whole)
  return judge({ ...reading, problems }, catalog, () => text)
}

function readJson(input: unknown, catalog: Catalog<never>): Outcome<Segment, SegmentProblem> {
  const isSegment = isPlainMap(input) && Object.hasOwn(input, 'root')
  const reading = isSegment ? readTree(input['root'], ['root']) : readTree(input, [])
  const text = isSegment ? input['text'] : null
  const outcome = judge(reading, catalog, (root) => (isTextOf(root, text, catalog) ? text : printNode(root)))
  return outcome.ok ? toText(outcome.value, catalog) : outcome
}

/** What was assumed points into the text, as it does in a segment that came as one; so a segment that is read again stays the same. */
function toText({ text, root }: Segment, catalog: Catalog<never>): Outcome<Segment, SegmentProblem> {
  return judge({ clauses: parse(text, catalog).clauses, root, problems: [] }, catalog, () => text)
}

/** Whether a text that came with a tree says the same; otherwise the tree counts, and the text is written anew. */
function isTextOf(root: SegmentNode, text: unknown, catalog: Catalog<never>): text is string {
  if (typeof text !== 'string' || isLongerThan(text, segmentLimits.text)) return false
  return sameJson(parse(text, catalog).root, root)
}

function judge(
  reading: Reading,
  catalog: Catalog<never>,
  textOf: (root: SegmentNode) => string,
): Outcome<Segment, SegmentProblem> {
  const findings = reading.clauses.flatMap((clause) => checkClause(clause, catalog))
  const assumptions = findings.filter(isAssumption)
  const problems = [...reading.problems, ...findings.filter((finding) => !isAssumption(finding))]
  return unlessProblems(
    problems.toSorted((one, other) => startOf(one) - startOf(other)),
    () => {
      // Without a problem there is a tree
      const root = reading.root as SegmentNode
      return { text: textOf(root), root, assumptions }
    },
    assumptions,
  )
}

function isAssumption(finding: SegmentProblem): finding is Problem<SegmentAssumptionCode> {
  return (assumptionCodes as readonly string[]).includes(finding.code)
}

/** Where in a text a problem lies; a tree's problems keep their order. */
function startOf({ params }: SegmentProblem): number {
  return Number(params?.['start'] ?? 0)
}
