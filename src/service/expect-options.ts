import { invariant } from '../outcome/invariant.js'
import type { Actor } from '../value/actor.js'

const actorTypes: { readonly [Type in Actor['type']]: true } = { staff: true, customer: true, system: true }

/** What the options that all calls know must be; what is not given is passed over. */
const known = {
  actor: { fits: isActor, wants: "{ type: 'staff', 'customer' or 'system', id: a text or null }" },
  signal: { fits: isSignal, wants: 'the signal of an AbortController' },
} as const satisfies Record<string, { fits: (value: unknown) => boolean; wants: string }>

/**
 * Finds options that are none, such as a key that stands where they should: passed over, it would leave a call that is repeated
 * unrecognised, and an actor that is none would stand on a timeline. What a caller is free to type, the key, is refused instead.
 */
export function expectOptions(options: unknown): void {
  if (options === undefined) return
  const isMap = typeof options === 'object' && options !== null && !Array.isArray(options)
  invariant(isMap, "the options of a call are an object, such as { key: 'form-42' }")
  for (const [name, { fits, wants }] of Object.entries(known)) {
    const value = (options as { readonly [option: string]: unknown })[name]
    invariant(value === undefined || fits(value), `the option \`${name}\` must be ${wants}`)
  }
}

function isActor(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const { type, id } = value as { readonly type?: unknown; readonly id?: unknown }
  return (
    typeof type === 'string' && Object.hasOwn(actorTypes, type) && (id === null || typeof id === 'string')
  )
}

function isSignal(value: unknown): boolean {
  return (
    value === null || typeof (value as { readonly throwIfAborted?: unknown }).throwIfAborted === 'function'
  )
}

/** The place of the options among the arguments of each call, counted from 0. */
export type OptionPlaces<C> = {
  readonly [Name in keyof C as C[Name] extends (...given: never) => unknown ? Name : never]: number
}

/** Those calls whose answers come one after the other; they throw at once, all others give a promise that is rejected. */
export type Streams<C> = {
  readonly [Name in keyof C as C[Name] extends (...given: never) => AsyncIterable<unknown>
    ? Name
    : never]: true
}

/** The same calls, with their options judged first. */
export function withJudgedOptions<C extends object>(
  calls: C,
  places: OptionPlaces<C>,
  streams: Streams<C>,
): C {
  const named = calls as { readonly [name: string]: unknown }
  const judged = Object.entries<number>(places).map(([name, place]) => [
    name,
    judging(named[name] as Call, place, Object.hasOwn(streams, name)),
  ])
  return { ...calls, ...(Object.fromEntries(judged) as Partial<C>) }
}

type Call = (...given: unknown[]) => unknown

function judging(call: Call, place: number, isStream: boolean): Call {
  const judged = (given: unknown[]): unknown => {
    expectOptions(given[place])
    return call(...given)
  }
  return isStream ? (...given) => judged(given) : async (...given) => judged(given)
}
