/** Every regular expression of src/ runs in linear time, by the judgement of recheck. */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import ts from 'typescript'
import { readSources } from '../house/source.mjs'

/** The build of recheck in JavaScript: it starts no program and no worker, and says the same on every machine. */
const { checkSync } = createRequire(import.meta.url)('recheck/lib/browser.js')

/** In milliseconds, for one expression: one that takes longer is not known to be linear. */
const LONGEST = 60_000

/** A seed, and no step cut short by the clock, so that two runs say the same on machines that have much to do, too. */
const options = {
  timeout: LONGEST,
  attackTimeout: LONGEST,
  incubationTimeout: LONGEST,
  seedingTimeout: LONGEST,
  randomSeed: 1,
}

const linear = new Set(['safe', 'linear'])

/** What is made of data: how it stands in the code, and all the expressions that the data can make of it. */
const madeOfData = [
  {
    text: '`^(?:${zipPattern})$`',
    path: 'address/countries/country-table.ts',
    sourcesIn: (table) =>
      [...table.matchAll(/^.*(\{"code":.*\})(?:`|$)/gm)]
        .map(([, row]) => JSON.parse(row).zip)
        .filter((zip) => zip !== undefined)
        .map((zip) => `^(?:${zip})$`),
  },
]

/** What is made of the data of a package, and sees no more than a few characters: that takes no time to speak of, however it is written. */
const ofFewCharacters = new Set(['`^(?:${planPattern})`', '`^(?:${planPattern})$`'])

export function checkRegexes(root) {
  const found = readSources(root).flatMap((file) =>
    file.nodes.flatMap((node) => toRegex(node).map((regex) => ({ ...regex, place: placeOf(file, node) }))),
  )
  const ofData = madeOfData.map(({ path, sourcesIn }) => {
    const table = join(root, 'src', path)
    const sources = existsSync(table) ? new Set(sourcesIn(readFileSync(table, 'utf8'))) : []
    return { path, expressions: [...sources].map((source) => ({ source, flags: '', place: `src/${path}` })) }
  })
  return [
    { rule: 'there is something to judge', findings: found.length > 0 ? [] : ['src/ holds no expression'] },
    {
      rule: 'every regular expression can be read without running anything',
      findings: found
        .filter(({ source }) => source === null)
        .map(({ place }) => `${place}  write it as a literal, or of literals: nobody can judge it so`),
    },
    {
      rule: 'every regular expression runs in linear time',
      findings: found.filter(({ source }) => source !== null).flatMap(judge),
    },
    ...ofData
      .filter(({ expressions }) => expressions.length > 0)
      .map(({ path, expressions }) => ({
        rule: `every regular expression made of ${path} runs in linear time`,
        findings: expressions.flatMap(judge),
      })),
  ]
}

function judge({ source, flags, place }) {
  const { status, complexity, attack, error } = checkSync(source, flags, options)
  if (status === 'safe' && linear.has(complexity.type)) return []
  const why = status === 'vulnerable' ? `${complexity.summary}, by ${attack.pattern}` : error?.kind
  return [`${place}  /${source}/${flags} is ${status}: ${why}`]
}

/** A literal or a call of `RegExp`; `source` is null where only running it could tell. */
function toRegex(node) {
  if (ts.isRegularExpressionLiteral(node)) {
    const end = node.text.lastIndexOf('/')
    return [{ source: node.text.slice(1, end), flags: node.text.slice(end + 1) }]
  }
  const isMade =
    (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
    ts.isIdentifier(node.expression) &&
    node.expression.text === 'RegExp'
  if (!isMade) return []
  const [source, flags] = node.arguments ?? []
  const text = source?.getText()
  if (madeOfData.some((data) => data.text === text) || ofFewCharacters.has(text)) return []
  const known = { source: textOf(source), flags: flags === undefined ? '' : textOf(flags) }
  return [known.flags === null ? { source: null } : known]
}

/** The text of a literal, or of `[…].join('…')` of literals. */
function textOf(node) {
  if (node === undefined) return null
  if (ts.isStringLiteralLike(node)) return node.text
  const isJoined =
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    node.expression.name.text === 'join' &&
    ts.isArrayLiteralExpression(node.expression.expression)
  if (!isJoined) return null
  const parts = [...node.expression.expression.elements, node.arguments[0]].map(textOf)
  return parts.includes(null) ? null : parts.slice(0, -1).join(parts.at(-1))
}

const placeOf = (file, node) => `src/${file.path}:${file.lineOf(node)}`
