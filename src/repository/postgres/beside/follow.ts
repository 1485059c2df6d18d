import type { CustomerId } from '../../../value/id.js'
import type { CallOptions } from '../../call-options.js'
import type { Session } from '../session.js'
import type { Settings } from '../settings.js'
import { storedIds } from '../wanted.js'
import { checkHostTable } from './check-host-table.js'
import { BATCH, changedAfter, changedAmong } from './host-rows.js'
import type { HostTable } from './host-table.js'
import { takeOver } from './take-over.js'

/** Makes the library's own rows those of the host's, for some customers or for all. */
export interface Follower<Tx> {
  readonly some: (ids: readonly CustomerId[], call: CallOptions<Tx> | undefined) => Promise<void>
  readonly all: (call: CallOptions<Tx> | undefined) => Promise<void>
}

/** Where statements are sent: outside of any transaction but the caller's, or in one of their own. */
interface Ways<Tx> {
  readonly reading: (call: CallOptions<Tx> | undefined) => Session
  readonly writing: (
    call: CallOptions<Tx> | undefined,
    work: (session: Session) => Promise<void>,
  ) => Promise<void>
}

/** What looks before each call; where nothing has changed it is one statement. The table is checked once. */
export function followerOf<Tx>(
  host: HostTable,
  settings: Settings,
  { reading, writing }: Ways<Tx>,
): Follower<Tx> {
  let isChecked = false
  const check = async (call: CallOptions<Tx> | undefined): Promise<void> => {
    if (!isChecked) await checkHostTable(reading(call), host)
    isChecked = true
  }
  return {
    some: async (asked, call) => {
      await check(call)
      const ids = storedIds(asked)
      if (ids.length === 0) return
      const changed = await changedAmong(reading(call), host, ids, 'as-they-are')
      if (changed.length > 0) await writing(call, (session) => takeOver(session, settings, host, changed))
    },
    all: async (call) => {
      await check(call)
      for (let after: CustomerId = ''; ; ) {
        const changed = await changedAfter(reading(call), host, after)
        if (changed.length === 0) return
        await writing(call, (session) => takeOver(session, settings, host, changed))
        if (changed.length < BATCH) return
        after = changed.at(-1) as CustomerId
      }
    },
  }
}

/** In the transaction of a commit: locks the rows of the host, before those of the library, and takes over what has changed. */
export async function followInside(
  session: Session,
  settings: Settings,
  host: HostTable,
  ids: readonly CustomerId[],
): Promise<void> {
  if (ids.length === 0) return
  const changed = await changedAmong(session, host, ids, 'locked')
  if (changed.length > 0) await takeOver(session, settings, host, changed)
}
