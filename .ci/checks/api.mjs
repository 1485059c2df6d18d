import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { entries, outputOf } from '../entries.mjs'

const folder = '.ci/api'

/** The public names of every subpath are those that were agreed: a change of them is seen, and is never an accident. */
export function checkApi(root) {
  const surfaces = surfacesOf(root)
  const kept = existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : []
  return [
    ...Object.entries(surfaces).map(([file, text]) => ({
      rule: `${file} tells the public names as they are; npm run api writes it anew`,
      findings: differences(
        existsSync(join(root, folder, file)) ? readFileSync(join(root, folder, file), 'utf8') : '',
        text,
      ),
    })),
    {
      rule: 'every file of public names has its subpath',
      findings: kept.filter((file) => !Object.hasOwn(surfaces, file)),
    },
  ]
}

/** Writes down what the package offers now: to be looked at in the same commit that changes it. */
export function writeApi(root) {
  rmSync(join(root, folder), { recursive: true, force: true })
  mkdirSync(join(root, folder), { recursive: true })
  for (const [file, text] of Object.entries(surfacesOf(root))) writeFileSync(join(root, folder, file), text)
}

/** A text an entry, by its file: every exported name with what it takes and gives, in the order of names. */
function surfacesOf(root) {
  const sources = Object.values(entries).map((source) => join(root, source))
  const config = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile).config
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root)
  const program = ts.createProgram(sources, { ...options, noEmit: true })
  const checker = program.getTypeChecker()
  return Object.fromEntries(
    Object.entries(entries).map(([subpath, source]) => {
      const module = checker.getSymbolAtLocation(program.getSourceFile(join(root, source)))
      const lines = checker.getExportsOfModule(module).map((exported) => surfaceOf(checker, exported))
      return [`${outputOf(subpath).replaceAll('/', '-')}.txt`, `${lines.toSorted().join('\n')}\n`]
    }),
  )
}

const flags = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope
const printer = ts.createPrinter({ removeComments: true })

function surfaceOf(checker, exported) {
  const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported
  const declarations = symbol.declarations ?? []
  const text = declarations.map((declaration) => declared(checker, symbol, declaration)).filter(Boolean)
  return `${exported.name}: ${[...new Set(text)].join(' | ').replaceAll(/\s+/g, ' ')}`
}

function declared(checker, symbol, declaration) {
  if (ts.isFunctionDeclaration(declaration)) {
    // Of an overloaded function the body's own signature is nobody's to call.
    if (declaration.body !== undefined && symbol.declarations.length > 1) return ''
    return checker.signatureToString(checker.getSignatureFromDeclaration(declaration), undefined, flags)
  }
  if (ts.isInterfaceDeclaration(declaration) || ts.isTypeAliasDeclaration(declaration))
    return printer
      .printNode(ts.EmitHint.Unspecified, declaration, declaration.getSourceFile())
      .replace(/^export /, '')
  const type = declaration.type ?? null
  return type === null
    ? `const ${checker.typeToString(checker.getTypeOfSymbol(symbol), undefined, flags)}`
    : `const ${type.getText()}`
}

function differences(before, now) {
  const [old, fresh] = [before, now].map((text) => new Set(text.split('\n')))
  return [
    ...[...old].filter((line) => !fresh.has(line)).map((line) => `no longer: ${shortened(line)}`),
    ...[...fresh].filter((line) => !old.has(line)).map((line) => `not yet agreed: ${shortened(line)}`),
  ]
}

const shortened = (line) => (line.length > 200 ? `${line.slice(0, 200)} …` : line)
