/** Of a number, the digits that are dialled before it. Where fewer than three are left it stays: those are part of nearly every phone. */
const PREFIX = /^00?(?=\d{3})/

/** Digits as they would stand in E.164: without the prefix of a national or foreign call, where enough is left. */
export function withoutDialledPrefix(digits: string): string {
  return digits.replace(PREFIX, '')
}
