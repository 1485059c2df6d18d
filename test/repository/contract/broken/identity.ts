import type { CustomerRecord } from '../../../../src/customer/record.js'
import type { Customer } from '../../../../src/customer/customer.js'
import type { MemoryRepository } from 'clientele/memory'
import { isNewId } from '../../../../src/value/id.js'
import { changing, loading, reading, type BrokenGroup, type Fault } from './broken-adapter.js'

const writing = (alter: (customer: Customer) => Customer): Fault =>
  changing((change) => [change.type === 'put' ? { ...change, customer: alter(change.customer) } : change])

export const brokenIdentity: BrokenGroup = {
  group: 'identity',
  adapters: [
    {
      fault: 'declares what it cannot do',
      caughtBy: 'the repository declares what the suite was told of it',
      wrap: (sound) => ({ capabilities: { ...sound.capabilities, transactions: true } }),
    },
    {
      fault: 'loads every id once, in an order of its own',
      caughtBy: 'load answers every id in the order asked, repeats included',
      wrap: (sound) => ({
        load: (async (ids: readonly string[], options?: never) =>
          sound.load([...new Set(ids)].toSorted(), options)) as MemoryRepository['load'],
      }),
    },
    {
      fault: 'finds names that every object has',
      caughtBy: 'an id that nobody has is unknown, even one that every object has',
      wrap: loading((one) => (one.id in {} ? { id: one.id, state: 'deleted' } : one)),
    },
    {
      fault: 'gives the same id to everybody new',
      caughtBy: 'new:1 of another change set is another customer',
      wrap: (sound) => ({
        commit: async (changeSet, options) => {
          const [known] = await sound.load(['customer-1'])
          const changes = changeSet.changes.map((change) =>
            change.type === 'put' && known.state === 'present' && isNewId(change.customer.id)
              ? { ...change, customer: { ...change.customer, id: 'customer-1' } }
              : change,
          )
          const answer = await sound.commit({ ...changeSet, changes }, options)
          return answer.ok
            ? { ...answer, value: { ...answer.value, ids: { 'new:1': 'customer-1' } } }
            : answer
        },
      }),
    },
    {
      fault: 'leaves the pointer to a new default address as it was planned',
      caughtBy: 'new addresses get ids of their own, and what points at them follows',
      wrap: reading((record) =>
        record.customer.defaultAddressId === null
          ? record
          : { ...record, customer: { ...record.customer, defaultAddressId: 'new:3' } },
      ),
    },
    {
      fault: 'forgets who was deleted',
      caughtBy: 'the id of a deleted customer is not given again',
      wrap: loading((one) => (one.state === 'deleted' ? { id: one.id, state: 'unknown' } : one)),
    },
    {
      fault: 'normalises text',
      caughtBy: 'text is kept to the character',
      wrap: writing((customer) => ({ ...customer, tags: customer.tags.map((tag) => tag.normalize('NFC')) })),
    },
    {
      fault: 'loses keys that a prototype has',
      caughtBy: 'text is kept to the character',
      wrap: writing((customer) => {
        const metafields: Record<string, never> = {}
        for (const [key, value] of Object.entries(customer.metafields)) metafields[key] = value as never
        return { ...customer, metafields }
      }),
    },
    {
      fault: 'keeps lists in an order of its own',
      caughtBy: 'the order of tags and of addresses is kept',
      wrap: writing((customer) => ({ ...customer, tags: customer.tags.toSorted() })),
    },
    {
      fault: 'loses statistics',
      caughtBy: 'a record comes back as it was stored, its statistics and facts included',
      wrap: reading((record) => ({ ...record, statistics: { ...record.statistics, lastOrderAt: null } })),
    },
    {
      fault: 'tells other facts in a list than in a load',
      caughtBy: 'facts and statistics of a record do not depend on the way to it',
      wrap: (sound) => ({
        list: async (page, options) => {
          const { records, next } = await sound.list(page, options)
          return { records: records.map((one) => ({ ...one, facts: { ...one.facts, custom: {} } })), next }
        },
      }),
    },
    {
      fault: 'compares emails as they are typed',
      caughtBy: 'an email finds its record however its letters are typed',
      wrap: (sound) => ({
        findByIdentity: async ({ emails, phones }, options) => {
          const found = await sound.findByIdentity({ emails, phones }, options)
          const typed: readonly string[] = emails
          const isMatch = ({ customer }: CustomerRecord) =>
            typed.includes(customer.email ?? '') || phones.includes(customer.phone ?? '')
          return { ...found, records: found.records.filter(isMatch) }
        },
      }),
    },
    {
      fault: 'knows no phones',
      caughtBy: 'a phone finds its record',
      wrap: (sound) => ({
        findByIdentity: async ({ emails }, options) => sound.findByIdentity({ emails, phones: [] }, options),
      }),
    },
    {
      fault: 'finds twice what matches twice',
      caughtBy: 'a record that is found by several contacts is given once, and all in the order of ids',
      wrap: (sound) => ({
        findByIdentity: async ({ emails, phones }, options) => {
          const { suppressed } = await sound.findByIdentity({ emails, phones }, options)
          const byPhone = await sound.findByIdentity({ emails: [], phones }, options)
          const byEmail = await sound.findByIdentity({ emails, phones: [] }, options)
          return { records: [...byEmail.records, ...byPhone.records], suppressed }
        },
      }),
    },
    {
      fault: 'finds everybody when asked for nobody',
      caughtBy: 'who asks for nobody finds nobody',
      wrap: (sound) => ({
        findByIdentity: async ({ emails, phones }, options) => {
          const found = await sound.findByIdentity({ emails, phones }, options)
          if (emails.length + phones.length > 0) return found
          return { ...found, records: (await sound.list({ after: null, limit: 100 })).records }
        },
      }),
    },
    {
      fault: 'shows those who are out of use',
      caughtBy: 'C-6 a record that is out of use is loaded with that fact, and neither found nor listed',
      wrap: changing((change) => (change.type === 'state' && change.field === 'deleted' ? [] : [change])),
    },
    {
      fault: 'follows only one step of a chain of merges',
      caughtBy: 'R-1 M-10 a merged id leads to the end of the chain',
      wrap: (sound) => {
        const steps = new Map<string, string>()
        return {
          commit: async (changeSet, options) => {
            for (const change of changeSet.changes)
              if (change.type === 'tombstone' && change.into !== null) steps.set(change.id, change.into)
            return sound.commit(changeSet, options)
          },
          ...loading((one) =>
            one.state === 'merged' ? { ...one, into: steps.get(one.id) ?? one.into } : one,
          )(sound),
        }
      },
    },
    {
      fault: 'gives a merged id the record of the survivor',
      caughtBy: 'R-1 a merged id leads to the survivor, and only the survivor is found',
      wrap: (sound) => ({
        load: (async (ids: readonly string[], options?: never) => {
          const loaded = await sound.load(ids, options)
          return Promise.all(
            loaded.map(async (one) => (one.state === 'merged' ? (await sound.load([one.into]))[0] : one)),
          )
        }) as MemoryRepository['load'],
      }),
    },
    {
      fault: 'lists in the order in which records came',
      caughtBy: 'list gives every living record once, in the order of ids',
      wrap: (sound) => ({
        list: async ({ after, limit }, options) => {
          const { records } = await sound.list({ after: null, limit: 100 }, options)
          const reversed = records.toReversed()
          const from = after === null ? 0 : reversed.findIndex(({ customer }) => customer.id === after) + 1
          const page = reversed.slice(from, from + limit)
          return {
            records: page,
            next: from + limit < reversed.length ? (page.at(-1)?.customer.id ?? null) : null,
          }
        },
      }),
    },
    {
      fault: 'repeats a record at the border of two pages',
      caughtBy: 'list gives every living record once, in the order of ids',
      wrap: (sound) => ({
        list: async ({ after, limit }, options) => {
          const page = await sound.list({ after, limit }, options)
          return {
            ...page,
            next: page.next === null ? null : (page.records.at(-2)?.customer.id ?? page.next),
          }
        },
      }),
    },
    {
      fault: 'counts rows to find a page, so that it skips when one is gone',
      caughtBy: 'a list goes on where it was, whoever was ended in between',
      wrap: (sound) => ({
        list: async ({ after, limit }, options) => {
          const { records } = await sound.list({ after: null, limit: 100 }, options)
          const from = Number(after ?? 0)
          const next = from + limit < records.length ? String(from + limit) : null
          return { records: records.slice(from, from + limit), next }
        },
      }),
    },
    {
      fault: 'begins again when it is at its end',
      caughtBy: 'list gives every living record once, in the order of ids',
      wrap: (sound) => ({
        list: async (page, options) => {
          const { records, next } = await sound.list(page, options)
          return { records, next: next ?? '' }
        },
      }),
    },
    {
      fault: 'says that there is another page when there is none',
      caughtBy: 'the last page says that it is the last, also when it is full',
      wrap: (sound) => ({
        list: async (page, options) => {
          const { records, next } = await sound.list(page, options)
          return { records, next: next ?? (records.length === page.limit ? 'zzz' : null) }
        },
      }),
    },
    {
      fault: 'knows nobody who was erased',
      caughtBy: 'G-1 contacts of an erased person are reported, former ones included, and no others',
      wrap: changing((change) => (change.type === 'suppress' ? [] : [change])),
    },
    {
      fault: 'forgets the contacts that an erased person had before',
      caughtBy: 'G-1 contacts of an erased person are reported, former ones included, and no others',
      wrap: (sound) => ({
        findByIdentity: async (identities, options) => {
          const found = await sound.findByIdentity(identities, options)
          return {
            ...found,
            suppressed: { ...found.suppressed, emails: found.suppressed.emails.slice(0, 1) },
          }
        },
      }),
    },
  ],
}
