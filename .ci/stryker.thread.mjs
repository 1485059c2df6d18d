import { ThreadsPoolWorker } from 'vitest/node'

/** After so many files a new thread, so that what piles up in one stays small. */
const filesPerThread = 200

/** The thread that lives on, what it was told when it began, and how many files it has run. */
let kept

/**
 * One thread for all changes. To start one costs ten times what most tests of a room do. Vitest loads every module of ours
 * anew for each test file, as it does in a thread of its own, so that only packages and the globals of Node live on.
 */
export const inKeptThread = {
  name: 'in-kept-thread',
  configureVitest({ project }) {
    project.config.pool = 'kept'
    project.config.poolRunner = { name: 'kept', createPoolWorker: seat }
  },
}

/** What vitest holds for a thread: it takes its seat when a file starts and leaves it, with its listeners, when the file ends. */
function seat(options) {
  const listeners = []
  let config
  const answer = (type) => {
    const response = { type, __vitest_worker_response__: true }
    for (const { event, callback } of [...listeners]) if (event === 'message') callback(response)
  }
  const leave = () => {
    for (const { event, callback } of listeners) kept?.worker.off(event, callback)
  }
  const send = {
    start(message) {
      config = message.context.config
      if (kept.isBegun) return queueMicrotask(() => answer('started'))
      kept.isBegun = true
      kept.worker.send(message)
    },
    run: (message) => kept.worker.send({ ...message, context: { ...message.context, config } }),
    stop() {
      leave()
      answer('stopped')
    },
  }
  return {
    name: 'kept',
    async start() {
      if (kept !== undefined && kept.files >= filesPerThread) await end()
      kept ??= { worker: new ThreadsPoolWorker(options), files: 0, isBegun: false }
      if (kept.files === 0) await kept.worker.start()
      kept.files += 1
    },
    stop: async () => leave(),
    on(event, callback) {
      listeners.push({ event, callback })
      kept.worker.on(event, callback)
    },
    off: (event, callback) => kept?.worker.off(event, callback),
    send: (message) => (send[message?.type] ?? ((other) => kept.worker.send(other)))(message),
    deserialize: (data) => data,
  }
}

async function end() {
  const { worker } = kept
  kept = undefined
  await worker.stop()
}
