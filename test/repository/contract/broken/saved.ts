import type { MemoryRepository } from 'clientele/memory'
import type { CustomerRecord } from '../../../../src/customer/record.js'
import { success } from '../../../../src/outcome/outcome.js'
import type { BrokenAdapter, BrokenGroup, Fault } from './broken-adapter.js'

type Segments = MemoryRepository['segments']
type Memberships = ReturnType<MemoryRepository['memberships']>

const segments =
  (alter: (sound: Segments) => Partial<Segments>): Fault =>
  (sound) => ({
    segments: { ...sound.segments, ...alter(sound.segments) },
  })

const members =
  (alter: (sound: Memberships, id: string) => Partial<Memberships>): Fault =>
  (sound) => ({
    memberships: (id) => ({ ...sound.memberships(id), ...alter(sound.memberships(id), id) }),
  })

const row = (caughtBy: string, fault: string, wrap: Fault): BrokenAdapter => ({ fault, caughtBy, wrap })

let numbered = 0

export const brokenSaved: BrokenGroup = {
  group: 'segments',
  adapters: [
    row(
      'S-1 a segment comes back as it was saved, with an id and a revision of the store',
      'keeps queries without blanks',
      segments((sound) => ({
        save: (wish, expected, options) =>
          sound.save({ ...wish, query: wish.query.replaceAll(' ', '') }, expected, options),
      })),
    ),
    row(
      'S-1 saved segments are listed by their folded names, by code points',
      'lists the last one first',
      segments((sound) => ({ list: async (options) => (await sound.list(options)).toReversed() })),
    ),
    row(
      'S-1 a name is taken in whatever spelling it comes, and its own may stay',
      'lets two have a name',
      segments((sound) => ({
        save: (wish, expected, options) =>
          sound.save({ ...wish, name: `${wish.name}${'\u200B'.repeat(++numbered % 50)}` }, expected, options),
      })),
    ),
    row(
      'S-1 a segment is saved again under the revision that was read, and keeps its id and beginning',
      'has it begin anew',
      segments((sound) => ({
        save: async (wish, expected, options) => {
          const saved = await sound.save(wish, expected, options)
          return saved.ok ? { ...saved, value: { ...saved.value, createdAt: wish.at } } : saved
        },
      })),
    ),
    row(
      'S-1 what was changed since it was read is stale, and so is what is not there',
      'looks at no revision',
      segments((sound) => ({
        save: async (wish, expected, options) => {
          const now = (await sound.list()).find(({ id }) => id === wish.id)
          return sound.save(wish, now?.revision ?? expected, options)
        },
      })),
    ),
    row(
      'S-1 a stale segment whose new name is taken is told both',
      'tells one reason',
      segments((sound) => ({
        save: async (wish, expected, options) => {
          const saved = await sound.save(wish, expected, options)
          return saved.ok ? saved : { ok: false, problems: [saved.problems[0]] }
        },
      })),
    ),
    row(
      'S-1 the name of a segment that was removed is free, and its id is not given again',
      'removes nothing',
      segments(() => ({ remove: async () => success(null) })),
    ),
    row(
      'S-1 of two who save one name at once one wins',
      'says that all was saved',
      segments((sound) => ({
        save: async (wish, expected, options) => {
          const saved = await sound.save(wish, expected, options)
          return saved.ok
            ? saved
            : success({ ...wish, id: 'x', createdAt: wish.at, updatedAt: wish.at, revision: 'x' })
        },
      })),
    ),
    row(
      'S-1 names and queries are kept to the character',
      'trims names',
      segments((sound) => ({
        save: (wish, expected, options) => sound.save({ ...wish, name: wish.name.trim() }, expected, options),
      })),
    ),
    row(
      'calls of saved segments that were given up before they began do nothing',
      'lists, though nobody waits',
      segments((sound) => ({ list: () => sound.list() })),
    ),
    row(
      'S-2 who is found enters, whoever is no longer found leaves, and nothing else is told',
      'tells nobody who leaves',
      members((sound) => ({
        replace: async (filter, options) => {
          const change = await sound.replace(filter, options)
          return change.ok ? success({ ...change.value, left: [] }) : change
        },
      })),
    ),
    row(
      'S-2 memberships are as of the last time that they were replaced',
      'tells who would be in it now',
      (sound) => ({
        memberships: (id) => {
          const list = sound.memberships(id)
          let last: Parameters<Memberships['replace']>[0] | null = null
          return {
            ...list,
            replace: (filter, options) => list.replace((last = filter), options),
            members: async (page, options) => {
              if (last !== null) await list.replace(last)
              return list.members(page, options)
            },
          }
        },
      }),
    ),
    row(
      'S-2 members are told in the order of ids by code points, in pages of any size',
      'tells members in the order of UTF-16',
      members((sound) => ({
        members: async (page, options) => {
          const { ids, next } = await sound.members(page, options)
          return { ids: ids.toSorted(), next }
        },
      })),
    ),
    row('S-2 the memberships of one segment are not those of another', 'keeps one list for all', (sound) => {
      let first: string | null = null
      return { memberships: (id) => sound.memberships((first ??= id)) }
    }),
    row(
      'S-2 whoever is merged or deleted is no member any more, and has not left either',
      'keeps who has ended',
      (sound) => {
        const kept = new Map<string, readonly string[]>()
        return {
          memberships: (id) => ({
            replace: async (filter, options) => {
              const change = await sound.memberships(id).replace(filter, options)
              kept.set(id, (await sound.memberships(id).members({ after: null, limit: 100 })).ids)
              return change
            },
            members: async () => ({ ids: kept.get(id) ?? [], next: null }),
          }),
        }
      },
    ),
    row('G-1 whoever is erased is no member any more', 'keeps who was erased', (sound) => {
      let kept: readonly string[] = []
      return {
        memberships: (id) => ({
          replace: async (filter, options) => {
            const change = await sound.memberships(id).replace(filter, options)
            if (change.ok) kept = change.value.entered
            return change
          },
          members: async () => ({ ids: kept, next: null }),
        }),
      }
    }),
    row(
      'S-2 a segment that is removed has no members, and takes none',
      'has members of no segment',
      members(() => ({ replace: async () => success({ entered: [], left: [] }) })),
    ),
    row(
      'S-2 a segment keeps its members when it is saved again',
      'empties a segment that is saved',
      (sound) => {
        const emptied = new Set<string>()
        return {
          segments: {
            ...sound.segments,
            save: (wish, expected, options) => {
              if (wish.id !== null) emptied.add(wish.id)
              return sound.segments.save(wish, expected, options)
            },
          },
          memberships: (id) => ({
            ...sound.memberships(id),
            members: async (page, options) =>
              emptied.has(id) ? { ids: [], next: null } : sound.memberships(id).members(page, options),
          }),
        }
      },
    ),
    row(
      'calls of memberships that were given up before they began do nothing',
      'replaces, though nobody waits',
      members((sound) => ({ replace: (filter) => sound.replace(filter) })),
    ),
  ],
}

