/** Signs of other languages, and what they mean here. */
const foreignSigns: ReadonlyMap<string, string> = new Map([
  ['<>', '!='],
  ['=>', '>='],
  ['=<', '<='],
  ['&&', 'AND'],
  ['&', 'AND'],
  ['||', 'OR'],
  ['|', 'OR'],
  ['!', 'NOT'],
])

/** What a sign of another language means, if that may stand here. */
export function meantBy(sign: string, expected: readonly string[]): string | null {
  const meant = foreignSigns.get(sign)
  return meant !== undefined && expected.includes(meant) ? meant : null
}
