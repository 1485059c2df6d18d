import type { Touch } from '../../plan/touch.js'
import type { TimelineEvent } from '../../timeline/event.js'
import type { Actor } from '../../value/actor.js'

/** What the timeline will say: which fields changed and how many tags, but not what is in them; the account has an event of its own. */
export function editEvents(changed: readonly Touch[], by: Actor): TimelineEvent[] {
  const fields: string[] = []
  let [added, removed] = [0, 0]
  for (const { path, before, after } of changed) {
    const field = path[0] as string
    if (field === 'tags') {
      if (after !== null) added++
      if (before !== null) removed++
    } else if (field !== 'account' && !fields.includes(field)) fields.push(field)
  }
  const events: TimelineEvent[] = []
  if (fields.length > 0) events.push({ kind: 'edited', by, fields })
  if (added + removed > 0) events.push({ kind: 'tags-changed', by, added, removed })
  return events
}
