import type { JsonValue } from '../outcome/json.js'
import { success, type Outcome } from '../outcome/outcome.js'
import type { Context } from './context.js'
import type { NoticeEffect, NoticeSubject } from './notice-effect.js'
import type { Plan } from './plan.js'
import { requestOf, type RequestDigest } from './request.js'

/** What somebody is to be told. */
export interface NoticeWish {
  readonly subject: NoticeSubject
  readonly params: { readonly [name: string]: JsonValue }
}

export interface NoticePlan extends Plan<NoticeWish> {
  readonly planner: 'notice'
}

/** The request of a notice: what it is about. What it says may differ when the work is resumed; it is sent once all the same. */
export function noticeRequest(subject: NoticeSubject): RequestDigest {
  return requestOf('notice', [], subject)
}

/** Plans the email by which the actor hears that their work is done. Changes nobody. */
export function planNotice(wish: NoticeWish, { key, actor }: Context): Outcome<NoticePlan> {
  const effect: NoticeEffect = { id: `${key}/effect/1`, type: 'notice', to: actor, ...wish }
  return success({
    planner: 'notice',
    wish,
    subjects: [],
    touches: [],
    warnings: [],
    changeSet: {
      key,
      request: noticeRequest(wish.subject),
      expects: [],
      guards: [],
      changes: [],
      outbox: [effect],
      summary: { planner: 'notice' },
    },
  })
}
