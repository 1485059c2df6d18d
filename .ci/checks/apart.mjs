import { Worker } from 'node:worker_threads'
import { root, rules } from '../tool.mjs'

/** Runs a check, which computes and waits for nothing, in a thread of its own, so that another step runs meanwhile. */
export async function apart(module, name) {
  return rules(
    await new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./thread.mjs', import.meta.url), {
        workerData: { module: new URL(module, import.meta.url).href, name, root },
      })
      worker.once('message', resolve)
      worker.once('error', reject)
    }),
  )
}
