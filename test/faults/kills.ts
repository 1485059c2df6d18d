import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from 'pg'
import type { PostgresServer } from '../postgres/server.js'
import { append, type AppendReport, hotCustomers, reportOf } from './appends.js'
import { newShop, repositoryOn } from './postgres-sweep.js'

/**
 * Kills the server again and again while writers write to two customers at once, each commit one value to both. A writer whose
 * answer is lost asks again under its key until it is answered.
 */
export async function killUnderLoad(
  server: PostgresServer,
  pool: Pool,
  { kills, writers }: { readonly kills: number; readonly writers: number },
): Promise<AppendReport & { readonly unanswered: number }> {
  const repository = repositoryOn(pool, newShop())
  await repository.seed(hotCustomers(writers + 1))
  const acknowledged = new Map<string, readonly string[]>()
  const state = { isOver: false, unanswered: 0 }
  const write = async (writer: number): Promise<void> => {
    for (let nth = 0; !state.isOver; nth++) {
      // each writer shares one customer with the next
      const ids = [`hot-${writer}`, `hot-${writer + 1}`]
      const value = `${writer}.${nth}`
      while (!(await isAnswered(() => append(repository, ids, value)))) {
        state.unanswered++
        await sleep(50)
      }
      acknowledged.set(value, ids)
    }
  }
  const writing = Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)))
  try {
    for (let kill = 0; kill < kills; kill++) {
      // under load: every writer has been answered about once since the last; and each time at another moment
      const enough = acknowledged.size + writers
      while (acknowledged.size < enough) await sleep(5)
      await sleep((kill * 37) % 100)
      server.kill()
      await server.start()
    }
  } finally {
    state.isOver = true
  }
  await writing
  return { ...(await reportOf(repository, acknowledged)), unanswered: state.unanswered }
}

async function isAnswered(call: () => Promise<unknown>): Promise<boolean> {
  return call().then(
    () => true,
    () => false,
  )
}
