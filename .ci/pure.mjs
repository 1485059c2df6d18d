import { readFileSync } from 'node:fs'
import ts from 'typescript'

/**
 * Says to bundlers, statement by statement, what `"sideEffects": false` says of a whole file: a constant at the top of a
 * module is made of pure expressions, so it goes when nothing uses it. The built chunks join many modules, and without
 * this one table of one of them that is made by a call comes along with every name of its chunk. Done by the build,
 * so that no source has to repeat it and none can forget it.
 */
export const pureConstants = () => ({
  name: 'pure-constants',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => ({
      contents: withPureConstants(readFileSync(path, 'utf8')),
      loader: 'ts',
    }))
  },
})

/** `const a = f(b)` becomes `const a = /* @__PURE__ *\/ f(b)`; what is more than one call goes into a function first. */
export function withPureConstants(text) {
  const file = ts.createSourceFile('module.ts', text, ts.ScriptTarget.ESNext, false)
  const made = file.statements.filter(ts.isVariableStatement).flatMap(initializers).filter(isMade)
  return made.reduceRight(
    (rest, node) => `${rest.slice(0, node.pos)} ${pure(node, rest)}${rest.slice(node.end)}`,
    text,
  )
}

function pure(node, text) {
  const expression = text.slice(node.pos, node.end)
  return isPlainCall(node) ? `/* @__PURE__ */${expression}` : `/* @__PURE__ */ (() => (${expression}))()`
}

const isPlainCall = (node) =>
  (ts.isCallExpression(node) || ts.isNewExpression(node)) &&
  ts.isIdentifier(node.expression) &&
  !node.arguments.some(isMade)

const initializers = (statement) =>
  statement.declarationList.declarations.flatMap((one) => one.initializer ?? [])

/** Whether making the value runs anything: a call, `new`, a property, a spread. What stands inside a function runs later. */
function isMade(node) {
  if (ts.isFunctionLike(node) || ts.isTypeNode(node)) return false
  return runs.has(node.kind) || ts.forEachChild(node, (child) => isMade(child) || undefined) === true
}

const runs = new Set([
  ts.SyntaxKind.CallExpression,
  ts.SyntaxKind.NewExpression,
  ts.SyntaxKind.TaggedTemplateExpression,
  ts.SyntaxKind.PropertyAccessExpression,
  ts.SyntaxKind.ElementAccessExpression,
  ts.SyntaxKind.SpreadElement,
  ts.SyntaxKind.SpreadAssignment,
  ts.SyntaxKind.TemplateExpression,
  ts.SyntaxKind.BinaryExpression,
])
