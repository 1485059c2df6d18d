import { doors, packageDoors } from './doors.mjs'
import { roomOf, sideRooms } from './floors.mjs'
import { shapeRules } from './shape.mjs'
import { readSources } from './source.mjs'

const at = (file, line, text) => `src/${file.path}:${line}  ${text}`

/** Who may import what beside src/: the version of the package stands in one place. */
const outside = new Map([['command/version.ts', '../package.json']])

/** The floors: each relative import, judged by the rooms at both ends. */
const floorRules = [
  {
    rule: 'every file stands in a room',
    judge: (file) => (file.room ? [] : [at(file, 1, 'is in no room: give it one in .ci/house/floors.mjs')]),
  },
  {
    rule: 'imports run only downward',
    judge: forImports((from, to) => from.floor < to.floor && `floor ${from.floor} imports floor ${to.floor}`),
    reason: 'imports run only downward, so that every room can be understood by what lies below it',
  },
  {
    rule: 'rooms on one floor never import one another',
    judge: forImports(
      (from, to) => from.floor === to.floor && from.room !== to.room && `both on floor ${to.floor}`,
    ),
    reason: 'rooms on one floor are independent; what both need belongs one floor down',
  },
  {
    rule: 'imports stay in src/',
    judge: (file) =>
      relative(file)
        .filter(({ target }) => target.startsWith('..') || roomOf(target) === undefined)
        .filter(({ target }) => outside.get(file.path) !== target)
        .map(({ line, specifier }) => at(file, line, `${specifier} leads into no room of src/`)),
  },
  ...sideRooms.map((side) => ({
    rule: `${side.room}/ is imported only by ${side.importedBy.join(', ')} and tests`,
    judge: (file) =>
      relative(file)
        .filter(({ target }) => roomOf(target)?.room === side.room)
        .filter(() => file.room?.room !== side.room && !side.importedBy.includes(file.room?.room))
        .map(({ line }) => at(file, line, `imports ${side.room}/: ${side.reason}`)),
  })),
  ...sideRooms
    .filter((side) => side.typesOnly)
    .map((side) => ({
      rule: `${side.room}/ takes only types from other rooms`,
      judge: (file) =>
        relative(file)
          .filter(
            ({ target, isType }) =>
              file.room?.room === side.room && !isType && roomOf(target)?.room !== side.room,
          )
          .map(({ line, specifier }) =>
            at(file, line, `takes values from ${specifier}: use \`import type\`; ${side.reason}`),
          ),
    })),
]

/** The doors for packages: a row each, and one for what has no row. */
const packageRules = [
  ...packageDoors.map(({ packages, where, form, reason }) => ({
    rule: `door ${packages.source}`,
    judge: (file) =>
      packageImports(file)
        .filter(({ specifier }) => packages.test(specifier))
        .filter((found) => !where.test(file.path) || !hasForm(found, form))
        .map(({ line, specifier }) => at(file, line, `imports ${specifier}: ${reason}`)),
  })),
  {
    rule: 'no package without a door',
    judge: (file) =>
      packageImports(file)
        .filter(({ specifier }) => !packageDoors.some(({ packages }) => packages.test(specifier)))
        .map(({ line, specifier }) =>
          at(
            file,
            line,
            `imports ${specifier}: no door for it in .ci/house/doors.mjs; a new one needs a reason in CONTRIBUTING.md`,
          ),
        ),
  },
]

const doorRules = doors.map(({ door, where, reason, finds }) => ({
  rule: `door ${door}`,
  judge: (file) =>
    where.test(file.path)
      ? []
      : file.nodes.filter(finds).map((node) => at(file, file.lineOf(node), `${door}: ${reason}`)),
}))

/** Judges src/ by every rule of the house: a list of `{ rule, findings }`, one for each rule. */
export function checkHouse(root) {
  const sources = readSources(root)
  const byFile = [...floorRules, ...packageRules, ...doorRules].map(({ rule, judge, reason }) => ({
    rule,
    findings: sources.flatMap(judge).map((finding) => (reason ? `${finding}: ${reason}` : finding)),
  }))
  const isBlind = {
    rule: 'there is something to judge',
    findings: sources.length > 0 ? [] : ['src/ holds no file'],
  }
  return [
    isBlind,
    ...byFile,
    ...shapeRules.map(({ rule, judge }) => ({ rule, findings: judge(sources, root) })),
  ]
}

function forImports(judge) {
  return (file) =>
    relative(file).flatMap(({ target, line }) => {
      const to = roomOf(target)
      if (!file.room || !to || file.room.floor === null || to.floor === null) return []
      const verdict = judge(file.room, to)
      return verdict ? [at(file, line, `${file.room.room} imports ${to.room}, ${verdict}`)] : []
    })
}

const relative = (file) => file.imports.filter(({ target }) => target !== null)
const packageImports = (file) => file.imports.filter(({ target }) => target === null)

function hasForm(found, form) {
  if (form === 'type') return found.isType
  return form !== 'namespace' || found.isType || found.isNamespace
}
