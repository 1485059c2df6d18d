import { describe, expect, it } from 'vitest'
import { segmentColumns } from '../../../src/repository/postgres/customer-columns.js'
import { segmentCatalog } from '../../../src/segment/index.js'
import { defaultMapping } from '../../../src/segment/sql/index.js'

const columnTypes: Readonly<Record<string, string>> = segmentColumns

/** How a column of each type is declared in a table made for segments. */
const declared: Readonly<Record<string, string>> = {
  date: 'timestamptz',
  money: 'bigint',
  integer: 'bigint',
  boolean: 'boolean',
  text: 'text',
  enum: 'text',
  list: 'text[]',
  any: 'jsonb',
}

/** What only histories and the host know, which the table of customers does not hold. */
const related = ['companies', 'created_by_app_id']

describe('the default mapping', () => {
  const rows = segmentCatalog.attributes.filter(({ name }) => !related.includes(name))

  it.each(rows.map(({ name, type }) => [name, type] as const))(
    'stores %s as its type is stored',
    (name, type) => {
      const mapped = defaultMapping.attributes[name] ?? ''
      const storage = (typeof mapped === 'string' ? { column: mapped } : mapped) as Readonly<
        Record<string, string>
      >
      const column = storage['column'] ?? storage['array'] ?? storage['json'] ?? ''
      expect(columnTypes[column]).toBe(declared[type])
      expect('array' in storage).toBe(type === 'list')
      expect('json' in storage).toBe(type === 'any')
      expect(columnTypes[storage['currencyColumn'] ?? '']).toBe(type === 'money' ? 'text' : undefined)
    },
  )

  it('gives each attribute a column of its own', () => {
    const columns = Object.values(defaultMapping.attributes).flatMap((storage): string[] =>
      typeof storage === 'string' ? [storage] : (Object.values(storage) as string[]),
    )
    expect(new Set(columns).size).toBe(columns.length)
    expect(columns.toSorted()).toEqual([...Object.keys(columnTypes), ...related].toSorted())
    expect(Object.keys(defaultMapping.attributes).toSorted()).toEqual(
      segmentCatalog.attributes.map(({ name }) => name).toSorted(),
    )
  })

  it('names a customer by the id', () => {
    expect(defaultMapping.id).toBe('id')
  })
})
