import type { ChangeSet } from 'clientele'

/** What becomes of `new:1`, `new:2` … of one change set. */
export type RealIds = ReadonlyMap<string, string>

const isNew = (id: string): boolean => id.startsWith('new:')

// #region real-ids
/** Gives each new customer and address of a change set an id that nothing ever had. */
export function realIdsOf({ changes }: ChangeSet): RealIds {
  const customers = changes.flatMap((change) => (change.type === 'put' ? [change.customer] : []))
  const ids = customers.flatMap(({ id, addresses, billingDetails }) => [
    id,
    ...[...addresses, ...billingDetails].map((address) => address.id),
  ])
  return new Map(ids.filter(isNew).map((id) => [id, crypto.randomUUID()]))
}

/** Under these names stand ids, wherever in a change set. */
const idNames = new Set('id ids from to into customer defaultAddressId defaultBillingDetailsId'.split(' '))

/** The change set with real ids wherever a new one stood; nothing that people wrote is touched. */
export function withRealIds(changeSet: ChangeSet, ids: RealIds): ChangeSet {
  const real = (id: string): string => {
    if (isNew(id) && !ids.has(id)) throw new Error('a change set names a new id that it does not make')
    return ids.get(id) ?? id
  }
  const inside = (value: unknown, name: string): unknown => {
    if (typeof value === 'string') return idNames.has(name) ? real(value) : value
    // of an event all texts are references and codes; those that are no new id stay
    if (name === 'event') return mapTexts(value, (text) => ids.get(text) ?? text)
    if (name === 'metafields' || typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map((one) => inside(one, name))
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inside(one, key)]))
  }
  const { expects, guards, changes, outbox } = changeSet
  return { ...changeSet, ...(inside({ expects, guards, changes, outbox }, '') as Partial<ChangeSet>) }
}
// #endregion

function mapTexts(value: unknown, map: (text: string) => string): unknown {
  if (typeof value === 'string') return map(value)
  if (Array.isArray(value)) return value.map((one) => mapTexts(one, map))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapTexts(one, map)]))
}
