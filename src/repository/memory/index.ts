export {
  createMemoryRepository,
  type MemoryRepository,
  type MemoryRepositoryOptions,
} from './memory-repository.js'
export type { HostRelations, InCommitRelation, Person } from './host.js'
export type { StoredEvent } from './timelines.js'
