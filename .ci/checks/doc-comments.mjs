import { existsSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { entries, specifierOf } from '../entries.mjs'
import { readSources } from '../house/source.mjs'

const FENCE = '```ts @import.meta.vitest'

/** Every name that a user can import is explained, and every example of a doc comment runs. */
export function checkDocComments(root) {
  return [
    ...publicRules(root),
    {
      rule: 'every ts block of a doc comment is an example that runs',
      findings: readSources(root).flatMap(idleBlocks),
    },
  ]
}

function publicRules(root) {
  const present = Object.entries(entries).filter(([, source]) => existsSync(join(root, source)))
  const program = ts.createProgram(
    present.map(([, source]) => join(root, source)),
    {
      module: ts.ModuleKind.NodeNext,
      target: ts.ScriptTarget.ES2022,
      types: [],
      skipLibCheck: true,
      noEmit: true,
    },
  )
  const checker = program.getTypeChecker()
  const names = present.flatMap(([subpath, source]) =>
    publicNames(checker, program.getSourceFile(join(root, source)), subpath),
  )
  return [
    {
      rule: 'every entry has its source',
      findings: Object.values(entries)
        .filter((source) => !existsSync(join(root, source)))
        .map((source) => `${source} is missing`),
    },
    {
      rule: 'every public name has a doc comment',
      findings: names
        .filter(({ comment }) => comment === '')
        .map(({ name, place }) => `${place}  ${name} has no doc comment`),
    },
    {
      rule: 'every public function shows an example',
      findings: names
        .filter(({ isFunction, hasExample }) => isFunction && !hasExample)
        .map(({ name, place }) => `${place}  ${name} has no @example with ${FENCE}`),
    },
  ]
}

/** The exports of an entry, each where it is declared. */
function publicNames(checker, file, subpath) {
  const module = checker.getSymbolAtLocation(file)
  return checker.getExportsOfModule(module).map((exported) => {
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported
    const examples = symbol.getJsDocTags(checker).filter(({ name }) => name === 'example')
    return {
      name: `${specifierOf(subpath)} ${exported.name}`,
      place: placeOf(symbol.declarations?.[0]),
      comment: ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim(),
      isFunction: (symbol.flags & ts.SymbolFlags.Function) !== 0,
      hasExample: examples.some(({ text }) => ts.displayPartsToString(text).includes(FENCE)),
    }
  })
}

function placeOf(declaration) {
  if (declaration === undefined) return '(nowhere)'
  const file = declaration.getSourceFile()
  const { line } = file.getLineAndCharacterOfPosition(declaration.getStart())
  return `src/${file.fileName.split('/src/').at(-1)}:${line + 1}`
}

/** Blocks that the doc test would pass over: without the mark, or outside an `@example`. */
function idleBlocks({ path, text }) {
  return [...text.matchAll(/\/\*\*.*?\*\//gs)].flatMap((comment) =>
    [...comment[0].matchAll(/```(ts|typescript|js)\b[^\n]*/g)]
      .filter(
        (fence) => !fence[0].startsWith(FENCE) || !comment[0].slice(0, fence.index).includes('@example'),
      )
      .map((fence) => {
        const line = text.slice(0, comment.index + fence.index).split('\n').length
        return `src/${path}:${line}  ${fence[0]} does not run: write ${FENCE} under @example`
      }),
  )
}
