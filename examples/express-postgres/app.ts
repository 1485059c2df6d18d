import express, { type ErrorRequestHandler, type Express } from 'express'
import { customerRoutes } from './customer-routes.js'
import { farewellRoutes } from './farewell-routes.js'
import { mergeRoutes } from './merge-routes.js'
import { orderWebhook } from './order-webhook.js'
import type { Shop } from './shop.js'

/** The routes of a shop. */
export function createApp(shop: Shop, { webhookSecret }: { readonly webhookSecret: string }): Express {
  const app = express()
  app.disable('x-powered-by')
  // before the other reader of JSON, because a signature is of the bytes that came
  app.use('/webhooks', orderWebhook(shop, webhookSecret))
  app.use(express.json({ limit: '100kb' }))
  app.use('/customers', customerRoutes(shop), farewellRoutes(shop))
  app.use('/merges', mergeRoutes(shop))
  app.use((_request, response) => {
    response.status(404).json({ problems: [{ code: 'request.unknown', path: [] }] })
  })
  app.use(withoutWords)
  return app
}

/**
 * What was thrown may quote a body or a row, so neither the answer nor the log repeats it: the status, and the kind of the error.
 * Express finds it by its four parameters.
 */
const withoutWords: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
  const { status = 500, name = 'Error' } = (error ?? {}) as { status?: number; name?: string }
  if (status >= 500) console.error(`a request failed: ${name}`)
  response
    .status(status)
    .json({ problems: [{ code: status < 500 ? 'request.refused' : 'request.failed', path: [] }] })
}
