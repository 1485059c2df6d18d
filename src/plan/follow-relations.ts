import type { CustomerId, EffectId } from '../value/id.js'
import type { ReassignChange, RedactChange } from './change.js'
import type { Context } from './context.js'
import type { Effect } from './effect.js'
import type { RelationMode } from './store-traits.js'

/** What happens to one kind of the host's rows: in the commit, by an outbox row, or nothing because there is no such table. */
export interface RelationFate {
  readonly relation: string
  readonly mode: RelationMode
}

/** How the host's tables follow a change of records: every kind is answered, so none is lost by being forgotten. */
export interface RelationWork<Change> {
  readonly fates: readonly RelationFate[]
  readonly changes: readonly Change[]
  readonly outbox: readonly Effect[]
}

/** Re-points the rows of the absorbed records to the survivor (M-1): one instruction a kind, however many rows. */
export function reassignRelations(
  context: Pick<Context, 'key' | 'store'>,
  from: readonly CustomerId[],
  to: CustomerId,
): RelationWork<ReassignChange> {
  return follow(
    context,
    (relation) => ({ type: 'reassign', relation, from, to }),
    (relation, id) => ({ id, type: 'reassign', relation, from, to }),
  )
}

/** Erases a person from the host's tables (D-6). */
export function redactRelations(
  context: Pick<Context, 'key' | 'store'>,
  customer: CustomerId,
): RelationWork<RedactChange> {
  return follow(
    context,
    (relation) => ({ type: 'redact', relation, id: customer }),
    (relation, id) => ({ id, type: 'redact', relation, customer }),
  )
}

function follow<Change>(
  { key, store }: Pick<Context, 'key' | 'store'>,
  toChange: (relation: string) => Change,
  toEffect: (relation: string, id: EffectId) => Effect,
): RelationWork<Change> {
  const fates = Object.entries(store.relations).map(([relation, mode]) => ({ relation, mode }))
  const relationsWith = (wanted: RelationMode): readonly string[] =>
    fates.filter(({ mode }) => mode === wanted).map(({ relation }) => relation)
  return {
    fates,
    changes: relationsWith('in-commit').map(toChange),
    outbox: relationsWith('outbox').map((relation, index) =>
      toEffect(relation, `${key}/effect/${index + 1}`),
    ),
  }
}
