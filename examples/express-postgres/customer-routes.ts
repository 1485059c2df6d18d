import { presentRecords, staffView } from 'clientele'
import { Router } from 'express'
import { answer } from './answers.js'
import { byStaff, keyed } from './caller.js'
import type { Shop } from './shop.js'

/** Creates, shows, finds and edits customers. Bodies go to the library as they come: it judges what it is given. */
export function customerRoutes({ customers, repository }: Shop): Router {
  const routes = Router()

  routes.post('/', async (request, response) => {
    const outcome = await customers.runCreate(request.body ?? {}, { ...byStaff(request), ...keyed(request) })
    answer(request, response, outcome, ({ subjects: [id] }) => ({ id }), 201)
  })

  routes.get('/', async (request, response) => {
    const { where, search, after } = request.query
    const outcome = await customers.find({ where, search, after } as object)
    answer(request, response, outcome, ({ records, next }) => ({ customers: records.map(staffView), next }))
  })

  routes.get('/:id', async (request, response) => {
    const outcome = presentRecords(await repository.load([request.params.id]))
    answer(request, response, outcome, ([record]) => ({ customer: record?.customer, facts: record?.facts }))
  })

  // `seen` is the customer as the form showed them: what a colleague has changed since is a conflict, never overwritten
  routes.patch('/:id', async (request, response) => {
    const { edit = {}, seen } = request.body ?? {}
    const wish = { id: request.params.id, edit, seen }
    const outcome = await customers.runEdit(wish, { ...byStaff(request), ...keyed(request) })
    answer(request, response, outcome, ({ plan }) => ({ customer: plan?.result }))
  })

  return routes
}
