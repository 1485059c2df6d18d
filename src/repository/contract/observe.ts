import { emailKey, type EmailKey } from '../../contact/email.js'
import type { E164 } from '../../contact/phone.js'
import type { Facts } from '../../customer/facts.js'
import type { CustomerRecord } from '../../customer/record.js'
import type { CustomerId } from '../../value/id.js'
import type { IdentityMatches, Loaded } from '../port.js'
import type { World } from './contract-case.js'
import { expectEqual, expectThat, fail } from './expect.js'
import { everybody } from './people.js'

/** What one id leads to. */
export async function loadOne({ repository }: World, id: CustomerId): Promise<Loaded> {
  const [loaded, ...rest] = await repository.load([id] as const)
  expectEqual(rest.length, 0, 'answers to one id beyond the first')
  expectEqual(loaded.id, id, 'the id of what was loaded')
  return loaded
}

/** A living record, as every way to it tells it: load, list, both contacts, and the adapter's raw tables. */
export async function recordOf(world: World, id: CustomerId): Promise<CustomerRecord> {
  const loaded = await loadOne(world, id)
  if (loaded.state !== 'present') fail(`expected ${id} to be present, got ${loaded.state}`)
  const { record } = loaded
  const listed = (await listAll(world)).filter(({ customer }) => customer.id === id)
  expectEqual(listed, [record], `what list tells of ${id}, beside load`)
  await expectFound(world, record)
  const stored = await world.readBack.customer?.(id)
  if (stored !== undefined) expectEqual(stored, record.customer, `what is stored of ${id}, beside load`)
  return record
}

async function expectFound(world: World, record: CustomerRecord): Promise<void> {
  const { email, phone, id } = record.customer
  const found = await find(world, {
    emails: email === null ? [] : [email],
    phones: phone === null ? [] : [phone],
  })
  if (email === null && phone === null) return
  const same = found.records.filter(({ customer }) => customer.id === id)
  expectEqual(same, [record], `what findByIdentity tells of ${id}, beside load`)
}

/** The facts of a record, those included that a store may leave out. */
export function allFacts({ facts }: CustomerRecord): Facts {
  return { ...facts, relationRedaction: facts.relationRedaction ?? 'none' }
}

/** That an id leads to no record any more, by any way. */
export async function expectEnded(
  world: World,
  id: CustomerId,
  expected: Exclude<Loaded, { readonly state: 'present' }>,
): Promise<void> {
  expectEqual(await loadOne(world, id), expected, `what ${id} leads to`)
  const listed = (await listAll(world)).some(({ customer }) => customer.id === id)
  expectThat(!listed, `expected ${id} to be gone from the list`)
  expectEqual((await world.readBack.customer?.(id)) ?? null, null, `what is stored under ${id}`)
}

/** Everybody, by pages of two, so that borders between pages are always crossed. */
export async function listAll({ repository }: World): Promise<readonly CustomerRecord[]> {
  const records: CustomerRecord[] = []
  let after: string | null = null
  for (let pages = 0; pages < 100; pages++) {
    const page: Awaited<ReturnType<typeof repository.list>> = await repository.list({ after, limit: 2 })
    expectThat(page.records.length <= 2, `a page of 2 holds ${page.records.length}`)
    records.push(...page.records)
    if (page.next === null) return records
    after = page.next
  }
  return fail('list has not ended after 100 pages')
}

/** The records with any of these contacts, typed in any way. */
export async function find(
  { repository }: World,
  contacts: { readonly emails?: readonly string[]; readonly phones?: readonly E164[] },
): Promise<IdentityMatches> {
  const emails: EmailKey[] = (contacts.emails ?? []).map((email) => emailKey(email))
  return repository.findByIdentity({ emails, phones: contacts.phones ?? [] })
}

/** The ids of the records with any of these contacts. */
export async function findIds(
  world: World,
  contacts: Parameters<typeof find>[1],
): Promise<readonly CustomerId[]> {
  return (await find(world, contacts)).records.map(({ customer }) => customer.id)
}

/** Under what the host's tables may know a person; the order of each list is the adapter's. `null` where it cannot tell. */
export async function knownAs({ repository }: World, id: CustomerId): Promise<unknown> {
  const known = await repository.knownAs?.(id)
  if (known === undefined) return null
  const { customers, emails, phones } = known
  return { customers: customers.toSorted(), emails: emails.toSorted(), phones: phones.toSorted() }
}

/** The ids of the effects that wait, in their order. */
export async function outboxIds({ repository }: World): Promise<readonly string[]> {
  return (await repository.outbox({ limit: 100 })).map(({ id }) => id)
}

/** Everything that can be seen of the store: equal before and after whatever must leave no trace. */
export async function everything(world: World): Promise<unknown> {
  const { repository, readBack } = world
  const ids = everybody.map(({ customer }) => customer.id)
  return {
    records: await listAll(world),
    loaded: await repository.load(ids),
    knownAs: await Promise.all(ids.map((id) => knownAs(world, id))),
    outbox: await repository.outbox({ limit: 100 }),
    timelines: await Promise.all(ids.map(async (id) => (await readBack.timeline?.(id)) ?? null)),
    customers: await Promise.all(ids.map(async (id) => (await readBack.customer?.(id)) ?? null)),
  }
}
