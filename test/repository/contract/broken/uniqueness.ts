import type { MemoryRepository } from 'clientele/memory'
import { emailKey } from '../../../../src/contact/email.js'
import { refusal } from '../../../../src/outcome/outcome.js'
import { problem } from '../../../../src/outcome/problem.js'
import type { ChangeSet } from '../../../../src/plan/change-set.js'
import type { CustomerId } from '../../../../src/value/id.js'
import { changing, type Answer, type BrokenGroup, type Fault } from './broken-adapter.js'

const taken = (id: CustomerId): Answer => refusal(problem('commit.identity-taken', ['email'], { id }))

const putsOf = ({ changes }: ChangeSet) => changes.filter((change) => change.type === 'put')

async function holderOf(sound: MemoryRepository, email: string | null): Promise<CustomerId | undefined> {
  const emails = email === null ? [] : [emailKey(email)]
  return (await sound.findByIdentity({ emails, phones: [] })).records[0]?.customer.id
}

/** Keeps the claims of records that are ended in the way that a predicate names. */
const keepingClaims =
  (isKept: (into: CustomerId | null) => boolean): Fault =>
  (sound) => {
    const kept = new Set<string>()
    return {
      commit: async (changeSet, options) => {
        const clash = putsOf(changeSet).find(({ claims }) => claims.some((claim) => kept.has(claim)))
        if (clash !== undefined) return taken(clash.customer.id)
        for (const change of changeSet.changes) {
          if (change.type !== 'tombstone' || !isKept(change.into)) continue
          const [loaded] = await sound.load([change.id])
          if (loaded.state === 'present') kept.add(`email:${emailKey(loaded.record.customer.email ?? '')}`)
        }
        return sound.commit(changeSet, options)
      },
    }
  }

export const brokenUniqueness: BrokenGroup = {
  group: 'uniqueness',
  adapters: [
    {
      fault: 'has no unique index of claims',
      caughtBy: 'a claim that somebody else holds refuses the commit',
      wrap: changing((change) => [change.type === 'put' ? { ...change, claims: [] } : change]),
    },
    {
      fault: 'has a unique index of emails only',
      caughtBy: 'every taken claim is named',
      wrap: changing((change) => [
        change.type === 'put'
          ? { ...change, claims: change.claims.filter((claim) => claim.startsWith('email:')) }
          : change,
      ]),
    },
    {
      fault: 'looks claims up before the write, with a gap between',
      caughtBy: 'of two who claim the same at once one wins',
      wrap: (sound) => ({
        commit: async (changeSet, options) => {
          for (const { customer, claims } of putsOf(changeSet)) {
            const holder = await holderOf(sound, customer.email)
            if (holder !== undefined && holder !== customer.id && claims.length > 0) return taken(customer.id)
          }
          const changes = changeSet.changes.map((change) =>
            change.type === 'put' ? { ...change, claims: [] } : change,
          )
          return sound.commit({ ...changeSet, changes }, options)
        },
      }),
    },
    {
      fault: 'checks claims one write after the other, so that they cannot be exchanged',
      caughtBy: 'two records exchange their claims in one commit',
      wrap: (sound) => ({
        commit: async (changeSet, options) => {
          for (const { customer, claims } of putsOf(changeSet)) {
            const holder = await holderOf(sound, customer.email)
            if (holder !== undefined && holder !== customer.id && claims.length > 0) return taken(customer.id)
          }
          return sound.commit(changeSet, options)
        },
      }),
    },
    {
      fault: 'compares claims with the old ones of the change set only',
      caughtBy: 'two records of one change set cannot claim the same',
      wrap: (sound) => ({
        commit: async (changeSet, options) => {
          const seen = new Set<string>()
          const changes = changeSet.changes.map((change) => {
            if (change.type !== 'put') return change
            const claims = change.claims.filter((claim) => !seen.has(claim))
            claims.forEach((claim) => seen.add(claim))
            return { ...change, claims }
          })
          return sound.commit({ ...changeSet, changes }, options)
        },
      }),
    },
    {
      fault: 'keeps the claims of merged records',
      caughtBy: 'what a survivor does not take over is free',
      wrap: keepingClaims((into) => into !== null),
    },
    {
      fault: 'makes every email unique, whatever is claimed',
      caughtBy: 'the store asks no more than the claims: contacts that the policy lets be shared are shared',
      wrap: changing((change) =>
        change.type === 'put' && change.customer.email !== null && change.claims.length === 0
          ? [{ ...change, claims: [`email:${emailKey(change.customer.email)}`] }]
          : [change],
      ),
    },
    {
      fault: 'keeps the claims of records that are out of use',
      caughtBy: 'a record that is out of use holds no claim',
      wrap: changing((change) => (change.type === 'state' && change.field === 'deleted' ? [] : [change])),
    },
    {
      fault: 'names the holder instead of whoever claims',
      caughtBy: 'a claim that somebody else holds refuses the commit',
      wrap: (sound) => ({
        commit: async (changeSet, options) => {
          const answer = await sound.commit(changeSet, options)
          const holder = answer.ok ? undefined : answer.problems[0].params?.['holder']
          return typeof holder === 'string' ? taken(holder) : answer
        },
      }),
    },
  ],
}
