import { describe, expect, it } from 'vitest'
import { cellReaders, type CellKind } from '../../src/transfer/cell-readers.js'
import { cellWriters } from '../../src/transfer/cell-writers.js'

describe('what a cell says', () => {
  it.each<[CellKind, string, boolean, unknown]>([
    // one apostrophe is a guard, in a file that has guards
    ['words', "'=1+1", true, '=1+1'],
    ['words', "'=1+1", false, "'=1+1"],
    ['words', "'t Hart", true, "'t Hart"],
    ['words', ' Ana ', true, 'Ana'],
    ['words', ' Ana ', false, 'Ana'],
    // the blanks behind a guard belong to the text, those at the end are nobody's
    ['words', "'\t=1 ", true, '\t=1'],
    ['metafield', "'007", true, '007'],
    ['metafield', "''007", true, "'007"],
    ['metafield', "''007", false, "''007"],
    ['metafield', "a'007", true, "a'007"],
    ['metafield', "'a7", true, "'a7"],
    ['number', "'+48601234567", true, '+48601234567'],
    ['number', "'+48601234567", false, "'+48601234567"],
    ['number', " '0150 ", true, '0150'],
    ['number', "''0150", true, "'0150"],
    // numbers that a spreadsheet has spoilt, and what only looks a little like such
    ['number', '7.00E+12', true, undefined],
    ['number', '4,86e+10', true, undefined],
    ['number', '48E10', true, undefined],
    ['number', '-48E-1', true, undefined],
    ['number', "'48E10", true, '48E10'],
    ['number', " '7.00E+12 ", true, '7.00E+12'],
    ['number', '48E10', false, '48E10'],
    ['number', "'1\n'=1+1\r\n'2", true, "1\n=1+1\r\n'2"],
    ['number', 'A48E10', true, 'A48E10'],
    ['number', '48E10A', true, '48E10A'],
    ['number', '48.E10', true, '48.E10'],
    ['amount', "'25.00", true, '25.00'],
    ['whole-number', '12', true, 12],
    ['whole-number', "'3", true, 3],
    ['whole-number', '123456789', true, 123_456_789],
    ['whole-number', '1234567890', true, undefined],
    ['whole-number', '1.0', true, undefined],
    ['yes-no', ' YES ', true, true],
    ['active', 'yes', true, false],
  ])('%s %j, with guards: %s', (kind, text, isGuarded, said) => {
    expect(cellReaders[kind].read(text, isGuarded)).toEqual(said)
  })
})

describe('how a value is written in a cell', () => {
  it.each<[CellKind, unknown, boolean, string]>([
    ['words', ' Ana ', true, 'Ana'],
    ['words', ' Ana ', false, 'Ana'],
    ['words', ' =1+1', true, "'=1+1"],
    ['words', ' =1+1', false, '=1+1'],
    ['words', null, true, ''],
    ['metafield', '007', true, "'007"],
    ['metafield', "'007", true, "''007"],
    ['metafield', '007', false, '007'],
    ['metafield', 'a7', true, 'a7'],
    ['metafield', 7, true, "'7"],
    ['metafield', undefined, true, ''],
    ['number', '0150', true, "'0150"],
    ['number', '1\n=1+1\r\n+2\r3', true, "'1\n'=1+1\r\n'+2\r3"],
    ['number', '=1\n=2', false, '=1\n=2'],
    ['number', '0150', false, '0150'],
    ['number', null, true, ''],
    ['amount', '25.00', true, '25.00'],
    ['whole-number', 3, true, '3'],
    ['yes-no', true, true, 'yes'],
    ['yes-no', false, true, 'no'],
    ['active', true, true, 'no'],
    ['active', false, true, 'yes'],
    ['consent', { state: 'SUBSCRIBED' }, true, 'yes'],
    ['consent', { state: 'PENDING' }, true, 'no'],
    ['tags', ['vip', 'eu'], true, 'vip, eu'],
    ['tags', ['=1'], true, "'=1"],
  ])('%s %j, with guards: %s', (kind, value, isGuarded, text) => {
    expect(cellWriters[kind](value as never, isGuarded)).toBe(text)
  })
})
