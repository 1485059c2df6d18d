/** What a thread of `apart.mjs` does: one check, whose findings it posts. */
import { parentPort, workerData } from 'node:worker_threads'

const { module, name, root } = workerData
const check = (await import(module))[name]
parentPort?.postMessage(await check(root), [])
