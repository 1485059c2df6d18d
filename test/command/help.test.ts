import { describe, expect, it } from 'vitest'
import { helpLines } from '../../src/command/help.js'
import { options } from '../../src/command/wish.js'

describe('the help', () => {
  const text = helpLines().join('\n')
  const [usage, purpose, table, codes] = text.split('\n\n')
  const rows = (table ?? '').split('\n').map((line) => /^ {2}(--\S+(?: \S+)?) +(\S.*)$/.exec(line))

  it('says how the command is called, what it is for, its options and what it ends with', () => {
    expect(text.split('\n\n')).toHaveLength(4)
    expect(usage).toBe('clientele check FILE [options]')
    expect(purpose).toMatch(
      /CSV file of customers.*military\naddresses.*postal codes.*\nin it twice\. FILE -/,
    )
    expect(codes?.match(/[0-3] [a-z]/g)).toHaveLength(4)
  })

  it('has each option with its value and two blanks at least before what it does, one below the other', () => {
    expect(rows.map((row) => row?.[1])).toEqual([
      '--write FILE',
      '--country CC',
      '--level merchant|postal',
      '--as NAME',
      '--format text|json',
      '--all',
      '--help',
      '--version',
    ])
    const explanations = rows.map((row) => row?.[2] ?? '')
    expect(explanations.slice(0, -2)).toEqual(Object.values(options).map(({ says }) => says))
    expect(explanations.every((words) => /^[a-z]+ [a-z]+|^this$/.test(words))).toBe(true)
    const columns = rows.map((row) => (row?.[0].length ?? 0) - (row?.[2]?.length ?? 0))
    expect(new Set(columns)).toEqual(new Set(['  --level merchant|postal  '.length]))
  })
})
