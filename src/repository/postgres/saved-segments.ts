import type { Outcome } from '../../outcome/outcome.js'
import { foldText } from '../../value/text.js'
import { removeSegment, saveSegment } from '../memory/saved-segments.js'
import type { Store } from '../memory/store.js'
import type { SavedSegment, SavedSegmentProblem, SegmentWish } from '../saved-segments.js'
import type { Revision, SegmentId } from '../../value/id.js'
import { answersTo, ask, type Session } from './session.js'
import type { Settings } from './settings.js'
import { stagingOf } from './staging.js'
import type { Tables } from './tables.js'

interface Answer {
  readonly segments: readonly SavedSegment[]
  readonly names: readonly string[]
}

const columns = `'id', s.id, 'name', s.name, 'query', s.query, 'createdAt', s.created_at, 'updatedAt', s.updated_at, 'revision', s.revision`

/** All saved segments by their folded names. */
export async function listSegments(session: Session): Promise<readonly SavedSegment[]> {
  const text = `select coalesce(jsonb_agg(jsonb_build_object(${columns}) order by s.name_key), '[]')::text as answer
    from ${session.tables.segments} s where s.shop = $1`
  const [segments] = await answersTo<SavedSegment[]>(session, text, [session.shop])
  return segments as SavedSegment[]
}

/** Saves a segment, new or read before. */
export async function saveOne(
  session: Session,
  settings: Settings,
  wish: SegmentWish,
  expected: Revision | 'absent',
): Promise<Outcome<SavedSegment, SavedSegmentProblem>> {
  const outcome = saveSegment(await storeOf(session, settings), wish, expected)
  if (outcome.ok)
    await ask(session, saving(session.tables), { ...outcome.value, key: foldText(outcome.value.name) })
  return outcome
}

/** Removes a segment with its members. */
export async function removeOne(
  session: Session,
  settings: Settings,
  id: SegmentId,
  expected: Revision,
): Promise<Outcome<null, SavedSegmentProblem>> {
  const outcome = removeSegment(await storeOf(session, settings), id, expected)
  if (outcome.ok) await ask(session, removal(session.tables), id)
  return outcome
}

/** The few segments that a shop has, locked, in a small memory store. */
async function storeOf(session: Session, settings: Settings): Promise<Store> {
  const { segments, names } = await ask<Answer>(session, locking(session.tables), null)
  const found = { rows: [], claims: [], counted: [], effects: [], settled: null, names }
  const { store } = stagingOf(found, settings, undefined)
  for (const segment of segments) store.segments.set(segment.id, segment)
  return store
}

function locking({ segments }: Tables): string {
  return `with asked as (select $2::text),
locked as materialized (select s.* from ${segments} s where s.shop = $1 order by s.id for update)
select jsonb_build_object(
  'segments', (select coalesce(jsonb_agg(jsonb_build_object(${columns})), '[]') from locked s),
  'names', jsonb_build_array(gen_random_uuid(), gen_random_uuid())
)::text as answer`
}

/** A row that is there is replaced; a name that somebody else has taken in the meantime breaks the unique index. */
function saving({ segments }: Tables): string {
  return `with saved as (
  insert into ${segments} (shop, id, name, name_key, query, created_at, updated_at, revision)
  select $1::text, r.id, r.name, r.key, r.query, r."createdAt", r."updatedAt", r.revision
  from jsonb_to_record($2::text::jsonb) as r(
    id text, name text, key text, query text, "createdAt" text, "updatedAt" text, revision text
  )
  on conflict (shop, id) do update set name = excluded.name, name_key = excluded.name_key, query = excluded.query,
    updated_at = excluded.updated_at, revision = excluded.revision
)
select 'null' as answer`
}

/** With the members, whose rows follow. */
function removal({ segments }: Tables): string {
  return `with removed as (delete from ${segments} where shop = $1 and id = ($2::text::jsonb #>> '{}'))
select 'null' as answer`
}
