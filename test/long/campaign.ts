/** Tests that take too long for the gate. */
export interface Campaign {
  readonly name: string
  /** what it does, and with which numbers unless others are given */
  readonly says: string
  /** tells what it sees as it goes; gives whether all was well */
  run(say: (line: string) => void, numbers: readonly number[]): Promise<boolean>
}
