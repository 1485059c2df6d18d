/** Writes a text as the language does, in quotes; quotes and backslashes within get a backslash. */
export function quote(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`
}

/** Reads a text with its quotes. `\'` is a quote and `\\` a backslash; before anything else a backslash is itself. */
export function unquote(quoted: string): string {
  return quoted.slice(1, -1).replace(/\\(['\\])/g, '$1')
}
