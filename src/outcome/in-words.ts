import type { JsonValue } from './json.js'

/** The words of a language for what the library says in codes. */
export interface Words {
  readonly [code: string]: string
}

/** Says what has words, by itself or in a list; what has none, such as a host's own name, is given as it is. */
export function inWords(value: JsonValue, words: Words): JsonValue {
  if (Array.isArray(value)) return value.map((one: JsonValue) => inWords(one, words))
  return typeof value === 'string' && Object.hasOwn(words, value) ? (words[value] as string) : value
}
