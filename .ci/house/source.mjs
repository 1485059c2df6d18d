import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import ts from 'typescript'
import { roomOf } from './floors.mjs'

/** Every source file of src/, parsed, with its imports. Paths are relative to src/ and use `/`. */
export function readSources(root) {
  const src = join(root, 'src')
  return readdirSync(src, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(src.length + 1)
        .replaceAll('\\', '/'),
    )
    .toSorted()
    .map((path) => readSource(path, readFileSync(join(src, path), 'utf8')))
}

function readSource(path, text) {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true)
  const nodes = []
  const visit = (node) => {
    nodes.push(node)
    ts.forEachChild(node, visit)
  }
  visit(tree)
  const lineOf = (node) => tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1
  const imports = nodes.flatMap((node) => toImport(path, node, lineOf))
  return { path, text, tree, nodes, imports, lineOf, room: roomOf(path) }
}

/** `import`, `export … from`, `import()` and `import('…')` in a type are all ways in. */
function toImport(path, node, lineOf) {
  const specifier = specifierOf(node)
  if (specifier === undefined) return []
  const target = specifier.startsWith('.')
    ? posix.join(posix.dirname(path), specifier).replace(/\.js$/, '.ts')
    : null
  return [{ specifier, target, line: lineOf(node), isType: isTypeOnly(node), isNamespace: isNamespace(node) }]
}

function specifierOf(node) {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier?.text
  if (ts.isImportTypeNode(node)) return node.argument.literal?.text
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return node.arguments[0]?.text ?? '(computed)'
  return undefined
}

function isTypeOnly(node) {
  if (ts.isImportTypeNode(node)) return true
  if (ts.isExportDeclaration(node)) return node.isTypeOnly || allTypeOnly(node.exportClause?.elements)
  const clause = node.importClause
  if (clause === undefined) return false
  return clause.isTypeOnly || (clause.name === undefined && allTypeOnly(clause.namedBindings?.elements))
}

const allTypeOnly = (elements) =>
  elements !== undefined && elements.length > 0 && elements.every((e) => e.isTypeOnly)

const isNamespace = (node) =>
  ts.isImportDeclaration(node) &&
  node.importClause?.name === undefined &&
  node.importClause?.namedBindings !== undefined &&
  ts.isNamespaceImport(node.importClause.namedBindings)
