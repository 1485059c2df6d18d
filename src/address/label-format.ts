/** A place for a field in a line of a label, or text that stands as it is. */
export type LabelPart =
  | { readonly field: string; readonly text?: undefined }
  | { readonly field?: undefined; readonly text: string }

const PART = /%(.)|([^%]+)/gu

/** Reads a format of a country (`%N%n%A%n%Z %C`): lines of parts. */
export function partsOfFormat(format: string): LabelPart[][] {
  return format.split('%n').map((line) =>
    [...line.matchAll(PART)].map(([, field, text]) => {
      return field === undefined ? { text: text as string } : { field }
    }),
  )
}

/** Writes one line: a field without a value vanishes, and with it the signs that would join it to another. */
export function lineOf(parts: readonly LabelPart[], valueOf: (field: string) => string): string {
  let line = ''
  let endsInField = true
  for (const [at, { field, text }] of parts.entries()) {
    const next = parts[at + 1]?.field
    const value = field === undefined ? text : valueOf(field)
    const isKept =
      field === undefined ? endsInField && (next === undefined || valueOf(next) !== '') : value !== ''
    if (!isKept) continue
    line += value
    endsInField = field !== undefined
  }
  return line.trim()
}
