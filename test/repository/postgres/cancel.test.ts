import { createPostgresRepository, type PostgresClient, type PostgresRepository } from 'clientele/postgres'
import { describe, expect, it } from 'vitest'
import { changeSet } from '../../../src/repository/contract/change-sets.js'
import { allCustomers } from '../../../src/segment/segment.js'

const at = '2026-11-22T12:00:00.000Z'
const everybody = { where: allCustomers, search: null, moment: { now: at, timeZone: 'UTC' } }
const call = { signal: AbortSignal.abort(new Error('given up')) }

/** Every method, and those again that have an answer without asking the database. */
const calls: Readonly<Record<string, (repository: PostgresRepository<never>) => Promise<unknown>>> = {
  load: (repository) => repository.load(['a'], call),
  knownAs: (repository) => repository.knownAs('a', call),
  findByIdentity: (repository) => repository.findByIdentity({ emails: [], phones: [] }, call),
  findByBlockingKeys: (repository) => repository.findByBlockingKeys({ keys: [], limit: 1 }, call),
  list: (repository) => repository.list({ after: null, limit: 1 }, call),
  find: (repository) => repository.find({ ...everybody, after: null, limit: 1 }, call),
  'find, by a cursor that is none': (repository) =>
    repository.find({ ...everybody, after: 'x', limit: 1 }, call),
  count: (repository) => repository.count(everybody, call),
  timeline: (repository) => repository.timeline('a', call),
  distinctFrom: (repository) => repository.distinctFrom(['a'], call),
  outcomeOf: (repository) => repository.outcomeOf('k', call),
  'outcomeOf, of a key that nothing can have': (repository) => repository.outcomeOf('\0', call),
  outbox: (repository) => repository.outbox({ limit: 1 }, call),
  commit: (repository) => repository.commit(changeSet('k', {}), call),
  acknowledge: (repository) => repository.acknowledge([], call),
  'segments.list': ({ segments }) => segments.list(call),
  'segments.save': ({ segments }) => segments.save({ id: null, name: 'n', query: 'q', at }, 'absent', call),
  'segments.remove': ({ segments }) => segments.remove('a', 'r', call),
  'memberships.replace': (repository) => repository.memberships('a').replace(everybody, call),
  'memberships.members': (repository) => repository.memberships('a').members({ after: null, limit: 1 }, call),
  'memberships.members, of an id that nothing can have': (repository) =>
    repository.memberships('\0').members({ after: null, limit: 1 }, call),
  seed: (repository) => repository.seed([], call),
  project: (repository) => repository.project([], call),
}

const asked = (): Promise<never> => Promise.reject(new Error('the database was asked'))
const client: PostgresClient<never> = {
  query: asked,
  transaction: asked,
  connectionOf: () => ({ query: asked }),
}

describe('a signal that is aborted', () => {
  const repository = createPostgresRepository({ client, shop: 'shop' })

  it.each(Object.entries(calls))('rejects with its reason: %s', (_name, run) =>
    expect(run(repository)).rejects.toThrow('given up'),
  )
})
