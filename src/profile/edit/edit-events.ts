import type { Touch } from '../../plan/touch.js'
import type { TimelineEvent } from '../../timeline/event.js'
import type { Actor } from '../../value/actor.js'

/** Fields that have events of their own. */
const apart: ReadonlySet<string> = new Set(['tags', 'account'])

/** What the timeline will say: which fields changed and how many tags, but not what is in them; not of the account. */
export function editEvents(changed: readonly Touch[], by: Actor): TimelineEvent[] {
  const all = [...new Set(changed.map(({ path }) => path[0] as string))]
  const fields = all.filter((field) => !apart.has(field))
  return [
    ...(fields.length === 0 ? [] : [{ kind: 'edited', by, fields } as const]),
    ...tagsChanged(
      changed.filter(({ path }) => path[0] === 'tags'),
      by,
    ),
  ]
}

function tagsChanged(tags: readonly Touch[], by: Actor): TimelineEvent[] {
  const added = tags.filter(({ after }) => after !== null).length
  const removed = tags.filter(({ before }) => before !== null).length
  return tags.length === 0 ? [] : [{ kind: 'tags-changed', by, added, removed }]
}
