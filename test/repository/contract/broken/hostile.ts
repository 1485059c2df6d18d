import type { Customer } from 'clientele'
import type { JsonValue } from '../../../../src/outcome/json.js'
import { success } from '../../../../src/outcome/outcome.js'
import { foldText } from '../../../../src/value/text.js'
import { changing, type BrokenAdapter, type BrokenGroup, type Fault } from './broken-adapter.js'

/** Stores every text of a customer as something else. */
function storing(alter: (text: string) => string): Fault {
  const inside = (value: JsonValue): JsonValue => {
    if (typeof value === 'string') return alter(value)
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return (value as JsonValue[]).map(inside)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [alter(key), inside(inner)]))
  }
  return changing((change) => {
    if (change.type !== 'put') return [change]
    const { firstName, lastName, note, tags, metafields } = change.customer
    const stored: Partial<Customer> = {
      firstName: firstName === null ? null : alter(firstName),
      lastName: lastName === null ? null : alter(lastName),
      note: note === null ? null : alter(note),
      tags: tags.map(alter),
      metafields: inside(metafields) as Customer['metafields'],
    }
    return [{ ...change, customer: { ...change.customer, ...stored } }]
  })
}

const kept = 'text is kept to the character: '
const orNot = 'text is kept to the character or not at all: '

/** What stores have done to text, by the case that is there to catch it. */
const alterations: readonly (readonly [string, string, (text: string) => string])[] = [
  ['doubles quotes', `${kept}quotes`, (text) => text.replaceAll("'", "''")],
  ['escapes wildcards', `${kept}signs of patterns`, (text) => text.replaceAll('%', '\\%')],
  [
    'knows three bytes a sign',
    `${kept}signs beyond U+FFFF beside others`,
    (text) => text.replace(/[\u{10000}-\u{10FFFF}]/gu, '?'),
  ],
  ['keeps texts folded', `${kept}letters that fold in unlike ways`, foldText],
  ['composes accents', `${kept}accents in two spellings`, (text) => text.normalize('NFC')],
  [
    'drops marks of direction',
    `${kept}what is written from the right`,
    (text) => text.replace(/[\u200F\u202E]/g, ''),
  ],
  ['drops joiners', `${kept}joined signs`, (text) => text.replaceAll('\u200D', '')],
  ['has one end of a line', `${kept}line ends and tabs`, (text) => text.replaceAll('\r\n', '\n')],
  ['drops control characters', `${kept}control characters`, (text) => text.replaceAll('\u001B', '')],
  [
    'takes a text for data',
    `${kept}what looks like data of other kinds`,
    (text) => text.replaceAll('null', ''),
  ],
  [
    'hides names of objects',
    `${kept}names that every object has`,
    (text) => text.replaceAll('__proto__', ''),
  ],
  ['cuts long texts', `${kept}much of it`, (text) => text.slice(0, 5000)],
  ['ends a text at its NUL', `${orNot}a NUL`, (text) => text.split('\u0000')[0] as string],
  ['puts a mark for half a sign', `${orNot}half of a sign`, (text) => text.replaceAll('\uD800', '\uFFFD')],
  ['drops the other half', `${orNot}the other half of a sign`, (text) => text.replaceAll('\uDC00', '')],
  [
    'drops a key that objects have',
    'values of the host are kept whole, numbers and depths included',
    (text) => (text === '__proto__' ? 'proto' : text),
  ],
]

export const brokenText: BrokenGroup = {
  group: 'hostile text',
  adapters: [
    ...alterations.map(
      ([fault, caughtBy, alter]): BrokenAdapter => ({ fault, caughtBy, wrap: storing(alter) }),
    ),
    {
      fault: 'takes ids for numbers where they look like some',
      caughtBy: 'ids may be anything: they lead to whom they name, and to nobody else',
      wrap: (sound) => ({
        load: (async (ids: readonly string[], options?: never) =>
          (
            await sound.load(
              ids.map((id) => (/^0\d+$/.test(id) ? String(Number(id)) : id)),
              options,
            )
          ).map((one, index) => ({ ...one, id: ids[index] as string }))) as typeof sound.load,
      }),
    },
    {
      fault: 'compares keys in any case',
      caughtBy: 'keys may be anything: each is its own',
      wrap: (sound) => ({
        commit: async (changeSet, options) =>
          sound.commit({ ...changeSet, key: changeSet.key.toLowerCase() }, options),
      }),
    },
    {
      fault: 'looks for contacts by pattern',
      caughtBy: 'contacts may be anything: each finds its own',
      wrap: (sound) => ({
        findByIdentity: async (identities, options) => {
          if (!identities.emails.some((email) => email.startsWith('%')))
            return sound.findByIdentity(identities, options)
          const { records } = await sound.list({ after: null, limit: 100 })
          return { records, suppressed: { emails: [], phones: [] } }
        },
      }),
    },
    {
      fault: 'keeps the texts of a summary alone',
      caughtBy: 'the summary of a receipt is kept whole',
      wrap: (sound) => ({
        commit: async (changeSet, options) => {
          const texts = Object.entries(changeSet.summary).filter(([, value]) => typeof value === 'string')
          return sound.commit({ ...changeSet, summary: Object.fromEntries(texts) }, options)
        },
      }),
    },
    {
      fault: 'folds tags as no two others do',
      caughtBy: 'tags that fold alike are found alike, and no others',
      wrap: (sound) => ({
        find: async (query, options) =>
          query.where.text.includes("'ss'")
            ? success({ records: (await sound.list({ after: null, limit: 2 })).records, next: null })
            : sound.find(query, options),
      }),
    },
  ],
}
