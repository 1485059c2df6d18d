import { type MergePlan, renderMergePreview } from 'clientele'
import { en } from 'clientele/messages/en'
import { Router } from 'express'
import * as z from 'zod'
import { answer } from './answers.js'
import { byStaff, confirmed } from './caller.js'
import type { Shop } from './shop.js'

const wish = z.object({ ids: z.array(z.string()).min(2).max(10), survivor: z.string().optional() })

/** So many previews wait at most; the oldest is forgotten first. */
const MOST_WAITING = 100

/** A merge is planned and shown; what was shown is what is done, once somebody says yes. */
export function mergeRoutes({ customers }: Shop): Router {
  // Plans are JSON: with more than one process, keep them in a table. They never go to the browser and back, where they could be changed
  const waiting = new Map<string, MergePlan>()
  const routes = Router()

  routes.post('/', async (request, response) => {
    const read = wish.safeParse(request.body)
    if (!read.success)
      return void response.status(400).json({ problems: [{ code: 'merge.bad-request', path: [] }] })
    const outcome = await customers.planMerge(read.data, byStaff(request))
    answer(request, response, outcome, (plan) => {
      const id = plan.changeSet.key
      waiting.set(id, plan)
      if (waiting.size > MOST_WAITING) waiting.delete(waiting.keys().next().value ?? id)
      return {
        id,
        survivor: plan.survivor,
        preview: renderMergePreview(plan, { messages: en, format: 'html' }),
      }
    })
  })

  routes.post('/:id/confirmation', async (request, response) => {
    const plan = waiting.get(request.params.id)
    if (plan === undefined)
      return void response.status(404).json({ problems: [{ code: 'merge.no-preview', path: [] }] })
    const outcome = await customers.commit(plan, confirmed(request))
    if (outcome.ok) waiting.delete(request.params.id)
    answer(request, response, outcome, () => ({ id: plan.survivor }))
  })

  return routes
}
