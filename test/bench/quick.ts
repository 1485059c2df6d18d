import process from 'node:process'

/** `--quick`: everything small, to see whether it runs. Its figures mean nothing, and are not written down. */
export const isQuick = process.argv.includes('--quick')

/** A size, and the one of a quick run. */
export const sized = (size: number, quick: number): number => (isQuick ? quick : size)
