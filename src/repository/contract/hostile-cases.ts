import type { Customer } from '../../customer/customer.js'
import type { ChangeSet } from '../../plan/change-set.js'
import type { JsonValue } from '../../outcome/json.js'
import { accept } from './act.js'
import { ask } from './ask.js'
import { changeSet, edit, newcomer, put } from './change-sets.js'
import type { CaseRow, World } from './contract-case.js'
import { expectEqual, fail } from './expect.js'
import { everything, findIds, loadOne, recordOf } from './observe.js'
import { ben, everybody } from './people.js'

/** What people and machines have typed, each row a case of its own: all of it is kept to the character. */
const texts: Readonly<Record<string, string>> = {
  quotes: `'; drop table customers; -- " \\ \` $1 $$ ?`,
  'signs of patterns': '% _ * ? [a-z] ^$',
  'signs beyond U+FFFF beside others': '😀 ﬀ \uFFFD \uE000 𐐀',
  'letters that fold in unlike ways': 'İ I ı i ß ẞ SS ς Σ σ ǰ J\u030C',
  'accents in two spellings': 'é e\u0301 ộ o\u0302\u0323',
  'what is written from the right': 'שלום \u202E abc \u200F عربى',
  'joined signs': '👩‍👩‍👧 🇵🇱 \u200D \uFE0F',
  'line ends and tabs': 'a\r\nb\nc\td\u2028e\u0085f',
  'control characters': '\u0001 \u0007 \u001B[31m \u007F',
  'what looks like data of other kinds': 'null true 1e999 {"a":1} [object Object] undefined NaN',
  'names that every object has': '__proto__ constructor toString hasOwnProperty',
  'much of it': 'Zażółć gęślą jaźń. '.repeat(2000),
}

const kept: readonly CaseRow[] = Object.entries(texts).map(([what, text]) => ({
  name: `text is kept to the character: ${what}`,
  seed: everybody,
  check: async (world) => {
    const wanted = hostile(text)
    await accept(world, changeSet('k', { changes: [put(wanted)] }))
    expectEqual((await recordOf(world, 'ben')).customer, wanted, 'the customer')
  },
}))

/** Not every store can hold these: it keeps them to the character, or it does not answer and changes nothing. */
const unstorable: readonly CaseRow[] = Object.entries({
  'a NUL': 'a\u0000b',
  'half of a sign': 'a\uD800b',
  'the other half of a sign': 'a\uDC00b',
}).map(([what, text]) => ({
  name: `text is kept to the character or not at all: ${what}`,
  seed: everybody,
  check: async (world) => {
    const wanted = hostile(text)
    const before = await everything(world)
    if (await isTaken(world, changeSet('k', { changes: [put(wanted)] })))
      expectEqual((await recordOf(world, 'ben')).customer, wanted, 'the customer')
    else expectEqual(await everything(world), before, 'the store')
    await accept(world, changeSet('k2', { changes: [edit(ben, { note: 'after' })] }))
  },
}))

/** Text of any kind wherever a customer has text, and as the name of what the host keeps. */
function hostile(text: string): Customer {
  return {
    ...ben.customer,
    firstName: text,
    lastName: `${text}!`,
    note: text,
    tags: [text, `${text} `],
    metafields: { [text]: { [text]: [text] } },
  }
}

/** Whether a store that need not take a change set has taken it. */
async function isTaken({ repository }: World, wanted: ChangeSet): Promise<boolean> {
  try {
    return (await repository.commit(wanted)).ok
  } catch {
    return false
  }
}

/** No text is more than text, wherever it stands. */
export const hostileCases: readonly CaseRow[] = [
  ...kept,
  ...unstorable,
  {
    name: 'ids may be anything: they lead to whom they name, and to nobody else',
    check: async (world) => {
      const ids = [
        '__proto__',
        "o'neil; --",
        '%',
        'a_b',
        'axb',
        ' ',
        '😀',
        'ﬀ',
        'A',
        'a',
        '1',
        '01',
        'é',
        'e\u0301',
      ]
      const changes = ids.map((id) => put(newcomer(1, { id, firstName: `I am ${id}` })))
      await accept(world, changeSet('k', { changes }))
      for (const id of ids) expectEqual((await recordOf(world, id)).customer.firstName, `I am ${id}`, id)
      expectEqual((await loadOne(world, '%%')).state, 'unknown', 'an id that nobody has')
    },
  },
  {
    name: 'keys may be anything: each is its own',
    seed: everybody,
    check: async (world) => {
      const keys = ['__proto__', 'constructor', "k'; --", '%', '_', 'K', 'k', ' k', '😀', 'é', 'e\u0301']
      for (const key of keys) await accept(world, changeSet(key, { changes: [edit(ben, { note: key })] }))
      for (const key of keys) {
        const { replayed } = await accept(world, changeSet(key, { changes: [edit(ben, { note: key })] }))
        expectEqual(replayed, true, key)
      }
      expectEqual(await world.repository.outcomeOf('hasOwnProperty'), null, 'a key that nobody used')
    },
  },
  {
    name: 'contacts may be anything: each finds its own',
    check: async (world) => {
      const emails = [
        `o'neil"%_@example.com`,
        '%@example.com',
        '_@example.com',
        'İ@example.com',
        'ß@example.com',
      ]
      const changes = emails.map((email, index) => put(newcomer(index + 1, { id: `p${index}`, email })))
      await accept(world, changeSet('k', { changes }))
      for (const [index, email] of emails.entries())
        expectEqual(await findIds(world, { emails: [email] }), [`p${index}`], email)
    },
  },
  {
    name: 'values of the host are kept whole, numbers and depths included',
    seed: everybody,
    check: async (world) => {
      const values: JsonValue = [0, -1.5, 1e21, 123456789.123, true, null, '', {}, [], [[[{ a: [] }]]]]
      const metafields = { ['__proto__']: values, 'a.b': { ['__proto__']: { constructor: 'kept' } }, '': '' }
      await accept(world, changeSet('k', { changes: [edit(ben, { metafields })] }))
      expectEqual((await recordOf(world, 'ben')).customer.metafields, metafields, 'metafields')
    },
  },
  {
    name: 'the summary of a receipt is kept whole',
    seed: everybody,
    check: async (world) => {
      const summary = {
        ['__proto__']: 'kept',
        text: texts['quotes'] as string,
        list: [1, [null, { a: 'ß' }]],
      }
      const { summary: told } = await accept(world, changeSet('k', { summary }))
      expectEqual(told, summary, 'as it was told')
      const outcome = (await world.repository.outcomeOf('k')) ?? fail('expected an outcome')
      expectEqual(outcome.receipt.summary, summary, 'as it is kept')
    },
  },
  {
    name: 'tags that fold alike are found alike, and no others',
    seed: everybody,
    method: 'find',
    check: async (world) => {
      const tags = ['İ', 'ß', 'ς', "o'neil", '%', '😀']
      await accept(world, changeSet('k', { changes: [edit(ben, { tags })] }))
      for (const [query, found] of [
        ["customer_tags CONTAINS 'i\u0307'", true],
        ["customer_tags CONTAINS 'i'", false],
        ["customer_tags CONTAINS 'ß'", true],
        ["customer_tags CONTAINS 'ss'", false],
        ["customer_tags CONTAINS 'ς'", true],
        ["customer_tags CONTAINS 'σ'", false],
        ["customer_tags CONTAINS '%'", true],
        ["customer_tags CONTAINS '_'", false],
        ["customer_tags CONTAINS '😀'", true],
      ] as const)
        expectEqual((await ask(world, { where: query })).includes('ben'), found, query)
    },
  },
]
