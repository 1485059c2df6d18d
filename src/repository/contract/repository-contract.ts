import type { CustomerRecord } from '../../customer/record.js'
import { noRelations } from '../../plan/store-traits.js'
import type { Capabilities } from '../capabilities.js'
import type { CustomerRepository } from '../port.js'
import { atomicityCases } from './atomicity-cases.js'
import { blockingKeyCases } from './blocking-key-cases.js'
import { concurrencyCases } from './concurrency-cases.js'
import type {
  CaseRow,
  ContractCase,
  ContractGroup,
  InTransaction,
  ReadBack,
  RunningTest,
} from './contract-case.js'
import { countCases } from './count-cases.js'
import { distinctCases } from './distinct-cases.js'
import { erasureCases } from './erasure-cases.js'
import { knownAsCases } from './known-as-cases.js'
import { guardCases } from './guard-cases.js'
import { hostileCases } from './hostile-cases.js'
import { idempotencyCases } from './idempotency-cases.js'
import { identityCases } from './identity-cases.js'
import { lookupCases } from './lookup-cases.js'
import { pagingCases } from './paging-cases.js'
import { relationCases } from './relation-cases.js'
import { revisionCases } from './revision-cases.js'
import { membershipCases } from './membership-cases.js'
import { savedSegmentCases } from './saved-segment-cases.js'
import { searchCases } from './search-cases.js'
import { segmentCases } from './segment-cases.js'
import { sortingCases } from './sorting-cases.js'
import { timelineCases } from './timeline-cases.js'
import { tombstoneCases } from './tombstone-cases.js'
import { transactionCases } from './transaction-cases.js'
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
  /**
   * for an adapter that declares `transactions`: runs work in a transaction of the host's on the tables of a repository, and then
   * keeps or undoes it. Without it those cases are skipped, and say so
   */
  readonly inTransaction?:
    | ((repository: Repository, ...run: Parameters<InTransaction>) => Promise<void>)
    | undefined
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
  timelines: timelineCases,
  concurrency: concurrencyCases,
  paging: pagingCases,
  sorting: sortingCases,
  search: searchCases,
  segments: [...segmentCases, ...savedSegmentCases, ...membershipCases],
  tombstones: tombstoneCases,
  relations: relationCases,
  'hostile text': hostileCases,
  duplicates: [...blockingKeyCases, ...distinctCases],
  transactions: transactionCases,
}

/**
 * The promises of the port as named cases, for any test runner: each makes a repository of its own, and `run` rejects with
 * an `Error` that says what is wrong. Cases that the declared capabilities rule out are left out, so none passes unrun; those of
 * an optional method (`knownAs`, `find`, `count`, `timeline`, `segments` …) that the adapter has not are skipped, and say so where the runner's test is
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
  row: CaseRow,
  { createRepository, readBack, inTransaction }: ContractOptions<Repository>,
  capabilities: Capabilities,
  test?: RunningTest,
): Promise<void> {
  const { seed = [], method, check } = row
  const repository = await createRepository(seed)
  if (method !== undefined && repository[method] === undefined) {
    test?.skip(`the adapter has no ${method}`)
    return
  }
  if (row.inTransaction === true && inTransaction === undefined) {
    test?.skip('the suite was given no way to a transaction of the host')
    return
  }
  await check({
    repository,
    capabilities,
    readBack: readBack?.(repository) ?? {},
    inTransaction: inTransaction && ((work, end) => inTransaction(repository, work, end)),
  })
}
