import { allCustomers } from 'clientele/segment'
import type { RecordPage, RecordQuery, TimelineEntry } from 'clientele'
import { success } from '../../../../src/outcome/outcome.js'
import { valueOf } from '../../../service/customers-on.js'
import type { BrokenGroup, Fault } from './broken-adapter.js'

type Finder = (query: RecordQuery) => Promise<RecordPage>

/** Finds by way of what a sound adapter finds. */
function finding(find: (query: RecordQuery, sound: Finder) => Promise<RecordPage>): Fault {
  return (sound) => ({
    find: async (query, options) =>
      success(await find(query, async (asked) => valueOf(await sound.find(asked, options)))),
  })
}

/** Tells another timeline than there is. */
function telling(alter: (events: readonly TimelineEntry[], id: string) => readonly TimelineEntry[]): Fault {
  return (sound) => ({
    timeline: async (id, options) => alter(await sound.timeline(id, options), id),
  })
}

const once = 'R-2 find gives everybody once, however large the pages'
const holds = 'S-2 find gives exactly those for whom a segment holds: tags'
const searched = 'L-4a find searches in the sense of matchesSearch: signs that mean nothing'
const follows = 'S-2 find follows what is committed, and finds nobody who is gone'
const inOrder = 'T-3 the timeline is told oldest first, in whatever order it was written'
const ofOneMoment = 'T-3 events of one moment are told in the order in which they came'
const asWritten = 'T-3 an event is told as it was written, and to no other timeline'
const merged =
  'M-1 M-10 the timelines of all who were merged are told with the survivor, each event once and in its place'

export const brokenReading: BrokenGroup = {
  group: 'search',
  adapters: [
    {
      fault: 'leaves out whoever is first on a further page',
      caughtBy: once,
      wrap: finding(async (query, sound) => {
        const page = await sound(query)
        return query.after === null ? page : { ...page, records: page.records.slice(1) }
      }),
    },
    {
      fault: 'begins every page with the last of the one before',
      caughtBy: once,
      wrap: (sound) => {
        let last: RecordPage['records'] = []
        return {
          find: async (query, options) => {
            const page = valueOf(await sound.find(query, options))
            const records = query.after === null ? page.records : [...last, ...page.records]
            last = page.records.slice(-1)
            return success({ ...page, records: records.slice(0, query.limit) })
          },
        }
      },
    },
    {
      fault: 'takes no notice of the limit',
      caughtBy: once,
      wrap: finding(async (query, sound) => sound({ ...query, limit: 100 })),
    },
    {
      fault: 'never says that a page is the last',
      caughtBy: once,
      wrap: finding(async (query, sound) => ({ ...(await sound(query)), next: 'emil' })),
    },
    {
      fault: 'takes no notice of the segment',
      caughtBy: holds,
      wrap: finding(async (query, sound) => sound({ ...query, where: allCustomers })),
    },
    {
      fault: 'compares tags as they are typed',
      caughtBy: holds,
      wrap: finding(async (query, sound) => {
        const page = await sound(query)
        const isTagged = query.where.text === "customer_tags CONTAINS 'VIP'"
        return isTagged
          ? { ...page, records: page.records.filter(({ customer }) => customer.tags.includes('VIP')) }
          : page
      }),
    },
    {
      fault: 'searches in the first name alone',
      caughtBy: 'L-4a find searches in the sense of matchesSearch: names in any order',
      wrap: finding(async (query, sound) => {
        const { records, next } = await sound({ ...query, search: null })
        const search = (query.search ?? '').toLowerCase()
        const isFound = ({ customer }: (typeof records)[number]): boolean =>
          (customer.firstName ?? '').toLowerCase().includes(search)
        return { records: records.filter(isFound), next }
      }),
    },
    {
      fault: 'reads signs in a search as wildcards',
      caughtBy: searched,
      wrap: finding(async (query, sound) =>
        sound({ ...query, search: query.search === '%' || query.search === '_' ? '' : query.search }),
      ),
    },
    {
      fault: 'finds by the segment or by the search',
      caughtBy: 'R-2 who is found by a segment and a search is found by both',
      wrap: finding(async (query, sound) =>
        sound(query.search === null ? query : { ...query, where: allCustomers }),
      ),
    },
    {
      fault: 'finds in an index that no commit reaches',
      caughtBy: follows,
      wrap: (sound) => {
        const index = sound.list({ after: null, limit: 100 })
        return {
          find: async (query, options) => {
            const page = valueOf(await sound.find(query, options))
            const { records } = await index
            return success({ ...page, records: query.search === 'anna' ? records.slice(0, 1) : page.records })
          },
        }
      },
    },
    {
      fault: 'finds records without what the host knows of them',
      caughtBy: 'R-2 what find tells of a record is what load tells',
      wrap: finding(async (query, sound) => {
        const { records, next } = await sound(query)
        return {
          records: records.map((one) => ({ ...one, facts: { ...one.facts, orderHistory: 'unknown' } })),
          next,
        }
      }),
    },
    {
      fault: 'searches on, though nobody waits',
      caughtBy: 'a search that was given up before it began throws',
      wrap: (sound) => ({ find: async (query) => sound.find(query) }),
    },
    {
      fault: 'tells the newest first',
      caughtBy: inOrder,
      wrap: telling((events) => events.toReversed()),
    },
    {
      fault: 'sorts events of one moment by their ids',
      caughtBy: ofOneMoment,
      wrap: telling((events) => events.toSorted((one, other) => (one.id < other.id ? -1 : 1))),
    },
    {
      fault: 'tells an event without who did it',
      caughtBy: asWritten,
      wrap: telling((events) =>
        events.map((one) => ({ ...one, event: { kind: 'created', by: { type: 'system', id: null } } })),
      ),
    },
    {
      fault: 'tells one timeline of all',
      caughtBy: asWritten,
      wrap: (sound) => ({
        timeline: async () =>
          (await Promise.all(['anna', 'ben', 'cleo'].map((id) => sound.timeline(id)))).flat(),
      }),
    },
    {
      fault: 'tells what was written for the very id',
      caughtBy: merged,
      wrap: telling((events, id) => events.filter(({ customer }) => customer === id)),
    },
    {
      fault: 'tells one timeline after the other',
      caughtBy: merged,
      wrap: telling((events) => events.toSorted((one, other) => (one.customer < other.customer ? -1 : 1))),
    },
    {
      fault: 'remembers the timeline of an erased person',
      caughtBy: 'G-1 the timeline that is told of an erased person begins with the erasure',
      wrap: (sound) => {
        const kept = new Map<string, TimelineEntry>()
        return {
          timeline: async (id, options) => {
            for (const event of await sound.timeline(id, options)) kept.set(event.id, event)
            return [...kept.values()]
          },
          commit: async (changes, options) => {
            for (const event of await sound.timeline('anna')) kept.set(event.id, event)
            return sound.commit(changes, options)
          },
        }
      },
    },
    {
      fault: 'tells a timeline, though nobody waits',
      caughtBy: 'who asks for a timeline and has given up is told nothing',
      wrap: (sound) => ({ timeline: async (id) => sound.timeline(id) }),
    },
  ],
}
