import { describe, expect, it } from 'vitest'
import { runOn } from './machine-of.js'

describe('clientele check: long files', () => {
  it('more findings than a call takes arguments', async () => {
    const { code, said } = await runOn(`Email\n${'bad\n'.repeat(150_000)}`, 'check customers.csv --all')
    expect([code, said.match(/wrong/g)?.length]).toEqual([1, 150_000])
  })

  const long = `Email\n${Array.from({ length: 120_000 }, (_, index) => `a${index}@example.com\n`).join('')}`

  it('tell how far it is by plain lines where there is no terminal', async () => {
    const { told } = await runOn(long, 'check customers.csv')
    const lines = told.split('\n').filter(Boolean)
    expect(lines).toHaveLength(2)
    for (const line of lines) expect(line).toMatch(/^\d+ rows read$/)
  })
})
