import { segmentLimits } from '../limits/segment-limits.js'
import { refusal, unlessProblems, type Outcome } from '../outcome/outcome.js'
import type { Problem } from '../outcome/problem.js'
import { sameJson } from '../outcome/same-json.js'
import { isPlainMap } from '../value/plain-map.js'
import { isLongerThan } from '../value/text.js'
import type { Catalog } from './catalog/catalog.js'
import { segmentCatalog } from './catalog/customer-catalog.js'
import { checkLeaf } from './check/check-leaf.js'
import { checkReferences, type KnownSegments } from './check/check-references.js'
import { parse, type Reading } from './text/parse.js'
import { printNode } from './text/print.js'
import { readTree } from './tree/read-tree.js'
import type { Segment, SegmentNode } from './segment.js'
import {
  assumptionCodes,
  problemAt,
  type Place,
  type SegmentAssumptionCode,
  type SegmentProblem,
  type SegmentProblemCode,
} from './segment-problem.js'
import { clauseProblems, treeSizeProblems } from './tree/tree-size.js'

/** By what a query is checked. */
export interface ParseSegmentOptions extends KnownSegments {
  /** what may be asked about; by default customer records (`segmentCatalog`) */
  readonly catalog?: Catalog<never> | undefined
  /** how many conditions a query may have; platforms allow 10. By default as many as its size does. */
  readonly maxClauses?: number | undefined
}

/**
 * Reads a query (S-1): a text, or a tree or segment that comes in as JSON. All problems are told at once; for a text with
 * `params.start` and `params.end` in UTF-16 units, for a tree with its path. A text stays as typed, outer blanks included.
 * What was assumed comes as warnings and stays in `assumptions`.
 *
 * Codes: `segment.unexpected` (a blank text, too), `segment.unknown-attribute`, `segment.unknown-value`,
 * `segment.operator-not-allowed`, `segment.bad-date`, `segment.too-long` (5000 code points), `segment.too-deep` (100),
 * `segment.too-large` (1000 nodes, 10 000 values of a list, `maxClauses` conditions), `segment.cycle` (segments that lead to
 * one another). Params besides: `found`, `expected`, `nearest`, `read`, `limit`.
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
  const judging = { ...options, catalog: options.catalog ?? segmentCatalog }
  return typeof textOrTree === 'string' ? readText(textOrTree, judging) : readJson(textOrTree, judging)
}

/** By what a query is judged. */
interface Judging extends ParseSegmentOptions {
  readonly catalog: Catalog<never>
}

function readText(text: string, judging: Judging): Outcome<Segment, SegmentProblem> {
  const whole = { path: [], start: 0, end: text.length } as const
  const { text: limit } = segmentLimits
  if (isLongerThan(text, limit)) return refusal(problemAt('segment.too-long', whole, { limit }))
  const reading = parse(text, judging.catalog)
  const sizes = reading.root === null ? [] : treeSizeProblems(reading.root, whole)
  return judge({ ...reading, problems: [...reading.problems, ...sizes] }, whole, judging, () => text)
}

function readJson(input: unknown, judging: Judging): Outcome<Segment, SegmentProblem> {
  const isSegment = isPlainMap(input) && Object.hasOwn(input, 'root')
  const path = isSegment ? ['root'] : []
  const reading = readTree(isSegment ? input['root'] : input, path)
  const text = isSegment ? input['text'] : null
  const { catalog } = judging
  const outcome = judge(reading, { path }, judging, (root) =>
    isTextOf(root, text, catalog) ? text : printNode(root),
  )
  return outcome.ok ? toText(outcome.value, judging) : outcome
}

/** What was assumed points into the text, as it does in a segment that came as one; so a segment that is read again stays the same. */
function toText({ text, root }: Segment, judging: Judging): Outcome<Segment, SegmentProblem> {
  const reading = { ...parse(text, judging.catalog), root, problems: [] }
  return judge(reading, { path: [] }, judging, () => text)
}

/** Whether a text that came with a tree says the same; otherwise the tree counts, and the text is written anew. */
function isTextOf(root: SegmentNode, text: unknown, catalog: Catalog<never>): text is string {
  if (typeof text !== 'string' || isLongerThan(text, segmentLimits.text)) return false
  return sameJson(parse(text, catalog).root, root)
}

function judge(
  { assumptions: assumed, leaves, problems: faults, root }: Reading,
  place: Place,
  judging: Judging,
  textOf: (root: SegmentNode) => string,
): Outcome<Segment, SegmentProblem> {
  const findings = [
    ...assumed,
    ...leaves.flatMap((leaf) => checkLeaf(leaf, judging.catalog)),
    ...checkReferences(
      leaves.filter((leaf) => leaf.kind === 'segment'),
      judging,
    ),
  ].toSorted(byPlace)
  const assumptions = findings.filter(isAssumption)
  const counted = root === null ? [] : clauseProblems(root, place, judging.maxClauses)
  const problems = [...faults, ...counted, ...findings.filter((finding) => !isAssumption(finding))]
  // Without a problem there is a tree
  const segment = (): Segment => ({
    text: textOf(root as SegmentNode),
    root: root as SegmentNode,
    assumptions,
  })
  return unlessProblems(problems.toSorted(byPlace), segment, assumptions)
}

function byPlace(one: SegmentProblem, other: SegmentProblem): number {
  return startOf(one) - startOf(other)
}

function isAssumption(finding: SegmentProblem): finding is Problem<SegmentAssumptionCode> {
  return (assumptionCodes as readonly string[]).includes(finding.code)
}

/** Where in a text a problem lies; a tree's problems keep their order. */
function startOf({ params }: SegmentProblem): number {
  return Number(params?.['start'] ?? 0)
}
