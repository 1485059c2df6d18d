import { success, type Outcome } from '../../outcome/outcome.js'
import { noticeRequest, planNotice, type NoticeWish } from '../../plan/plan-notice.js'
import type { CallerOptions, ServicePorts } from '../ports.js'
import { run } from '../run.js'

/** Tells the actor by email that their work is done, once for every key. A system that started it is told nothing. */
export async function notify<Tx>(
  ports: ServicePorts<Tx>,
  wish: NoticeWish,
  options: CallerOptions<Tx> & { readonly key: string },
): Promise<Outcome<null>> {
  if (options.actor === undefined || options.actor.id === null) return success(null)
  const done = await run(
    ports,
    { request: () => noticeRequest(wish.subject), plan: async (context) => planNotice(wish, context) },
    { ...options, key: `${options.key}/notice` },
  )
  return done.ok ? success(null) : done
}
