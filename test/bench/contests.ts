import type { Contest, Goal, Part } from './contest.js'

const edit = (title: string, short?: string): Contest => ({
  title: `An edit planned: ${title}`,
  measured: 'loop',
  goals: [{ way: 'planEdit', peer: 'produceWithPatches of immer', atMost: 1.3 }],
  limit:
    'immer as it comes freezes what it gives, most of it only in the first turn; what planEdit gives is not frozen, so ' +
    'immer that freezes nothing stands beside it',
  ...(short === undefined ? {} : { short }),
})

/** Questions to a customer, by their names in segment-predicates.ts. */
const questions = {
  consent: 'number of orders and consent',
  dates: 'a date and an amount',
  tags: 'one of two tags',
  nested: 'country, group or orders, consent',
} as const

type Question = keyof typeof questions

const predicate = (question: Question, how: string, short?: string): Contest => ({
  title: `Is a customer in a segment: ${questions[question]}${how}`,
  measured: 'loop',
  goals: [
    { way: 'compileSegment', peer: 'JavaScript by hand', atMost: 1.1 },
    { way: 'compileSegment', peer: 'sift', timesFaster: 5 },
    { way: 'compileSegment', peer: 'mingo', timesFaster: 5 },
  ],
  ...(short === undefined ? {} : { short }),
})

/** As in a host's hot loop, which asks one question of many. */
const predicateAlone = (question: Question): Part => ({
  name: `segments/predicate-${question}`,
  issue: 4,
  contests: {
    [question]: predicate(
      question,
      ', in a process of its own',
      `Is a customer in a segment: ${questions[question]}`,
    ),
  },
  load: predicates,
})

async function predicates(): ReturnType<Part['load']> {
  return (await import('./segment-predicates.js')).predicates
}

const beside = (
  title: string,
  measured: Contest['measured'],
  atMost: number,
  peer: string,
  short?: string,
): Contest => ({
  title,
  measured,
  goals: [{ way: 'clientele/postgres', peer, atMost }],
  ...(short === undefined ? {} : { short }),
})

const f1 = (set: string): Goal => ({ figure: `lowest F1 of the sets, ${set} model`, atLeast: 0.99 })

