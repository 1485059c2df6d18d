import type { CustomerRecord } from '../../customer/record.js'
import type { ChangeSet, Receipt } from '../../plan/change-set.js'
import type { CommitProblem } from '../port.js'
import { changeSet } from './change-sets.js'
import type { World } from './contract-case.js'
import { expectEqual, fail } from './expect.js'
import { everything, recordOf } from './observe.js'

/** The receipt of a commit that must be carried out. */
export async function accept({ repository }: World, wanted: ChangeSet): Promise<Receipt> {
  const outcome = await repository.commit(wanted)
  if (!outcome.ok) fail(`expected the commit to be carried out, got ${namesOf(outcome.problems).join(', ')}`)
  return outcome.value
}

/** Commits somebody new, `new:1`, and gives back their record. */
export async function create(world: World, key: string, parts: Partial<ChangeSet>): Promise<CustomerRecord> {
  const { ids } = await accept(world, changeSet(key, parts))
  return recordOf(world, realId(ids, 'new:1'))
}

/** What the store made of a new id. */
export function realId(ids: Receipt['ids'], id: string): string {
  return (
    (Object.hasOwn(ids, id) ? ids[id] : undefined) ?? fail(`the receipt does not say what became of ${id}`)
  )
}

/**
 * A refusal with exactly these problems, in any order, each written as its code, whom it concerns, and which fact:
 * `commit.fact-changed ben vaultedCards`. It leaves no trace, neither in the store nor under its key.
 */
export async function refuse(world: World, unwanted: ChangeSet, expected: readonly string[]): Promise<void> {
  const before = await trace(world, unwanted)
  const outcome = await world.repository.commit(unwanted)
  if (outcome.ok) fail(`expected a refusal with ${expected.join(', ')}, but the commit was carried out`)
  expectEqual(namesOf(outcome.problems).toSorted(), expected.toSorted(), 'the problems of the refusal')
  expectEqual(await trace(world, unwanted), before, 'the store after a refusal')
}

async function trace(world: World, { key }: ChangeSet): Promise<unknown> {
  return { store: await everything(world), outcome: await world.repository.outcomeOf(key) }
}

function namesOf(problems: readonly CommitProblem[]): string[] {
  return problems.map(({ code, params = {} }) =>
    [code, params['id'], params['fact']].filter((part) => typeof part === 'string').join(' '),
  )
}
