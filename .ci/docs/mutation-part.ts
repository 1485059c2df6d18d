import { readFileSync } from 'node:fs'
import { table } from './markdown.js'

interface Score {
  readonly date: string
  readonly mutants: number
  readonly killed: number
}

/** The table in CONTRIBUTING.md: what `npm run test:mutation` has found, room by room, and in all. */
export function mutationPart(root: string): string {
  const scores: { readonly [part: string]: Score } = JSON.parse(
    readFileSync(`${root}.ci/mutation.json`, 'utf8'),
  )
  const sum = (key: 'mutants' | 'killed') => Object.values(scores).reduce((all, score) => all + score[key], 0)
  const [mutants, killed] = [sum('mutants'), sum('killed')]
  const rows = Object.entries(scores).map(([part, score]) => [`\`${part}\``, ...cells(score), score.date])
  return table(
    ['room', 'changes', 'noticed', '%', 'date'],
    [...rows, ['all', ...cells({ mutants, killed }), '']],
  )
}

const cells = ({ mutants, killed }: Pick<Score, 'mutants' | 'killed'>): string[] => [
  `${mutants}`,
  `${killed}`,
  ((100 * killed) / mutants).toFixed(1),
]