/** Every benchmark: what is compared with whom, how it is measured, and what an issue wants of it. A new one is a row here. */
export const parts: readonly Part[] = [
  {
    name: 'phones',
    issue: 3,
    contests: {
      different: { title: 'Phone numbers that are all different', measured: 'loop', goals: [] },
      repeated: { title: 'Phone numbers that repeat', measured: 'loop', goals: [] },
    },
    load: async () => (await import('./phones.js')).phones,
  },
  {
    name: 'addresses',
    issue: 3,
    contests: {
      civil: {
        title: 'Civil addresses',
        measured: 'loop',
        goals: [],
        limit: 'no check costs much less than reading what is checked',
      },
      military: { title: 'Military addresses, at the postal level', measured: 'loop', goals: [] },
    },
    load: async () => (await import('./addresses.js')).addresses,
  },
  {
    name: 'segments/predicates-together',
    issue: 4,
    contests: {
      consent: predicate('consent', ', first of four in one process'),
      dates: predicate('dates', ', second of four in one process'),
      tags: predicate('tags', ', third of four in one process'),
      nested: predicate('nested', ', last of four in one process'),
    },
    load: predicates,
  },
  predicateAlone('consent'),
  predicateAlone('dates'),
  predicateAlone('tags'),
  predicateAlone('nested'),
  {
    name: 'segments/index',
    issue: 4,
    contests: {
      changes: {
        title: 'Which segments a change enters and leaves; half are orders, 40 % tags, 10 % consent',
        measured: 'loop',
        goals: [{ way: 'createSegmentIndex', peer: 'testing all segments after', timesFaster: 15 }],
        limit: 'the segments that are entered and left must at least be named',
        short: 'Which of 10 000 segments a change enters and leaves',
      },
    },
    load: async () => (await import('./segment-index.js')).segmentIndex,
  },
  {
    name: 'segments/sql',
    issue: 4,
    contests: {
      five: {
        title: 'A query of five conditions as SQL, parsed from text',
        measured: 'loop',
        goals: [
          { way: 'parseSegment and segmentToSql', peer: 'compile of Kysely, nothing to parse', atMost: 1 },
        ],
        short: 'A segment of five conditions, parsed and written as SQL',
      },
    },
    load: async () => (await import('./segment-sql.js')).segmentSql,
  },
  {
    name: 'merges',
    issue: 5,
    contests: {
      full: {
        title: 'A merge of two full records planned',
        measured: 'loop',
        goals: [],
        limit: 'the plain merge gives no reasons, checks nothing, and has nothing to look at',
      },
    },
    load: async () => (await import('./merges.js')).merges,
  },
  {
    name: 'edits',
    issue: 6,
    contests: {
      field: edit('one field', 'An edit of one field planned'),
      tags: edit('a tag more and a tag less'),
      address: edit('a street and a city'),
      form: edit('a form of staff', 'An edit of a whole form planned'),
    },
    load: async () => (await import('./edits.js')).edits,
  },
  {
    name: 'memory',
    issue: 7,
    contests: {
      load: {
        title: 'The memory adapter: 100 customers by their ids',
        measured: 'loop',
        goals: [{ way: 'load', peer: 'Map.get', atMost: 2 }],
        short: '100 customers of the memory adapter by their ids',
      },
    },
    load: async () => (await import('./memory.js')).memory,
  },
  {
    name: 'postgres',
    issue: 7,
    contests: {
      page: beside(
        'A page of 50 by a segment',
        { turns: 60 },
        1.1,
        'pg, the same SQL',
        'PostgreSQL: a page of 50 by a segment',
      ),
      batch: beside(
        'A batch of 500 new customers',
        { turns: 21, warmUp: 6 },
        1.2,
        'pg, the same rows of jsonb',
        'PostgreSQL: 500 new customers',
      ),
      save: beside(
        'One save with its revision checked',
        { turns: 60, warmUp: 300 },
        1.3,
        'pg, the same rows in 4 round trips',
      ),
      update: beside(
        'One save with its revision checked, events and results kept',
        { turns: 300, warmUp: 3000 },
        1.3,
        'pg, one update of one row alone',
        'PostgreSQL: one save',
      ),
      merge: beside(
        'A merge of two',
        { turns: 100, warmUp: 900 },
        1.2,
        'pg, the same rows in 4 round trips',
        'PostgreSQL: a merge of two',
      ),
      trips: {
        title: 'What a merge of two asks the server',
        measured: 'once',
        goals: [{ figure: 'round trips', atMost: 4 }],
      },
    },
    load: async () => (await import('./postgres.js')).postgres(),
  },
  {
    name: 'files/import',
    issue: 8,
    contests: {
      import: {
        title: 'Import through a repository that forgets',
        measured: { turns: 5 },
        goals: [
          { way: 'importCustomers', peer: 'papaparse + zod + libphonenumber-js', timesFaster: 1.25 },
          { way: 'importCustomers', peer: 'csv-parse + zod + libphonenumber-js', timesFaster: 1.6 },
        ],
        limit: 'papaparse alone, which only divides the text into cells',
        short: 'Import of 200 000 rows',
      },
      heap: {
        title: 'Memory while importing',
        measured: 'once',
        goals: [{ figure: 'heap growth in MB, apart from 16 bytes a row', atMost: 64 }],
        short: 'Memory while importing 200 000 rows',
      },
    },
    load: async () => (await import('./file-import.js')).fileImport,
  },
  {
    name: 'files/export',
    issue: 8,
    contests: {
      export: {
        title: 'Export',
        measured: { turns: 5 },
        goals: [{ way: 'writeCustomerCsv', peer: 'papaparse unparse, escapeFormulae', atMost: 0.7 }],
        short: 'Export of 200 000 customers',
      },
    },
    load: async () => (await import('./file-export.js')).fileExport,
  },
  {
    name: 'duplicates/exact',
    issue: 9,
    contests: {
      exact: {
        title: 'Duplicates by exact rules',
        measured: { turns: 7 },
        goals: [{ way: 'findDuplicates, exact', peer: 'their emails into a Map', atMost: 10 }],
        limit: 'who puts the emails alone into a Map finds equal spellings only',
        short: 'Duplicates among 100 000 customers by exact rules',
      },
    },
    load: async () => (await import('./duplicates.js')).exactDuplicates,
  },
  {
    name: 'duplicates/shop',
    issue: 9,
    contests: {
      quality: {
        title: 'A made-up shop with typos, moved houses and changed emails',
        measured: 'once',
        goals: [
          { figure: 'precision', atLeast: 0.99 },
          { figure: 'recall', atLeast: 0.9 },
        ],
        short: 'Duplicates of a made-up shop, typos, moved houses and changed emails included',
      },
    },
    load: async () => (await import('./duplicates.js')).shopDuplicates,
  },
  {
    name: 'duplicates/febrl',
    issue: 9,
    contests: {
      quality: {
        title:
          'The sets of the FEBRL generator, the government id unread, no threshold tuned on their labels',
        measured: 'once',
        goals: [f1('default'), f1('estimated')],
        short: 'Duplicates of the FEBRL sets',
      },
    },
    load: async () => (await import('./linkage.js')).linkage(),
  },
  {
    name: 'duplicates/million',
    issue: 9,
    contests: {
      fuzzy: {
        title: 'A million customers with fuzzy blocking',
        measured: 'once',
        goals: [
          { figure: 'seconds of processor, all threads together', atMost: 120 },
          { figure: 'MB of memory at most, the whole process', atMost: 2000 },
        ],
        short: 'Duplicates among 1 000 000 customers, fuzzy',
      },
    },
    load: async () => (await import('./million.js')).million,
  },
  {
    name: 'weight',
    issue: 11,
    contests: {
      gzip: {
        title: 'kB of gzip in a bundle, without zod; the root without papaparse, too',
        measured: 'once',
        goals: [
          { figure: 'clientele', atMost: 25 },
          { figure: 'clientele: parseCustomer alone', atMost: 6 },
          { figure: 'clientele: militaryAddressProblems alone', atMost: 6 },
          { figure: 'clientele/segment without date code', atMost: 10 },
        ],
      },
    },
    load: async () => (await import('./weight.js')).weight,
  },
]
