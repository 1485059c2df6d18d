import type { CustomerRecord } from '../../customer/record.js'
import { noRelations } from '../../plan/store-traits.js'
import type { Capabilities } from '../capabilities.js'
import type { CustomerRepository } from '../port.js'
import { atomicityCases } from './atomicity-cases.js'
import type { CaseRow, ContractCase, ContractGroup, ReadBack, RunningTest } from './contract-case.js'
import { countCases } from './count-cases.js'
import { erasureCases } from './erasure-cases.js'
import { knownAsCases } from './known-as-cases.js'
import { findCases } from './find-cases.js'
import { guardCases } from './guard-cases.js'
import { idempotencyCases } from './idempotency-cases.js'
import { identityCases } from './identity-cases.js'
import { lookupCases } from './lookup-cases.js'
import { revisionCases } from './revision-cases.js'
import { timelineCases } from './timeline-cases.js'
import { uniquenessCases } from './uniqueness-cases.js'

/** What the suite must know of an adapter. */
export interface ContractOptions<Repository extends CustomerRepository> {
  /**
   * Makes a repository that shares nothing with any other and holds exactly these records, under their ids, with their
   * statistics and facts, and with the claims that `policies.shopify.identity` makes of them.
   */
  createRepository(seed: readonly CustomerRecord[]): Repository | Promise<Repository>
  /** what the adapter says it can do, where it differs from the plainest store; the suite holds it to exactly this */
  readonly capabilities?: Partial<Capabilities> | undefined
  /** a second way to what a repository has stored, past its own methods */
  readonly readBack?: ((repository: Repository) => ReadBack) | undefined
}

const plainest: Capabilities = {
  statistics: 'projected',
  relations: noRelations,
  notStored: [],
  guards: 'in-commit',
  transactions: false,
}

const groups: { readonly [Group in ContractGroup]: readonly CaseRow[] } = {
  identity: [...identityCases, ...lookupCases],
  revisions: revisionCases,
  guards: guardCases,
  uniqueness: uniquenessCases,
  atomicity: atomicityCases,
  idempotency: [...idempotencyCases, ...countCases],
  erasure: [...erasureCases, ...knownAsCases],
  reading: [...findCases, ...timelineCases],
}

/**
 * The promises of the port as named cases, for any test runner: each makes a repository of its own, and `run` rejects with
 * an `Error` that says what is wrong. Cases that the declared capabilities rule out are left out, so none passes unrun; those of
 * an optional method (`knownAs`, `find`, `timeline`) that the adapter has not are skipped, and say so where the runner's test is
 * handed to `run`, as vitest and node:test do.
 *
 * With vitest: `for (const { name, run } of repositoryContract(options)) test(name, run)`; with node:test the same line.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { createMemoryRepository } = await import('clientele/memory')
 * const cases = repositoryContract({ createRepository: (records) => createMemoryRepository({ records }) })
 * for (const { run } of cases) await run()
 * ```
 */
export function repositoryContract<Repository extends CustomerRepository>(
  options: ContractOptions<Repository>,
): readonly ContractCase[] {
  const capabilities = { ...plainest, ...options.capabilities }
  return Object.entries(groups).flatMap(([group, rows]) =>
    rows
      .filter(({ needs }) => needs === undefined || needs(capabilities))
      .map((row) => ({
        name: row.name,
        group: group as ContractGroup,
        method: row.method ?? null,
        run: runnerOf(row, options, capabilities),
      })),
  )
}

/** Bound, so that runners which count or name the parameters of a test see none. */
function runnerOf<Repository extends CustomerRepository>(
  row: CaseRow,
  options: ContractOptions<Repository>,
  capabilities: Capabilities,
): ContractCase['run'] {
  const run = (...[test]: readonly [RunningTest?]): Promise<void> => runCase(row, options, capabilities, test)
  return run.bind(null)
}

async function runCase<Repository extends CustomerRepository>(
  { seed = [], method, check }: CaseRow,
  { createRepository, readBack }: ContractOptions<Repository>,
  capabilities: Capabilities,
  test?: RunningTest,
): Promise<void> {
  const repository = await createRepository(seed)
  if (method !== undefined && repository[method] === undefined) {
    test?.skip(`the adapter has no ${method}`)
    return
  }
  await check({ repository, capabilities, readBack: readBack?.(repository) ?? {} })
}
