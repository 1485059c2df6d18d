/**
 * `npm run docs` writes what is generated in docs/ anew; `npm run docs -- --check` only says what is out of date, which
 * links of README and docs/ lead nowhere, and which blocks do not say what they are.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { root } from '../tool.mjs'
import { textFaults } from './text-faults.mjs'
import { erasurePart } from './erasure-part.ts'
import { mutationPart } from './mutation-part.ts'
import { policiesPage } from './policies-page.ts'
import { problemsPage, remedyFaults } from './problems-page.ts'
import { segmentsPart } from './segments-part.ts'

const BEGIN = '<!-- Written by `npm run docs` from here. Edits are lost. -->'
const END = '<!-- Written by `npm run docs` to here. -->'

/** Each generated page, and what it must say given what it says now. */
const pages = {
  'docs/problems.md': problemsPage,
  'docs/policies.md': policiesPage,
  'docs/erasure-and-data-requests.md': (old) => between(old, erasurePart()),
  'docs/segments.md': (old) => between(old, segmentsPart()),
  'CONTRIBUTING.md': (old) => between(old, mutationPart(root)),
}

const isCheck = process.argv.includes('--check')
const stale = Object.entries(pages).flatMap(([path, write]) => {
  const old = read(path)
  const page = write(old)
  if (page === old) return []
  if (!isCheck) writeFileSync(`${root}${path}`, page)
  return [path]
})
const faults = [
  ...remedyFaults(),
  ...(isCheck ? stale.map((path) => `${path} is out of date: npm run docs`) : []),
  ...textFaults(root),
]

console.log(
  isCheck
    ? `${Object.keys(pages).length} generated pages were compared`
    : `written anew: ${stale.join(', ') || 'none'}`,
)
for (const fault of faults) console.error(fault)
process.exitCode = faults.length > 0 ? 1 : 0

/** A page that people write, with one part between two marks. */
function between(old, part) {
  const [before, after] = [old.indexOf(BEGIN), old.indexOf(END)]
  if (before < 0 || after < before) throw new Error(`the page must hold ${BEGIN} and ${END}`)
  return `${old.slice(0, before)}${BEGIN}\n\n${part}\n\n${old.slice(after)}`
}

function read(path) {
  try {
    return readFileSync(`${root}${path}`, 'utf8')
  } catch {
    return ''
  }
}
