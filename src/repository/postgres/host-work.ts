import type { PostgresRelation, PostgresRelations } from './settings.js'
import type { HostWork } from './staging.js'

/** Tells the host's tables what follows, one after the other, in the transaction of the commit. */
export async function tellHost<Tx>(
  relations: PostgresRelations<Tx>,
  hostWork: readonly HostWork[],
  transaction: Tx,
): Promise<void> {
  for (const work of hostWork) {
    // only relations that follow in the commit are ever told
    const relation = relations[work.relation] as PostgresRelation<Tx>
    if (work.type === 'reassign') await relation.reassign(work.from, work.to, transaction)
    else await relation.redact(work.person, transaction)
  }
}
