import { countries } from '../address/countries/countries.js'
import { militaryLevels, type MilitaryLevel } from '../address/military-rule.js'
import { csvFormatNames, type CsvFormatName } from '../transfer/csv-formats.js'

/** What the command was asked for. */
export interface CheckWish {
  readonly file: string
  readonly format: 'text' | 'json'
  readonly as: CsvFormatName | undefined
  /** for phones without a country */
  readonly country: string | null
  readonly level: MilitaryLevel
  /** where a repaired copy is to go */
  readonly write: string | null
  /** whether every finding is shown */
  readonly all: boolean
}

/** What follows from the words behind the command: a wish, the help, the version, or what is wrong with them. */
export type Reading =
  | { readonly wish: CheckWish }
  | { readonly help: true }
  | { readonly version: true }
  | { readonly mistake: string }

type Draft = { -readonly [Key in keyof CheckWish]: CheckWish[Key] }

/** An option: how it is written, what its value may be, and where it goes. */
interface Option {
  readonly value: string | null
  readonly says: string
  /** what a wrong value is answered with, where `value` alone would not help */
  readonly wants?: string
  take(draft: Draft, value: string): boolean
}

const oneOf = <T extends string>(words: readonly T[], value: string): T | undefined =>
  words.find((word) => word === value)

/** The options; the help is made of this table. */
export const options: { readonly [name: string]: Option } = {
  '--write': {
    value: 'FILE',
    says: 'write a copy with safe repairs: military addresses, phones, blanks in emails',
    // `-` is the standard input
    take: (draft, value) => ((draft.write = value), value !== '' && value !== '-'),
  },
  '--country': {
    value: 'CC',
    says: 'the country of phones without one, such as PL',
    wants: 'the code of a country, such as PL',
    take: (draft, value) => countries.codes.includes((draft.country = value.toUpperCase())),
  },
  '--level': {
    value: militaryLevels.join('|'),
    says: 'how strictly military addresses are judged; merchant unless given',
    take(draft, value) {
      const level = oneOf(militaryLevels, value)
      draft.level = level ?? 'merchant'
      return level !== undefined
    },
  },
  '--as': {
    value: 'NAME',
    says: `what the file is, where its header does not tell: ${csvFormatNames.join(', ')}`,
    wants: `one of ${csvFormatNames.join(', ')}`,
    take(draft, value) {
      draft.as = oneOf(csvFormatNames, value)
      return draft.as !== undefined
    },
  },
  '--format': {
    value: 'text|json',
    says: 'what the answer is written as; text unless given',
    take(draft, value) {
      const format = oneOf(['text', 'json'] as const, value)
      draft.format = format ?? 'text'
      return format !== undefined
    },
  },
  '--all': {
    value: null,
    says: 'show every finding, not only the first 20',
    take: (draft) => (draft.all = true),
  },
}

/** Reads the words behind `clientele`: `check FILE [options]`, an option as `--name value` or `--name=value`. */
export function readWish(words: readonly string[]): Reading {
  if (words.length === 0 || words.some((word) => word === '--help' || word === '-h')) return { help: true }
  if (words.some((word) => word === '--version' || word === '-v')) return { version: true }
  const [command, ...rest] = words
  if (command !== 'check') return { mistake: `There is no command “${command}”.` }
  const draft: Draft = {
    file: '',
    format: 'text',
    as: undefined,
    country: null,
    level: 'merchant',
    write: null,
    all: false,
  }
  for (let at = 0; at < rest.length; at++) {
    const [name, inline] = parted(rest[at] as string)
    const option = Object.hasOwn(options, name) ? options[name] : undefined
    if (option === undefined && isDashed(name)) return { mistake: `There is no option ${name}.` }
    if (option === undefined && draft.file !== '') return { mistake: 'One file at a time.' }
    if (option === undefined) draft.file = rest[at] as string
    else {
      if (option.value === null && inline !== undefined) return { mistake: `${name} takes no value.` }
      // an option that follows is not the value of this one
      const isMissing = option.value === null || isDashed(rest[at + 1] ?? '')
      const value = inline ?? (isMissing ? '' : (rest[++at] ?? ''))
      if (!option.take(draft, value)) return { mistake: `${name} wants ${option.wants ?? option.value}.` }
    }
  }
  if (draft.file === '') return { mistake: 'Which file?' }
  return { wish: draft }
}

/** Whether a word is written as an option is; the standard input is none. */
function isDashed(word: string): boolean {
  return word.startsWith('-') && word !== '-'
}

function parted(word: string): readonly [string, string | undefined] {
  const at = word.startsWith('--') ? word.indexOf('=') : -1
  return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)]
}
