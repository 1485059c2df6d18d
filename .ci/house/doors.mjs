import ts from 'typescript'

/**
 * Where each outside package may enter. A package without a row may enter nowhere. `where` is matched against the path
 * relative to src/. `form` says how it must be imported, where that matters.
 */
export const packageDoors = [
  {
    packages: /^zod$/,
    where: /\.schema\.ts$/,
    form: 'namespace',
    reason:
      'shapes are checked in *.schema.ts, rules are ours; `import * as z` because a named import takes all of zod along (92 kB for 25)',
  },
  {
    packages: /^libphonenumber-js(\/|$)/,
    where: /^contact\/phone/,
    reason: 'the numbering plans weigh more than everything else; rooms take a parser as an argument',
  },
  {
    packages: /^stdnum(\/|$)/,
    where: /^address\/tax-id/,
    reason:
      'the tax ids of all countries weigh more than everything else; rooms take a checker as an argument',
  },
  {
    packages: /^fast-check$/,
    where: /^testing\//,
    form: 'type',
    reason: 'the user passes their own fast-check in, so that any version works and nobody else installs one',
  },
  {
    packages: /^immer$/,
    where: /\.edit\.ts$/,
    reason: 'edits on drafts stay in *.edit.ts, where nothing of the host is ever frozen',
  },
  {
    packages: /^(date-fns|@date-fns\/tz)(\/|$)/,
    where: /^value\/calendar/,
    reason: 'time zones and calendar arithmetic are asked in one place, value/calendar*',
  },
  {
    packages: /^papaparse$/,
    where: /^transfer\/csv/,
    reason:
      'cells are read and written in one place, transfer/csv*, where the traps of the format are handled',
  },
  {
    packages: /^@noble\/hashes(\/|$)/,
    where: /^(plan\/|segment\/compile\/bucket\.ts$)/,
    reason:
      'digests of wishes and suppression keys are made in plan/, so that there is one form of each; lots in segment/compile/bucket.ts',
  },
  {
    packages: /^(double-metaphone|fastest-levenshtein)$/,
    where: /^duplicates\/(phonetic|likeness)\.ts$/,
    reason: 'how names sound and how far they are apart is asked in one place each',
  },
  {
    packages: /^node:/,
    where: /^command\//,
    reason: 'the library runs wherever JavaScript runs; only the command knows Node',
  },
]

const effects = /^(repository|service|command|testing)\/|\.stream\.ts$/
const identifier = (node, ...names) => ts.isIdentifier(node) && names.includes(node.text)
const member = (node, owner, ...names) =>
  ts.isPropertyAccessExpression(node) && identifier(node.expression, owner) && names.includes(node.name.text)

/** What a room may not do, except `where`. `finds` answers for one node of the syntax tree. */
export const doors = [
  {
    door: 'async',
    where: effects,
    reason:
      'rules and planners are synchronous and pure; waiting is for repository, service, command, testing, *.stream.ts',
    finds: (node) =>
      node.kind === ts.SyntaxKind.AsyncKeyword || ts.isAwaitExpression(node) || identifier(node, 'Promise'),
  },
  {
    door: 'clock',
    where: /^service\//,
    reason:
      'time is an argument (`context.now`), so that a plan made twice is the same plan; only service/ asks the clock',
    finds: (node) =>
      member(node, 'Date', 'now') ||
      member(node, 'performance', 'now', 'timeOrigin') ||
      (ts.isNewExpression(node) && identifier(node.expression, 'Date') && !node.arguments?.length) ||
      (ts.isCallExpression(node) && identifier(node.expression, 'Date')),
  },
  {
    door: 'chance',
    where: /^service\//,
    reason: 'ids and chance are arguments or made by the store, so that a plan made twice is the same plan',
    finds: (node) =>
      identifier(node, 'randomUUID', 'getRandomValues', 'randomBytes') || member(node, 'Math', 'random'),
  },
  {
    door: 'throw',
    where: /^outcome\/invariant\.ts$|^(repository|service|command|testing)\//,
    reason:
      'bad data is a refusal (`Outcome`); programmer errors go through `invariant`; only "cannot tell" throws',
    finds: (node) => ts.isThrowStatement(node),
  },
  {
    door: 'class',
    where: /^$/,
    reason: 'functions over plain data: an instance does not survive JSON, nor two copies of the package',
    finds: (node) => ts.isClassLike(node),
  },
  {
    door: 'locale',
    where: /^$/,
    reason: 'the answer must not depend on the machine: fold with `foldText`, compare by code unit',
    finds: (node) =>
      ts.isPropertyAccessExpression(node) &&
      /^(toLocale(Lower|Upper)Case|localeCompare)$/.test(node.name.text),
  },
]