type Blocks = MemoryRepository['findByBlockingKeys']
const blocks =
  (find: (sound: Blocks) => Blocks): Fault =>
  (sound) => ({
    findByBlockingKeys: find(sound.findByBlockingKeys),
  })

type Others = MemoryRepository['distinctFrom']
const others =
  (tell: (sound: Others, ...given: Parameters<Others>) => ReturnType<Others>): Fault =>
  (sound) => ({
    distinctFrom: async (...given) => tell(sound.distinctFrom, ...given),
  })

export const brokenDuplicates: BrokenGroup = {
  group: 'duplicates',
  adapters: [
    row(
      'everybody is found by each of their own keys',
      'finds nobody',
      blocks(() => async () => []),
    ),
    row(
      'who holds several of the keys is found once, all in the order of ids, and no more than asked',
      'takes no notice of the limit',
      blocks(
        (sound) =>
          ({ keys }, options) =>
            sound({ keys, limit: 1000 }, options),
      ),
    ),
    row(
      'whoever writes in characters of two units is found by each of their own keys',
      'looks characters of two units up as two',
      blocks(
        (sound) =>
          ({ keys, limit }, options) =>
            sound({ keys: keys.filter((key) => !/\p{Surrogate}|[^\0-\uffff]/u.test(key)), limit }, options),
      ),
    ),
    row('keys that nobody holds find nobody', 'finds everybody by no key', (sound) => ({
      findByBlockingKeys: async (page, options) =>
        page.keys.length === 0
          ? (await sound.list({ after: null, limit: 9 })).records
          : sound.findByBlockingKeys(page, options),
    })),
    ...['keys follow what is committed', 'nobody who has ended or is out of use is found by their keys'].map(
      (name) => ({
        fault: `keeps keys as they were at first (${name})`,
        caughtBy: name,
        wrap: ((sound) => {
          const before = new Map<string, Promise<Awaited<ReturnType<Blocks>>>>()

          return {
            findByBlockingKeys: (page, options) => {
              const key = JSON.stringify(page.keys)
              const known = before.get(key) ?? sound.findByBlockingKeys(page, options)
              before.set(key, known)
              return known
            },
          }
        }) satisfies Fault,
      }),
    ),
    row('G-1 nobody who was erased is found by their keys', 'finds whom it finds', (sound) => ({
      findByBlockingKeys: async () => {
        const [anna] = await sound.load(['anna'])
        return anna.state === 'present' ? [anna.record] : []
      },
    })),
    row(
      'what is told by a key is what load tells',
      'tells a record without its facts',
      blocks(
        (sound) => async (page, options) =>
          (await sound(page, options)).map((one) => ({
            ...one,
            facts: { ...one.facts, vaultedCards: 'unknown' },
          })),
      ),
    ),
    row(
      'who asks for keys and has given up is told nothing',
      'looks up, though nobody waits',
      blocks((sound) => (page) => sound(page)),
    ),
    row(
      'that two are different people is told of both, once, and of nobody else',
      'tells it of the first alone',
      others(async (sound, ids) => (await sound(ids)).filter(([one]) => ids.includes(one))),
    ),
    row(
      'of many asked for at once each pair is told once, in the order of ids',
      'tells a pair of each who is asked for',
      others(async (sound, ids) => (await Promise.all(ids.map((id) => sound([id])))).flat()),
    ),
    row(
      'of many asked for at once each pair is told once, in the order of ids',
      "orders ids by JavaScript's own order",
      others(async (sound, ids) =>
        (await sound(ids)).toSorted(([, one], [, other]) => (one < other ? -1 : 1)).toSorted(byFirst),
      ),
    ),
    row(
      'of many asked for at once each pair is told once, in the order of ids',
      'tells only of pairs who were both asked for',
      others(async (sound, ids) =>
        ids.length < 2
          ? sound(ids)
          : (await sound(ids)).filter((pair) => pair.every((id) => ids.includes(id))),
      ),
    ),
    row(
      'that a merged record was somebody else is told of its survivor',
      'tells who was merged',
      others(async (sound, ids) => (await sound(ids)).map(([one]) => [one, 'ben'])),
    ),
    row(
      'what was said of a merged record holds for the end of a chain of merges, and of nobody against themselves',
      'follows one merge, and no further',
      others(async (sound, ids) => (ids.includes('p2') || ids.includes('p1') ? [['p1', 'p4']] : sound(ids))),
    ),
    row(
      'what was said of a merged record holds for the end of a chain of merges, and of nobody against themselves',
      'says of somebody that they are not themselves',
      others(async (sound, ids) => (ids.includes('p2') ? [...(await sound(ids)), ['p3', 'p3']] : sound(ids))),
    ),
    row(
      'nobody who has ended is told as somebody else',
      'tells everybody it was ever told of',
      others(async (sound, ids) => {
        const told = await sound(ids)
        return told.some(([, other]) => other === 'cleo') ? [['anna', 'ben'], ...told] : told
      }),
    ),
    row(
      'C-6 that two are different people stands while one of them is out of use',
      'tells it of those who are found',
      (sound) => ({
        distinctFrom: async (ids, options) => {
          const pairs = await sound.distinctFrom(ids, options)
          const found = new Set((await sound.list({ after: null, limit: 9 })).records.map(idOf))
          return pairs.filter((pair) => pair.every((id) => found.has(id)))
        },
      }),
    ),
    row(
      'who asks for other people and has given up is told nothing',
      'looks up, though nobody waits',
      others((sound, ids) => sound(ids)),
    ),
  ],
}

function byFirst([one]: readonly [string, string], [other]: readonly [string, string]): number {
  return one < other ? -1 : Number(one !== other)
}

function idOf({ customer }: CustomerRecord): string {
  return customer.id
}
