import type { CancelSignal } from '../repository/call-options.js'
import type { CallListener, Fault, FaultKind, FaultSchedule } from './fault.js'
import { createTurnstile, type Turnstile } from './turnstile.js'

/** The real call, with another signal where it is to be aborted. */
export type RealCall<T> = (signal?: CancelSignal) => Promise<T>

/** Makes one call, as well or as badly as the schedule says. */
export type FaultInjector = <T>(method: string, call: RealCall<T>) => Promise<T>

type Misdeed = <T>(call: RealCall<T>, fault: Fault, turnstile: Turnstile) => Promise<T>

const misdeeds: { readonly [Kind in FaultKind]: Misdeed } = {
  before: () => fail('before it is done'),
  after: async (call, _fault, turnstile) => {
    await turnstile.during(call)
    return fail('after it is done')
  },
  aborted: (call, _fault, turnstile) => turnstile.during(() => call(abortedSignal)),
  late: async (call, { turns = 1 }, turnstile) => {
    await turnstile.wait(turns)
    return turnstile.during(call)
  },
}

const abortedSignal: CancelSignal = {
  aborted: true,
  throwIfAborted: () => {
    throw new Error('a fault of the schedule: the call is aborted')
  },
}

async function fail(when: string): Promise<never> {
  throw new Error(`a fault of the schedule: the call fails ${when}`)
}

/** Counts calls, and lets those go wrong that a schedule names. The same calls in the same order go the same way. */
export function faultInjector(
  schedule: FaultSchedule,
  onCall: CallListener = () => undefined,
): FaultInjector {
  const turnstile = createTurnstile()
  const calls = new Map<string, number>()
  let all = 0
  let isOver = false
  return async (method, call) => {
    const nth = (calls.get(method) ?? 0) + 1
    calls.set(method, nth)
    all++
    const fault = schedule.find((one) =>
      one.method === undefined ? one.call === all : one.method === method && one.call === nth,
    )
    onCall({ method, call: all, fault: fault ?? null })
    if (isOver) return fail('because one before it was the last')
    if (fault === undefined) return turnstile.during(call)
    try {
      return await misdeeds[fault.kind](call, fault, turnstile)
    } finally {
      isOver ||= fault.lasting === true
    }
  }
}
