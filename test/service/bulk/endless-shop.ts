import type { ChangeSet, CustomerRecord, CustomerRepository, Loaded, TimelineEntry } from 'clientele'
import { noRelations } from 'clientele'
import { buildRecord } from 'clientele/testing'

/** So many timelines are kept; a campaign needs those of whom it writes to just now. */
const KEPT = 500

/**
 * A store of as many customers as wished, made when they are read, and forgotten: what grows with it is not the store. One in so many
 * is tagged.
 */
export function endlessShop(count: number, oneIn = 1): CustomerRepository {
  const model = buildRecord({ customer: { tags: [], emailMarketingConsent: { state: 'SUBSCRIBED' } } })
  const recordAt = (index: number): CustomerRecord => {
    const id = String(index).padStart(9, '0')
    const tags = index % oneIn === 0 ? ['vip'] : []
    const named = { id, email: `c${id}@example.com`, firstName: `C${index}`, tags }
    return { ...model, customer: { ...model.customer, ...named } }
  }
  const timelines = new Map<string, TimelineEntry[]>()
  const remember = ({ changes }: ChangeSet): void => {
    for (const change of changes) {
      if (change.type !== 'event') continue
      timelines.set(change.customer, [...(timelines.get(change.customer) ?? []), change])
      if (timelines.size > KEPT) timelines.delete(timelines.keys().next().value as string)
    }
  }
  return {
    capabilities: {
      statistics: 'projected',
      relations: noRelations,
      notStored: [],
      guards: 'in-commit',
      transactions: false,
    },
    load: async (ids) =>
      ids.map((id): Loaded => ({ id, state: 'present', record: recordAt(Number(id)) })) as never,
    findByIdentity: async () => ({ records: [], suppressed: { emails: [], phones: [] } }),
    list: async ({ after, limit }) => {
      const from = Number(after ?? 0)
      const end = Math.min(from + limit, count)
      const records = Array.from({ length: end - from }, (_, index) => recordAt(from + index))
      return { records, next: end < count ? String(end) : null }
    },
    commit: async (changeSet) => {
      remember(changeSet)
      return {
        ok: true,
        value: { revisions: {}, ids: {}, summary: changeSet.summary, replayed: false },
        warnings: [],
      }
    },
    timeline: async (id) => timelines.get(id) ?? [],
    outcomeOf: async () => null,
    outbox: async () => [],
    acknowledge: async () => undefined,
  }
}
