export {
  createMemoryRepository,
  type MemoryRepository,
  type MemoryRepositoryOptions,
} from './memory-repository.js'
export type { Person } from '../../plan/person.js'
export type { MemorySnapshot } from './snapshot.js'
export type { HostRelations, InCommitRelation } from './host.js'
export type { StoredEvent } from './timelines.js'
