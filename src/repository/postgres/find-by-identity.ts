import type { EmailKey } from '../../contact/email.js'
import type { E164 } from '../../contact/phone.js'
import { suppressionKey } from '../../plan/suppression-key.js'
import { isStorable } from '../../value/text.js'
import { mailboxKey } from '../memory/identities.js'
import type { Identities, IdentityMatches } from '../port.js'
import type { RecordRow } from './customer-row.js'
import { eachByKey } from './each-by-key.js'
import { recordJson, recordsFrom } from './records.js'
import { ask, type Session } from './session.js'
import type { Settings } from './settings.js'

/** An identity as it was asked for, and as it is kept. */
interface Asked {
  readonly kind: 'email' | 'phone'
  readonly value: string
  readonly asked: string
  readonly digest: string
}

interface Answer {
  readonly records: readonly RecordRow[]
  readonly suppressed: readonly string[]
}

/** The living records with any of these identities, in the order of ids; and which identities belong to erased people. */
export async function findByIdentity(
  session: Session,
  settings: Settings,
  identities: Identities,
): Promise<IdentityMatches> {
  const asked = askedFor(settings, identities)
  const { records, suppressed } = await ask<Answer>(session, statement(session), asked)
  const digests = new Set(suppressed)
  const erased = <Value extends string>(kind: Asked['kind']): Value[] => [
    ...new Set(
      asked.filter((one) => one.kind === kind && digests.has(one.digest)).map((one) => one.asked as Value),
    ),
  ]
  return {
    records: await recordsFrom(session, records),
    suppressed: { emails: erased<EmailKey>('email'), phones: erased<E164>('phone') },
  }
}

function askedFor({ identity }: Settings, { emails, phones }: Identities): readonly Asked[] {
  const mailboxes = emails.map((asked) => {
    const value = mailboxKey({ emailKey: identity.emailKey }, asked)
    return { kind: 'email', value, asked, digest: suppressionKey('email', value) } as const
  })
  const numbers = phones.map(
    (value) => ({ kind: 'phone', value, asked: value, digest: suppressionKey('phone', value) }) as const,
  )
  return [...mailboxes, ...numbers].filter(({ asked, value }) => isStorable(asked) && isStorable(value))
}

function statement({ tables: { customers, keys, suppressed } }: Session): string {
  const held = `select k.customer from asked cross join lateral (
    select * from ${keys} k where k.shop = $1 and k.kind = asked.kind and k.value = asked.value offset 0
  ) k`
  return `with asked as materialized (
  select * from jsonb_to_recordset($2::text::jsonb) as r(kind text, value text, digest text)
)
select jsonb_build_object(
  'records', (select coalesce(jsonb_agg(${recordJson} order by c.id), '[]') from ${eachByKey(customers, 'c', 'id', { keys: held })}),
  'suppressed', (select coalesce(jsonb_agg(s.digest), '[]')
    from ${eachByKey(suppressed, 's', 'digest', { keys: 'select digest from asked' })})
)::text as answer`
}
