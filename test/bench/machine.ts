import { cpus, loadavg, totalmem } from 'node:os'
import process from 'node:process'

/** Where and when something was measured. */
export interface Machine {
  /** a calendar day of UTC */
  readonly day: string
  readonly text: string
  /** of the last minute before the start */
  readonly load: number
  readonly isBusy: boolean
}

/** More than this at the start, and others work on the machine, too. */
const QUIET = 0.7

export function machine(): Machine {
  const [load = 0] = loadavg()
  const model = cpus()[0]?.model.trim() ?? 'unknown'
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`
  return {
    day: new Date().toISOString().slice(0, 10),
    text: `${cpus().length} cores (${model}), ${memory}, ${process.platform} ${process.arch}, Node ${process.version}`,
    load,
    isBusy: load > QUIET,
  }
}
