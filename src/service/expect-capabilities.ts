import { invariant } from '../outcome/invariant.js'
import { relationKinds, type RelationMode } from '../plan/store-traits.js'
import type { Capabilities } from '../repository/capabilities.js'

type Ways<Way extends string> = Readonly<Record<Way, true>>

/** How a store may answer what a planner must know of it. */
const ways: {
  readonly statistics: Ways<Capabilities['statistics']>
  readonly guards: Ways<Capabilities['guards']>
} = {
  statistics: { projected: true, counted: true },
  guards: { 'in-commit': true, 'before-commit': true },
}

const modes: Ways<RelationMode> = { 'in-commit': true, outbox: true, none: true }

/** Finds an answer that is misspelt or missing: rows of the host would stay behind in a merge, and nobody would hear of it (M-1). */
export function expectCapabilities(given: unknown): void {
  const { relations, ...answers } = Object(given) as Readonly<Record<string, unknown>>
  for (const [name, known] of Object.entries(ways)) expectWay(name, answers[name], known)
  const told = Object(relations) as Readonly<Record<string, unknown>>
  for (const kind of new Set([...relationKinds, ...Object.keys(told)]))
    expectWay(`relations['${kind}']`, told[kind], modes)
}

function expectWay(name: string, given: unknown, known: Ways<string>): void {
  const texts = Object.keys(known).map((way) => `'${way}'`)
  invariant(
    typeof given === 'string' && known[given] === true,
    `\`capabilities.${name}\` of the repository is one of ${texts.join(', ')}`,
  )
}
