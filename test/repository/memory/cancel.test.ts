import { describe, expect, it } from 'vitest'
import { changeSet, edit } from '../../../src/repository/contract/change-sets.js'
import { anna } from '../../../src/repository/contract/people.js'
import { peopled, recordOn } from './commit-on.js'

describe('a signal', () => {
  it('that is aborted rejects with its reason before anything is done', async () => {
    const repository = peopled()
    const signal = AbortSignal.abort(new Error('given up'))
    const wanted = changeSet('k', { changes: [edit(anna, { note: 'n' })] })
    await expect(repository.commit(wanted, { signal })).rejects.toThrow('given up')
    await expect(repository.timeline('anna', { signal })).rejects.toThrow('given up')
    await expect(repository.distinctFrom(['anna'], { signal })).rejects.toThrow('given up')
    expect(await repository.outcomeOf('k')).toBeNull()
  })

  it('that is not aborted changes nothing', async () => {
    const repository = peopled()
    const { signal } = new AbortController()
    await repository.commit(changeSet('k', { changes: [edit(anna, { note: 'n' })] }), { signal })
    expect((await recordOn(repository, 'anna')).customer.note).toBe('n')
  })
})
