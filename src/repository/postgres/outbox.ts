import { invariant } from '../../outcome/invariant.js'
import type { Receipt } from '../../plan/change-set.js'
import type { Effect } from '../../plan/effect.js'
import type { RequestDigest } from '../../plan/request.js'
import type { EffectId } from '../../value/id.js'
import { isStorable } from '../../value/text.js'
import { acknowledgeEffects } from '../memory/outbox.js'
import { ask, type Session } from './session.js'
import type { Settings } from './settings.js'
import { stagingOf } from './staging.js'
import { readWhole } from './widen.js'
import { changesOf } from './world-changes.js'
import { writeWorld } from './write-world.js'

/** The oldest effects that wait, in order. */
export async function waitingEffects(session: Session, limit: number): Promise<readonly Effect[]> {
  invariant(limit >= 1, 'a page holds at least one effect')
  const text = `select coalesce(jsonb_agg(x.effect order by x.arrived, x.ordinal, x.id), '[]')::text as answer from (
    select * from ${session.tables.outbox} where shop = $1 order by arrived, ordinal, id limit ($2::text)::int
  ) x`
  return ask<readonly Effect[]>(session, text, limit)
}

/** Takes effects out, and ends what was waiting for them. */
export async function acknowledge(
  session: Session,
  settings: Settings,
  ids: readonly EffectId[],
): Promise<void> {
  const effects = ids.filter(isStorable)
  const found = await readWhole(session, { ids: [], effects, names: 1 })
  const staging = stagingOf(found, settings, undefined)
  acknowledgeEffects(staging.store, effects)
  await writeWorld(session, found, changesOf(staging, settings, { forgotten: [], silenced: [] }))
}

/** What was carried out under a key. */
export async function outcomeOf(
  session: Session,
  key: string,
): Promise<{ readonly request: RequestDigest; readonly receipt: Receipt } | null> {
  if (!isStorable(key)) return null
  const { receipts } = session.tables
  const text = `select coalesce((
    select jsonb_build_object('request', x.request, 'receipt', x.receipt) from ${receipts} x
    where x.shop = $1 and x.key = $2::text::jsonb ->> 'key'
  ), 'null')::text as answer`
  return ask(session, text, { key })
}
