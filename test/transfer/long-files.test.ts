import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { readCustomerCsv } from 'clientele/csv'
import { parsePhone } from 'clientele/phone'
import { buildContext } from 'clientele/testing'
import { describe, expect, it } from 'vitest'
import { draftRows, type Candidate } from '../../src/transfer/candidate.js'
import { twinFinder } from '../../src/transfer/row-twins.js'
import { expectWithinWaiting } from '../hostile-texts.js'
import { rowsOf } from './import-case.js'
import { readOne } from './read-all.js'

describe('what is remembered of a file', () => {
  it('is the emails and phones alone, not the text that they stood in', async () => {
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    const held = (): number => {
      collect()
      return process.memoryUsage().heapUsed
    }
    const rows = function* (): Generator<string> {
      yield 'Email,Note\n'
      for (let index = 0; index < 1000; index++) yield `somebody-${index}@example.com,${'x'.repeat(50_000)}\n`
    }
    // by this policy an email is its own key, and so a part of the file
    const plain = buildContext({ parsePhone })
    const twinsOf = twinFinder()
    const before = held()
    for await (const row of readCustomerCsv(rows())) draftRows([row], plain).forEach(twinsOf)
    expect(held() - before).toBeLessThan(4 * 1024 * 1024)
    const [again] = draftRows(rowsOf({ email: 'somebody-7@example.com' }), plain)
    expect(twinsOf(again as Candidate)).toHaveLength(1)
  })
})

describe('unknown columns', () => {
  it('of a row are kept in linear time, a hundred thousand equal ones, too', async () => {
    const file = `Email${',x'.repeat(100_000)}\nana@example.com${',1'.repeat(100_000)}\n`
    const { input } = await expectWithinWaiting(5_000, () => readOne(file, { keepUnknownAs: 'import' }))
    expect(Object.keys(input.metafields ?? {})).toHaveLength(100_000)
  })
})
