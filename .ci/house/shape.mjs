import { readdirSync } from 'node:fs'
import ts from 'typescript'

/** What may lie at the top of the project, beside dot-files and what git ignores. */
const folders = ['src', 'test', 'docs', 'examples']
const configuration = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsup.config.ts']
const texts = ['README.md', 'LICENSE', 'CHANGELOG.md', 'CONTRIBUTING.md']
const topLevel = [...folders, ...configuration, ...texts]
const ignored = ['node_modules', 'dist', 'coverage']

const FILE_LIMIT = 300
const TABLE_LIMIT = 400
const MEDIAN_LIMIT = 90
const NINE_IN_TEN_LIMIT = 220

/** How files look: judged over all of them at once. */
export const shapeRules = [
  {
    rule: `no file over ${FILE_LIMIT} lines, no data table over ${TABLE_LIMIT}`,
    judge: (sources) =>
      sources
        .filter((file) => linesOf(file) > (isTable(file) ? TABLE_LIMIT : FILE_LIMIT))
        .map((file) => `src/${file.path}  has ${linesOf(file)} lines: one concept a file, divide it`),
  },
  {
    rule: `half of the files at most ${MEDIAN_LIMIT} lines, nine in ten under ${NINE_IN_TEN_LIMIT}`,
    judge: (sources) => {
      const lines = sources.map(linesOf).toSorted((one, other) => one - other)
      const median = lines[Math.floor(lines.length / 2)] ?? 0
      const ninth = lines[Math.floor(lines.length * 0.9)] ?? 0
      const findings = []
      if (median > MEDIAN_LIMIT) findings.push(`the median file of src/ has ${median} lines`)
      if (ninth >= NINE_IN_TEN_LIMIT) findings.push(`one file of src/ in ten has ${ninth} lines or more`)
      return findings
    },
  },
  {
    rule: 'a file is named for its concept',
    judge: (sources) =>
      sources
        .filter(({ path }) => /(^|\/)(utils?|helpers?|types|common|misc|shared)(\.|\/)/.test(path))
        .map(({ path }) => `src/${path}  is named for a grab-bag: name the one concept in it`),
  },
  {
    rule: 'src/index.ts holds names and no logic',
    judge: (sources) =>
      sources
        .filter(({ path }) => path === 'index.ts')
        .flatMap((file) => file.tree.statements.filter(isLogic).map((node) => [file, node]))
        .map(
          ([file, node]) =>
            `src/${file.path}:${file.lineOf(node)}  is not \`export { … } from\`: logic belongs in a room`,
        ),
  },
  {
    rule: 'public names are listed, not starred',
    judge: (sources) =>
      sources.flatMap((file) =>
        file.nodes
          .filter((node) => ts.isExportDeclaration(node) && node.exportClause === undefined)
          .map(
            (node) =>
              `src/${file.path}:${file.lineOf(node)}  \`export *\` publishes what nobody chose: list the names`,
          ),
      ),
  },
  {
    rule: 'a module declares and does nothing',
    judge: (sources) =>
      sources.flatMap((file) =>
        file.tree.statements
          // the command is what is run, and nothing imports it
          .filter(
            (node) =>
              !(isDeclaration(node) || file.path.endsWith('.d.ts') || file.path === 'command/main.ts'),
          )
          .map(
            (node) =>
              `src/${file.path}:${file.lineOf(node)}  a module is functions and constants, each with a name of its own: the build tells bundlers to drop those that nobody uses`,
          ),
      ),
  },
  {
    rule: 'the top level holds only what is agreed',
    judge: (_sources, root) =>
      readdirSync(root)
        .filter((name) => !name.startsWith('.') && !topLevel.includes(name) && !ignored.includes(name))
        .map(
          (name) =>
            `${name}  does not belong at the top level: configuration lives in hidden files or beside what it configures`,
        ),
  },
]

const linesOf = ({ text }) => text.split('\n').length - (text.endsWith('\n') ? 1 : 0)

/** A data table is a file without a single function declaration. */
const isTable = ({ nodes }) => !nodes.some((node) => ts.isFunctionDeclaration(node))

const isLogic = (node) => !(ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined)

const declarations = new Set([
  ts.SyntaxKind.ImportDeclaration,
  ts.SyntaxKind.ExportDeclaration,
  ts.SyntaxKind.FunctionDeclaration,
  ts.SyntaxKind.ClassDeclaration,
  ts.SyntaxKind.InterfaceDeclaration,
  ts.SyntaxKind.TypeAliasDeclaration,
])

/** No constant taken apart, because a bundler keeps what is (`const { a } = b`) even where nobody uses it. */
const isDeclaration = (node) =>
  ts.isVariableStatement(node)
    ? node.declarationList.declarations.every(({ name }) => ts.isIdentifier(name))
    : declarations.has(node.kind)
