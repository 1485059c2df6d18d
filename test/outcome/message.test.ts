import { describe, expect, it } from 'vitest'
import { explainProblem } from '../../src/outcome/explain-problem.js'
import { formatMessage } from '../../src/outcome/message.js'
import { attackStrings, expectLinear, prototypeNames } from '../hostile-texts.js'

describe('formatMessage', () => {
  it.each([
    ['a text alone', 'No such day.', {}, 'No such day.'],
    ['a text', '{name} is gone.', { name: 'note' }, 'note is gone.'],
    ['the same twice', '{a} and {a}', { a: 'x' }, 'x and x'],
    ['a number as the language writes it', 'At most {limit}.', { limit: 5000 }, 'At most 5,000.'],
    [
      'a list as the language writes it',
      'One of {of}.',
      { of: ['AA', 'AE', 'AP'] },
      'One of AA, AE, and AP.',
    ],
    ['numbers in a list', '{of}', { of: [1000, 2] }, '1,000 and 2'],
    ['an empty list', '({of})', { of: [] }, '()'],
    ['an optional part', 'No {a}.[ Did you mean {b}?]', { a: 'x', b: 'y' }, 'No x. Did you mean y?'],
    ['no optional part whose parameter is missing', 'No {a}.[ {a} or {b}?]', { a: 'x' }, 'No x.'],
    ['no optional part whose parameter is empty', 'No {a}[: {b}].', { a: 'x', b: '' }, 'No x.'],
    ['no optional part whose parameter is an empty list', 'No {a}[: {b}].', { a: 'x', b: [] }, 'No x.'],
    ['brackets in a value as they are', '{a}', { a: '[b]' }, '[b]'],
    ['a boolean and a map', '{a} {b}', { a: true, b: { c: 1 } }, 'true {"c":1}'],
    ['null as what is missing', '{a} of {b}', { a: null, b: ['x', null] }, '… of x and …'],
    ['what is missing', '{limit} at most', {}, '… at most'],
    ['what looks like a placeholder in a value', '{a}', { a: '{b}', b: 'c' }, '{b}'],
    ['what means something to a replacement', '{a}', { a: "$& $' $1" }, "$& $' $1"],
    ['braces that are no placeholder', '{} {a b} {', { a: 1 }, '{} {a b} {'],
  ])('writes %s', (_what, message, params, text) => {
    expect(formatMessage(message, params, 'en')).toBe(text)
  })

  it.each(prototypeNames)('finds no parameter {%s} on a prototype', (name) => {
    expect(formatMessage(`{${name}}`, {}, 'en')).toBe('…')
  })

  const rows = { by: 'count', one: '{count} wiersz', few: '{count} wiersze', other: '{count} wierszy' }

  it.each([
    [1, '1 wiersz'],
    [2, '2 wiersze'],
    [5, '5 wierszy'],
    [22, '22 wiersze'],
  ])('takes the plural form of the language for %i', (count, text) => {
    expect(formatMessage(rows, { count }, 'pl')).toBe(text)
  })

  it('takes the general form where the category has none, or the parameter is missing', () => {
    expect(formatMessage({ by: 'count', other: '{count} rows' }, { count: 1 }, 'en')).toBe('1 rows')
    expect(formatMessage(rows, {}, 'pl')).toBe('… wierszy')
  })

  it.each(Object.entries(attackStrings))('takes linear time on %s, as a message', (_what, attack) => {
    expectLinear((text) => formatMessage(text, {}, 'en'), attack)
  })
})

describe('explainProblem', () => {
  const messages = {
    language: 'en',
    problems: { 'text.too-long': 'At most {limit} characters.', plain: 'Plainly.' },
  }

  it('says a problem in words, with its parameters', () => {
    const problem = { code: 'text.too-long', path: ['note'], params: { limit: 5000 } }
    expect(explainProblem(problem, messages)).toBe('At most 5,000 characters.')
    expect(explainProblem({ code: 'plain', path: [] }, messages)).toBe('Plainly.')
  })

  it.each(['host.own-code', ...prototypeNames])('gives a code without a text as it is: %s', (code) => {
    expect(explainProblem({ code, path: [] }, messages)).toBe(code)
  })
})
