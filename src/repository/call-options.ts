/** The part of `AbortSignal` that the library reads. */
export interface CancelSignal {
  readonly aborted: boolean
  throwIfAborted(): void
}

/** What every method takes: the host's own transaction, where the adapter can join one, and a signal to give up. */
export interface CallOptions<Tx> {
  readonly transaction?: Tx | undefined
  readonly signal?: CancelSignal | undefined
}
