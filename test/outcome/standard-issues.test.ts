import { type Problem, toStandardIssues } from 'clientele'
import { en } from 'clientele/messages/en'
import { expect, it } from 'vitest'

const problems: readonly Problem[] = [
  { code: 'customer.too-many-tags', path: ['tags'], params: { length: 251, limit: 250 } },
  { code: 'shop.own-code', path: ['addresses', 0, 'zip'] },
]

it('gives one issue a problem, in their order, each with its words and its path', () => {
  expect(toStandardIssues(problems, en)).toEqual([
    { message: 'At most 250 tags are allowed, not 251.', path: ['tags'] },
    { message: 'shop.own-code', path: ['addresses', 0, 'zip'] },
  ])
})

it('gives no issue for no problem', () => {
  expect(toStandardIssues([], en)).toEqual([])
})
