import type { ContractGroup } from 'clientele/contract'
import type { MemoryRepository } from 'clientele/memory'
import type { CustomerRecord } from '../../../../src/customer/record.js'
import type { Outcome } from '../../../../src/outcome/outcome.js'
import type { ChangeSet, Receipt } from '../../../../src/plan/change-set.js'
import type { Change } from '../../../../src/plan/change.js'
import type { CommitProblem, Loaded } from '../../../../src/repository/port.js'

export type Answer = Outcome<Receipt, CommitProblem>

/** Some methods of a sound adapter, done wrong. `stored` replaces the second way to what is stored. */
export type Fault = (sound: MemoryRepository) => Partial<MemoryRepository> & {
  readonly stored?: () => Promise<null>
  /** what lies in a table that no method reads */
  readonly kept?: readonly unknown[]
}

/** An adapter with one thing wrong, and the case of the suite that is there to catch it. */
export interface BrokenAdapter {
  readonly fault: string
  readonly caughtBy: string
  readonly wrap: Fault
}

export interface BrokenGroup {
  readonly group: ContractGroup
  readonly adapters: readonly BrokenAdapter[]
}

/** Commits something else than what was asked. */
export function committing(alter: (changeSet: ChangeSet) => ChangeSet): Fault {
  return (sound) => ({ commit: async (changeSet, options) => sound.commit(alter(changeSet), options) })
}

/** Carries out other changes than those asked. */
export function changing(alter: (change: Change) => readonly Change[]): Fault {
  return committing((changeSet) => ({ ...changeSet, changes: changeSet.changes.flatMap(alter) }))
}

/** Answers a commit with something else than what was done. */
export function answering(alter: (receipt: Receipt) => Receipt): Fault {
  return (sound) => ({
    commit: async (changeSet, options) => {
      const answer = await sound.commit(changeSet, options)
      return answer.ok ? { ...answer, value: alter(answer.value) } : answer
    },
  })
}

/** Answers a load with something else than what is stored. */
export function loading(alter: (loaded: Loaded) => Loaded): Fault {
  return (sound) => ({
    load: (async (ids: readonly string[], options?: never) =>
      (await sound.load(ids, options)).map(alter)) as MemoryRepository['load'],
  })
}

/** Shows every record otherwise than it is, by every way to it. */
export function reading(alter: (record: CustomerRecord) => CustomerRecord): Fault {
  return (sound) => ({
    ...loading((one) => (one.state === 'present' ? { ...one, record: alter(one.record) } : one))(sound),
    list: async (page, options) => {
      const { records, next } = await sound.list(page, options)
      return { records: records.map(alter), next }
    },
    findByIdentity: async (identities, options) => {
      const { records, suppressed } = await sound.findByIdentity(identities, options)
      return { records: records.map(alter), suppressed }
    },
  })
}

/** The records that a change set expects, as they are now. */
export async function expectedNow(
  sound: MemoryRepository,
  { expects }: ChangeSet,
): Promise<readonly Loaded[]> {
  return sound.load(expects.map(({ id }) => id))
}

export function revisionOf(loaded: Loaded | undefined): string {
  return loaded?.state === 'present' ? loaded.record.revision : 'absent'
}
