import { append, src } from './plant.mjs'

/** Violations of the floors, the doors and the shape of files. */
export const housePlants = [
  // floors
  {
    step: 'house',
    planted: 'floor 1 imports floor 3',
    files: src("export type { Customer } from '../customer/customer.js'\n"),
    says: /value imports customer, floor 1 imports floor 3: imports run only downward/,
  },
  {
    step: 'house',
    planted: 'two rooms of one floor, by `import()` in a type',
    files: src("export type A = import('../address/address.js').Address\n", 'src/contact/planted.ts'),
    says: /contact imports address, both on floor 2: rooms on one floor are independent/,
  },
  {
    step: 'house',
    planted: 'an adapter imports another adapter',
    files: src("import '../memory/index.js'\n", 'src/repository/contract/planted.ts'),
    says: /repository\/contract imports repository\/memory, both on floor 9.5/,
  },
  {
    step: 'house',
    planted: 'a room that is in no table',
    files: src('', 'src/attic/a.ts'),
    says: /attic\/a\.ts:1 {2}is in no room/,
  },
  {
    step: 'house',
    planted: 'an import out of src/',
    files: src("import '../../test/a.js'\n"),
    says: /leads into no room/,
  },
  {
    step: 'house',
    planted: 'a rule that reads messages',
    files: src("import '../messages/en/index.js'\n"),
    says: /imports messages\/: texts are loaded by whom they serve/,
  },
  {
    step: 'house',
    planted: 'messages that take a value from a room',
    files: src("import '../limits/limits.js'\n", 'src/messages/planted.ts'),
    says: /use `import type`/,
  },
  {
    step: 'house',
    planted: 'a rule that reads testing',
    files: src("import '../testing/index.js'\n"),
    says: /imports testing\/: builders and arbitraries are for tests/,
  },

  // doors for packages
  {
    step: 'house',
    planted: 'zod outside *.schema.ts',
    files: src("import * as z from 'zod'\n"),
    says: /imports zod: shapes are/,
  },
  {
    step: 'house',
    planted: 'zod by name',
    files: src("import { z } from 'zod'\n", 'src/value/planted.schema.ts'),
    says: /imports zod: shapes are/,
  },
  {
    step: 'house',
    planted: 'libphonenumber-js outside contact/phone*',
    files: src("import 'libphonenumber-js/max'\n"),
    says: /imports libphonenumber-js\/max: the numbering plans/,
  },
  {
    step: 'house',
    planted: 'stdnum outside address/tax-id*',
    files: src("import 'stdnum'\n"),
    says: /imports stdnum: the tax ids of all countries/,
  },
  {
    step: 'house',
    planted: 'fast-check as a value in testing/',
    files: src("import * as fc from 'fast-check'\n", 'src/testing/planted.ts'),
    says: /imports fast-check: the user passes their own/,
  },
  {
    step: 'house',
    planted: 'immer outside *.edit.ts',
    files: src("import 'immer'\n"),
    says: /imports immer: edits on drafts/,
  },
  {
    step: 'house',
    planted: 'date-fns outside value/calendar*',
    files: src("import 'date-fns'\n"),
    says: /imports date-fns: time zones/,
  },
  {
    step: 'house',
    planted: '@date-fns/tz by `import()`',
    files: src("export const a = () => import('@date-fns/tz')\n"),
    says: /imports @date-fns\/tz: time zones/,
  },
  {
    step: 'house',
    planted: 'papaparse outside transfer/csv*',
    files: src("import 'papaparse'\n"),
    says: /imports papaparse: cells/,
  },
  {
    step: 'house',
    planted: '@noble/hashes outside plan/',
    files: src("import '@noble/hashes/sha2'\n"),
    says: /imports @noble\/hashes\/sha2: digests/,
  },
  {
    step: 'house',
    planted: 'a module of Node',
    files: src("import 'node:fs'\n"),
    says: /imports node:fs: the library runs/,
  },
  {
    step: 'house',
    planted: 'a package without a door',
    files: src("import 'lodash'\n"),
    says: /imports lodash: no door for it/,
  },

  // doors for what a room may do
  {
    step: 'house',
    planted: '`async` in a rule',
    files: src('export const a = async () => 1\n'),
    says: /async: rules and planners/,
  },
  {
    step: 'house',
    planted: 'a `Promise` without `async`',
    files: src('export const a = () => Promise.resolve(1)\n'),
    says: /async: rules and planners/,
  },
  {
    step: 'house',
    planted: '`Date.now()`',
    files: src('export const a = Date.now()\n'),
    says: /clock: time is an argument/,
  },
  {
    step: 'house',
    planted: '`new Date()`',
    files: src('export const a = new Date()\n'),
    says: /clock: time is an argument/,
  },
  {
    step: 'house',
    planted: '`crypto.randomUUID()`',
    files: src('export const a = crypto.randomUUID()\n'),
    says: /chance: ids and chance are arguments/,
  },
  {
    step: 'house',
    planted: '`Math.random()`',
    files: src('export const a = Math.random()\n'),
    says: /chance: ids and chance/,
  },
  {
    step: 'house',
    planted: '`throw` in a rule',
    files: src("throw new Error('a')\n"),
    says: /throw: bad data is a refusal/,
  },
  {
    step: 'house',
    planted: 'a class',
    files: src('export class A {}\n'),
    says: /class: functions over plain data/,
  },
  {
    step: 'house',
    planted: '`toLocaleLowerCase`',
    files: src("export const a = 'A'.toLocaleLowerCase()\n"),
    says: /locale: the answer must not depend/,
  },

  // the shape of files
  {
    step: 'house',
    planted: 'a file of 301 lines',
    files: src(`export function a(): void {}\n${'// …\n'.repeat(300)}`),
    says: /has 301 lines: one concept a file/,
  },
  {
    step: 'house',
    planted: 'a data table of 401 lines',
    files: src(`export const a = [\n${'  1,\n'.repeat(399)}]\n`),
    says: /has 401 lines: one concept a file/,
  },
  {
    step: 'house',
    planted: 'a thousand long files',
    files: Object.fromEntries(
      Array.from({ length: 1000 }, (_, n) => [`src/value/planted-${n}.ts`, '// …\n'.repeat(250)]),
    ),
    says: /the median file of src\/ has 250 lines[^]*one file of src\/ in ten has 250/,
  },
  {
    step: 'house',
    planted: '`utils.ts`',
    files: src('', 'src/value/utils.ts'),
    says: /named for a grab-bag/,
  },
  {
    step: 'house',
    planted: 'logic in src/index.ts',
    files: append('src/index.ts', 'export const a = 1'),
    says: /is not `export \{ … \} from`/,
  },
  {
    step: 'house',
    planted: '`export *`',
    files: append('src/index.ts', "export * from './value/text.js'"),
    says: /publishes what nobody chose/,
  },
  {
    step: 'house',
    planted: 'a statement at the top of a module',
    files: src('Object.freeze([])\n'),
    says: /a module is functions and constants/,
  },
  {
    step: 'house',
    planted: 'a constant taken apart at the top of a module',
    files: src('export const [a, b] = [1, 2]\n'),
    says: /a module is functions and constants/,
  },
  {
    step: 'house',
    planted: 'one more file at the top level',
    files: { 'vitest.config.ts': '' },
    says: /vitest\.config\.ts {2}does not belong at the top level/,
  },
]
