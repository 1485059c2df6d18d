/** What the machine says by a code alone, in words. */
const words: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file or folder',
  EISDIR: 'This is a folder and no file',
  ENOTDIR: 'There is no such folder',
  EACCES: 'This may not be read or written',
  EPERM: 'This may not be read or written',
}

/**
 * Why a file could not be read or written, in a line; the machine's own words where there are none of ours. A failure that names no
 * path, as that of a folder which was opened, is of the file that is read.
 */
export function failureLine(error: unknown, file: string): string {
  if (!(error instanceof Error)) return String(error)
  const { code, path } = error as { readonly code?: unknown; readonly path?: unknown }
  const says = typeof code === 'string' && Object.hasOwn(words, code) ? words[code] : undefined
  return says === undefined ? error.message : `${says}: ${typeof path === 'string' ? path : file}`
}
