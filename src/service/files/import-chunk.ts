import type { CustomerRecord } from '../../customer/record.js'
import type { Outcome } from '../../outcome/outcome.js'
import type { Claim } from '../../plan/claims.js'
import type { CallOptions } from '../../repository/call-options.js'
import type { CustomerRepository } from '../../repository/port.js'
import { draftRows, identitiesIn, type Candidate } from '../../transfer/candidate.js'
import type { CustomerRow } from '../../transfer/customer-row.js'
import type { ImportKnown, ImportOptions, ImportPlan } from '../../transfer/import-plan.js'
import { importRequest, planDrafted } from '../../transfer/plan-import.js'
import type { ErrorBudget } from './error-budget.js'
import type { CallerOptions, ServicePorts } from '../ports.js'
import { run, type Done, type RefusedPlan } from '../run.js'

/** Imports one chunk of a file: finds the people, plans, commits; a row whose identity was taken meanwhile is left out. */
export function importChunk<Tx>(
  ports: ServicePorts<Tx>,
  rows: readonly CustomerRow[],
  earlier: ImportKnown['earlier'],
  options: CallerOptions<Tx> & ImportOptions,
  budget: ErrorBudget,
): Promise<Outcome<Done<ImportPlan>>> {
  const refused: Claim[] = []
  return run(
    ports,
    {
      request: () => importRequest(rows, options),
      plan: async (context, before) => {
        refused.push(...refusedClaims(before))
        const drafts = draftRows(rows, context)
        const known = await knownPeople(ports.repository, drafts, options)
        const planned = planDrafted(rows, drafts, { ...known, refused, earlier }, context, options)
        return planned.ok ? budget.judge(planned.value) : planned
      },
    },
    options,
  )
}

async function knownPeople<Tx>(
  repository: CustomerRepository<Tx>,
  drafts: readonly Candidate[],
  options: CallOptions<Tx> & ImportOptions,
): Promise<Pick<ImportKnown, 'existing' | 'suppressed'>> {
  const { records, suppressed } = await repository.findByIdentity(identitiesIn(drafts), options)
  if (options.match !== 'id') return { existing: records, suppressed }
  const ids = [...new Set(drafts.flatMap(({ source: { id } }) => id ?? []))]
  const loaded = await repository.load(ids, options)
  const byId = new Map<string, CustomerRecord>(records.map((record) => [record.customer.id, record]))
  for (const one of loaded)
    if (one.state === 'present' && !one.record.facts.deleted) byId.set(one.id, one.record)
  return { existing: [...byId.values()], suppressed }
}

/** The claims that the store would not give, as the plan before had asked for them: their rows are left out. */
function refusedClaims(before: RefusedPlan<ImportPlan> | null): Claim[] {
  if (before === null) return []
  const taken = before.problems.filter(({ code }) => code === 'commit.identity-taken')
  return before.plan.changeSet.changes.flatMap((change) =>
    change.type === 'put'
      ? change.claims.filter((claim) =>
          taken.some(
            ({ path, params }) => params?.['id'] === change.customer.id && claim.startsWith(`${path[0]}:`),
          ),
        )
      : [],
  )
}
