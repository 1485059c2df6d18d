import { invariant } from '../../outcome/invariant.js'
import type { MemorySnapshot } from './snapshot.js'

type Row = Readonly<Record<string, unknown>>

const isText = (value: unknown): boolean => typeof value === 'string'
const isRowOf =
  (...texts: readonly string[]) =>
  (row: Row): boolean =>
    texts.every((name) => isText(row[name]))
const isNamed = (row: Row): boolean => isText(row['id']) && Array.isArray(row['names'])

/** Every list, and what each of its rows must at least be. */
const LISTS: {
  readonly [List in Exclude<keyof MemorySnapshot, 'version' | 'numbering'>]: (row: Row) => boolean
} = {
  entries: ({ id, state }) => isText(id) && ['present', 'merged', 'deleted'].includes(state as string),
  suppressed: isText,
  leaving: isRowOf('id'),
  counted: isText,
  events: isRowOf('id', 'customer'),
  eventIds: isText,
  distinct: (row) => Array.isArray(row),
  receipts: isNamed,
  outbox: isNamed,
  segments: isRowOf('id', 'name', 'query', 'revision'),
  members: ({ id, customers }) => isText(id) && Array.isArray(customers),
}

/** The counters, without which new things would be given names that are in use. */
const COUNTERS = [
  'customer',
  'address',
  'revision',
  'segment',
] as const satisfies readonly (keyof MemorySnapshot['numbering'])[]

/** Throws, a programmer's error, for what was not taken by `snapshot`. */
export function expectWhole(snapshot: MemorySnapshot): void {
  const given = (snapshot ?? {}) as unknown as Readonly<Record<string, unknown>>
  invariant(given['version'] === 1, 'a snapshot of a version that this one does not know')
  for (const [list, isRow] of Object.entries(LISTS)) {
    const rows = given[list]
    invariant(Array.isArray(rows), `a snapshot without its list of ${list}`)
    invariant(
      rows.every((row) => row !== null && isRow(row as Row)),
      `a snapshot with a row of ${list} that is none`,
    )
  }
  const numbering = given['numbering'] as Readonly<Record<string, unknown>> | null | undefined
  for (const counter of COUNTERS) {
    const count = numbering?.[counter]
    invariant(Number.isSafeInteger(count) && Number(count) >= 0, 'a snapshot that has lost its count')
  }
}
