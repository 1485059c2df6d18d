import { readFileSync } from 'node:fs'
import { noRelations } from 'clientele'
import { repositoryContract } from 'clientele/contract'
import { createMemoryRepository } from 'clientele/memory'
import { describe, expect, it } from 'vitest'

const root = new URL('../../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')
const page = read('docs/adapters.md')

/** The excerpts of the page: `<!-- file#region -->`, and the block beneath it. */
const excerpts = [...page.matchAll(/^<!-- (\S+)#(\S+) -->\n\n```\w+\n(.*?)\n```$/gms)].map(
  ([, file = '', region = '', code = '']) => ({ file, region, code }),
)

/** What stands between the marks of a region, as far to the left as it goes. */
function regionOf(file: string, region: string): string {
  const lines = read(file).split('\n')
  const begin = lines.findIndex((line) => /^ *(\/\/|--) #region /.test(line) && line.endsWith(` ${region}`))
  const inside = begin < 0 ? [] : lines.slice(begin + 1)
  const text = inside.slice(
    0,
    inside.findIndex((line) => line.includes('#endregion')),
  )
  const margin = Math.min(...text.filter((line) => line !== '').map((line) => line.search(/\S/)))
  return text
    .map((line) => line.slice(margin))
    .join('\n')
    .trimEnd()
}

describe('docs/adapters.md', () => {
  it('has an excerpt for every mark', () => {
    expect(excerpts).toHaveLength(page.match(/^<!-- /gm)?.length ?? 0)
    expect(excerpts.length).toBeGreaterThan(10)
  })

  for (const { file, region, code } of excerpts)
    it(`shows ${file}#${region} as it is`, () => expect(code).toBe(regionOf(file, region)))

  it('names only cases that the suite has', () => {
    const named = [...page.matchAll(/^- \*([^*].+?)\*: /gm)].map(([, name]) => name)
    const suites = [
      {},
      { statistics: 'counted', transactions: true, relations: { ...noRelations, orders: 'outbox' } },
    ] as const
    const names = new Set(
      suites.flatMap((capabilities) =>
        repositoryContract({
          createRepository: (records) => createMemoryRepository({ records }),
          capabilities,
        }).map(({ name }) => name),
      ),
    )
    expect(named.filter((name) => !names.has(name!))).toEqual([])
    expect(named.length).toBeGreaterThan(30)
  })
})
