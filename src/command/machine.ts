/** What the command asks of the machine that it runs on; tests bring one of their own. */
export interface Machine {
  /** a file in pieces, and its size in bytes where that is known; throws where it cannot be read */
  open(path: string): { readonly pieces: AsyncIterable<Uint8Array>; readonly size: number | null }
  /** makes a file of pieces, text as UTF-8; what was there before stays where reading them fails, or the whole is not wanted in the end */
  save(path: string, pieces: AsyncIterable<string | Uint8Array>, isWanted: () => boolean): Promise<void>
  /** whether two paths lead to one file, by whatever way; a path to nothing leads to none */
  isSameFile(one: string, other: string): boolean
  /** the answer, line by line */
  say(line: string): void
  /** progress and complaints, which are no part of the answer */
  tell(text: string): void
  /** how wide the terminal is on which progress is told; `null` where it is none */
  readonly terminal: number | null
}
