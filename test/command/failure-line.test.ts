import { describe, expect, it } from 'vitest'
import { failureLine } from '../../src/command/failure-line.js'

function failure(message: string, parts: object = {}): Error {
  return Object.assign(new Error(message), parts)
}

describe('why a file could not be read or written', () => {
  it.each([
    [
      'a missing file',
      failure('ENOENT: …', { code: 'ENOENT', path: 'b.csv' }),
      'There is no such file or folder: b.csv',
    ],
    [
      'a folder, whose failure names no path',
      failure('EISDIR: …', { code: 'EISDIR' }),
      'This is a folder and no file: a.csv',
    ],
    [
      'a file where a folder should be',
      failure('ENOTDIR: …', { code: 'ENOTDIR', path: 'b.csv/' }),
      'There is no such folder: b.csv/',
    ],
    ['a file of others', failure('EACCES: …', { code: 'EACCES' }), 'This may not be read or written: a.csv'],
    [
      'a file that is locked',
      failure('EPERM: …', { code: 'EPERM' }),
      'This may not be read or written: a.csv',
    ],
    ['a code without words of ours', failure('too many files', { code: 'EMFILE' }), 'too many files'],
    ['a code that every object has', failure('odd', { code: 'constructor' }), 'odd'],
    ['a code that is no text', failure('odd', { code: 7 }), 'odd'],
    ['an error without a code', failure('broken'), 'broken'],
    ['what is no error', 'broken', 'broken'],
  ])('%s', (_case, error, says) => {
    expect(failureLine(error, 'a.csv')).toBe(says)
  })
})
