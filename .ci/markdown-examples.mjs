import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/**
 * Makes each ```ts block of a Markdown file one test, so that what the README shows is what happens. A block stands alone:
 * it imports what it uses, as a user would, and may call `expect`.
 */
export const markdownExamples = () => ({
  name: 'markdown-examples',
  enforce: 'pre',
  transform(markdown, id) {
    if (!id.endsWith('.md')) return undefined
    const tests = tsBlocks(markdown).map(({ code, line }) => toTest(`line ${line}`, code))
    return { code: toJavaScript(["import { expect, test } from 'vitest'", ...tests].join('\n')), map: null }
  },
})

/** README.md and what lies in docs/. */
export function markdownFiles(root) {
  const docs = join(root, 'docs')
  const names = existsSync(docs) ? readdirSync(docs, { recursive: true, encoding: 'utf8' }) : []
  const pages = names
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`)
  return existsSync(join(root, 'README.md')) ? ['README.md', ...pages] : pages
}

/** The ```ts blocks of a text, with the line on which each begins. */
export function tsBlocks(markdown) {
  return [...markdown.matchAll(/^```ts\b[^\n]*\n(.*?)^```$/gms)].map((match) => ({
    code: match[1],
    line: markdown.slice(0, match.index).split('\n').length,
  }))
}

function toTest(name, code) {
  const tree = ts.createSourceFile('example.ts', code, ts.ScriptTarget.ESNext, true)
  const statements = tree.statements.map((node) =>
    ts.isImportDeclaration(node) ? toDynamicImport(node) : node.getFullText(),
  )
  return `test(${JSON.stringify(name)}, async () => {\n${statements.join('\n')}\n})`
}

/** `import` cannot stand in a function; `await import()` can. */
function toDynamicImport({ importClause, moduleSpecifier }) {
  const source = `await import(${moduleSpecifier.getText()})`
  const bindings = importClause?.namedBindings
  const whole = importClause?.name === undefined ? [] : [`default: ${importClause.name.text}`]
  if (importClause?.isTypeOnly) return ''
  if (importClause === undefined) return source
  if (bindings !== undefined && ts.isNamespaceImport(bindings))
    return `const ${bindings.name.text} = ${source}`
  const names = (bindings?.elements ?? [])
    .filter((element) => !element.isTypeOnly)
    .map(({ propertyName, name }) => (propertyName ? `${propertyName.text}: ${name.text}` : name.text))
  return `const { ${[...whole, ...names].join(', ')} } = ${source}`
}

const toJavaScript = (code) =>
  ts.transpileModule(code, {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
    },
  }).outputText
