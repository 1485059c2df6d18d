import type { HistoryFunction } from '../catalog/function.js'
import type { SegmentFunction } from '../segment.js'
import type { Asking, Scope } from './asking.js'
import type { MappedHistory, MappedStorage, MappedType } from './mapping.js'
import type { StorageAsking } from './storage-asking.js'

/** The events of one function, as the pieces of its query ask them. */
export interface Events extends Asking {
  readonly node: SegmentFunction
  readonly row: HistoryFunction<never>
  readonly history: MappedHistory
  readonly scope: Scope
}

/** What is asked of a field of the events. */
export function fieldAsking(events: Events, field: string, type: MappedType): StorageAsking {
  const { writing, path, name, scope } = events
  return { writing, path, name: `${name}.${field}`, scope, type, key: '' }
}

/** Where a field is stored, if it is. */
export function fieldOf({ history: { fields } }: Events, field: string): MappedStorage | undefined {
  return Object.hasOwn(fields, field) ? fields[field] : undefined
}
