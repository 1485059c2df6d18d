/** The parts of Node that the command uses; Node's own types would bring its names into every room. */
declare module 'node:fs' {
  export function createReadStream(path: string): AsyncIterable<Uint8Array>
  export function existsSync(path: string): boolean
  export function statSync(path: string): {
    readonly size: number
    readonly dev: number
    readonly ino: number
    isFile(): boolean
  }
}

declare module 'node:fs/promises' {
  export function writeFile(
    path: string,
    pieces: AsyncIterable<string | Uint8Array>,
    options?: { readonly flag: 'wx' },
  ): Promise<void>
  export function realpath(path: string): Promise<string>
  export function rename(from: string, to: string): Promise<void>
  export function rm(path: string, options: { readonly force: boolean }): Promise<void>
}

declare module 'node:process' {
  interface Output {
    readonly isTTY?: boolean
    readonly columns?: number
    write(text: string): boolean
    on(event: 'error', listener: () => void): unknown
  }
  export const argv: string[]
  export const pid: number
  export const stdin: AsyncIterable<Uint8Array>
  export const stdout: Output
  export const stderr: Output
  const process: { exitCode?: number | string | null | undefined }
  export default process
}
