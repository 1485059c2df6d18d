import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { readSources } from '../house/source.mjs'
import { markdownFiles, tsBlocks } from '../markdown-examples.mjs'

/**
 * Examples run without types, so a reader could copy what does not compile. Here each is put where it runs, in the module it
 * explains or in one of its own, and the compiler looks at it with the settings of the tests.
 */
export function checkTypedExamples(root) {
  const texts = new Map([...sourceExamples(root), ...markdownExamples(root)])
  const diagnostics = diagnose(root, texts)
  return [
    { rule: 'there are examples', findings: texts.size > 0 ? [] : ['no example was found'] },
    { rule: 'examples fit the types', findings: diagnostics },
  ]
}

/** How many examples there are, so that a run that passes over one is noticed. */
export const countExamples = (root) =>
  readSources(root).flatMap(commentBlocks).length + markdownExamples(root).length

/** Where the examples begin in an augmented module: what is wrong before it, the type check of src/ has said. */
const MARK = '\n// examples\n'

/** The texts of modules, with their examples appended as the doc test does. */
function sourceExamples(root) {
  return readSources(root)
    .map((source) => ({ ...source, blocks: commentBlocks(source) }))
    .filter(({ blocks }) => blocks.length > 0)
    .map(({ path, text, blocks }) => [
      join(root, 'src', path),
      `${text}${MARK}${blocks.map(({ code }) => scoped(code)).join('\n')}`,
    ])
}

/** The ts blocks of a module's doc comments. */
const commentBlocks = ({ text }) =>
  [...text.matchAll(/\/\*\*.*?\*\//gs)].flatMap(([comment]) => tsBlocks(comment.replace(/^\s*\* ?/gm, '')))

/** A module for each block of a text, beside the tests, where `clientele` resolves to the sources. */
function markdownExamples(root) {
  return markdownFiles(root).flatMap((file) =>
    tsBlocks(readFileSync(join(root, file), 'utf8')).map(({ code, line }) => [
      join(root, 'test', `${file.replaceAll('/', '-')}-${line}.ts`),
      `export {}\nimport { expect } from 'vitest'\nvoid expect${MARK}${code}`,
    ]),
  )
}

const scoped = (code) =>
  `void (async () => {\nconst { expect } = await import('vitest')\nvoid expect\n{\n${code}\n}\n})`

function diagnose(root, texts) {
  const { config } = ts.readConfigFile(join(root, 'test/tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, join(root, 'test'))
  const settings = { ...options, noUnusedLocals: false, noUnusedParameters: false, noEmit: true }
  const host = ts.createCompilerHost(settings, true)
  const { readFile, fileExists } = host
  host.readFile = (name) => texts.get(name) ?? readFile(name)
  host.fileExists = (name) => texts.has(name) || fileExists(name)
  host.getSourceFile = (name, target) => {
    const text = host.readFile(name)
    return text === undefined ? undefined : ts.createSourceFile(name, text, target, true)
  }
  const program = ts.createProgram([...texts.keys()], settings, host)
  return [...texts].flatMap(([name, text]) => {
    const file = program.getSourceFile(name)
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]
      .filter(({ start }) => start >= text.indexOf(MARK))
      .map((found) => `${name.slice(root.length)}: ${lineAt(text, found.start)}  ${messageOf(found)}`)
  })
}

const lineAt = (text, start) => text.split('\n')[text.slice(0, start).split('\n').length - 1].trim()

const messageOf = ({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' ')
