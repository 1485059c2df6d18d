import { Router } from 'express'
import { answer } from './answers.js'
import { byStaff, confirmed, keyed } from './caller.js'
import type { Shop } from './shop.js'

/** Deletes a profile, or erases the person in it and keeps the books. */
export function farewellRoutes({ customers }: Shop): Router {
  const routes = Router()

  routes.post('/:id/deletion', async (request, response) => {
    const options = { ...byStaff(request), ...keyed(request), ...confirmed(request) }
    const outcome = await customers.runDeletion(request.params.id, options)
    answer(request, response, outcome, () => ({ id: request.params.id }))
  })

  // asked for, and carried out when it is confirmed: a wish of its own each
  routes.post('/:id/erasure-request', async (request, response) => {
    const options = { ...byStaff(request), ...keyed(request) }
    const outcome = await customers.runRedactionRequest(request.params.id, options)
    answer(request, response, outcome, () => ({ id: request.params.id }))
  })

  routes.post('/:id/erasure', async (request, response) => {
    const options = { ...byStaff(request), ...keyed(request), ...confirmed(request) }
    const outcome = await customers.runRedaction(request.params.id, options)
    answer(request, response, outcome, () => ({ id: request.params.id }))
  })

  return routes
}
