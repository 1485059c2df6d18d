import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  parseSegment,
  segmentCatalog,
  type SegmentNode,
  type SegmentParam,
  type SegmentValue,
} from '../../../src/segment/index.js'
import { defaultMapping, segmentToSql, type SegmentMapping } from '../../../src/segment/sql/index.js'
import { arbitraries } from '../../../src/testing/index.js'
import { shop } from '../matching.js'
import { layoutOf, styles } from './layout.js'
import { samplePeople } from './people.js'

const people = samplePeople(1, 1)
const mappings = [
  defaultMapping,
  ...[...styles.postgres, ...styles.sqlite].map((style) => layoutOf(people, style).mapping),
]

/** What a user may type in place of something else, with all that ends a text, a name or a statement. */
const HOSTILE = `x'"\`\\;--/*$1?:p1)%_`

/** The same tree in which everything that a user types is something else. */
function twinOf(node: SegmentNode): SegmentNode {
  if (node.kind === 'not') return { ...node, node: twinOf(node.node) }
  if (node.kind === 'bucket') return { ...node, share: '33', seed: HOSTILE }
  if (node.kind === 'function') return { ...node, params: node.params.map(twinOfParam) }
  if ('nodes' in node) return { ...node, nodes: node.nodes.map(twinOf) }
  if (!('values' in node)) return node
  const row = segmentCatalog.attributes.find(({ name }) => name === node.attribute)
  const isFree = row === undefined || !('form' in row || 'values' in row)
  return { ...node, values: node.values.map((value) => twinOfValue(value, isFree)) }
}

function twinOfParam(param: SegmentParam): SegmentParam {
  return { ...param, values: param.values.map((value) => twinOfValue(value, true)) }
}

const others: Readonly<Record<SegmentValue['type'], string>> = {
  text: HOSTILE,
  number: '4711',
  boolean: 'true',
  date: '2001-02-03',
  point: '(1, 2)',
}

function twinOfValue(value: SegmentValue, isFree: boolean): SegmentValue {
  // A quoted date or point stays one, and one of a few words another of them
  const isKept = value.type === 'text' && (!isFree || /^[-+\d]|^(?:today|yesterday)$/i.test(value.text))
  return isKept ? value : { ...value, text: others[value.type] }
}

function textOf(root: SegmentNode, dialect: 'postgres' | 'sqlite', mapping: SegmentMapping): string | null {
  const parsed = parseSegment(root)
  // The twin of an id is none that the catalog refuses, but an order of ids wants numbers
  if (!parsed.ok) return null
  const outcome = segmentToSql(parsed.value, { ...shop, dialect, mapping })
  return outcome.ok ? outcome.value.text : outcome.problems.map(({ code }) => code).join()
}

describe('whatever is typed', () => {
  it('S-1 the text of the statement is the same, so that no byte of it stands there', () => {
    let compared = 0
    fc.assert(
      fc.property(arbitraries(fc).segment(), fc.constantFrom(...mappings), ({ root }, mapping) => {
        for (const dialect of ['postgres', 'sqlite'] as const) {
          const twin = textOf(twinOf(root), dialect, mapping)
          if (twin === null) continue
          compared++
          expect(twin).toBe(textOf(root, dialect, mapping))
        }
      }),
      { numRuns: 500 },
    )
    expect(compared).toBeGreaterThan(500)
  })

  it('even as the key of a metafield', () => {
    const [one, other] = ['a.b', 'ß_-.ключ.x'].map((key) =>
      ['=', '!=', '>', 'IS NULL'].map((operator) =>
        mappings.map((mapping) => {
          const values = operator === 'IS NULL' ? [] : [{ type: 'number', text: '1' }]
          const clause = { kind: 'clause', attribute: `metafields.${key}`, operator, values }
          return [
            textOf(clause as SegmentNode, 'postgres', mapping),
            textOf(clause as SegmentNode, 'sqlite', mapping),
          ]
        }),
      ),
    )
    expect(other).toEqual(one)
  })
})
