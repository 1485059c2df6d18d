import type { Actor, CallerOptions } from 'clientele'
import type { Request } from 'express'

/** Who acts. A header stands for your login here: the library believes what it is told. */
export function byStaff(request: Request): { readonly actor: Actor } {
  return { actor: { type: 'staff', id: request.get('x-staff') ?? null } }
}

/** The same key twice is one wish: a form that is sent again does nothing more. */
export function keyed(request: Request): Pick<CallerOptions, 'key'> {
  const key = request.get('idempotency-key')
  return key === undefined ? {} : { key }
}

/** What cannot be undone wants a person's yes, said in so many words. */
export function confirmed(request: Request): { readonly confirmed: boolean } {
  return { confirmed: request.body?.confirmed === true }
}
