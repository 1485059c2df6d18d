import { options } from './wish.js'

/** What the command can do, made of the table of its options. */
export function helpLines(): readonly string[] {
  const written = Object.entries(options).map(([name, { value, says }]) => [
    value === null ? name : `${name} ${value}`,
    says,
  ])
  const width = Math.max(...written.map(([option = '']) => option.length))
  return [
    'clientele check FILE [options]',
    '',
    'Looks through a CSV file of customers without a store: what an import would refuse, US military',
    'addresses that the post would return, postal codes that do not fit their country, and people who stand',
    'in it twice. FILE - is the standard input.',
    '',
    ...written.map(([option = '', says]) => `  ${option.padEnd(width)}  ${says}`),
    `  ${'--help'.padEnd(width)}  this`,
    `  ${'--version'.padEnd(width)}  which version this is`,
    '',
    'Exit codes: 0 nothing to mend, 1 something to mend, 2 a wrong call, 3 a file that cannot be read or written.',
  ]
}
