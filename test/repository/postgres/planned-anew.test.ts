import { expect, it } from 'vitest'
import { plannedAnew } from '../../../src/repository/postgres/planned-anew.js'
import { tablesOf } from '../../../src/repository/postgres/tables.js'

const statement = 'select 1'

it('is another text after 4 uses, 16 and 64, which says the same', () => {
  const tables = tablesOf({})
  const sent = Array.from({ length: 80 }, () => plannedAnew(tables, statement))
  const changes = sent.flatMap((text, use) => (text === sent[use - 1] ? [] : [use]))
  expect(changes).toEqual([0, 4, 16, 64])
  expect(new Set(sent.map((text) => text.replace(/\n--.*$/, '')))).toEqual(new Set([statement]))
})

it('counts each statement by itself, and each repository', () => {
  const [tables, others] = [tablesOf({}), tablesOf({})]
  for (let use = 0; use < 4; use++) plannedAnew(tables, statement)
  expect(plannedAnew(tables, 'select 2')).toBe('select 2')
  expect(plannedAnew(others, statement)).toBe(statement)
  expect(plannedAnew(tables, statement)).not.toBe(statement)
})
