import type { SegmentId } from '../../value/id.js'
import type { MembershipChange, Memberships } from '../memberships.js'
import type { SavedSegment } from '../saved-segments.js'
import { accept } from './act.js'
import { filterOf } from './ask.js'
import { changeSet, edit, newcomer, put, tombstone } from './change-sets.js'
import type { CaseRow, World } from './contract-case.js'
import { erasing } from './erasure-cases.js'
import { expectEqual, expectThat, expectThrow, fail, givenUp } from './expect.js'
import { anna, ben, cleo, everybody } from './people.js'
import { again, codesOf, save, storeOf, taken, vips } from './saved.js'

/** A segment that is saved, and who is in it. */
async function membersOf(world: World): Promise<{ saved: SavedSegment; members: Memberships }> {
  const saved = await save(world, 'VIPs')
  return { saved, members: memberships(world, saved.id) }
}

const memberships = ({ repository }: World, id: SegmentId): Memberships =>
  repository.memberships?.(id) ?? fail('the adapter has no memberships')

async function replace(members: Memberships, where = vips): Promise<MembershipChange> {
  return taken(await members.replace(filterOf({ where })))
}

async function idsIn(members: Memberships): Promise<readonly string[]> {
  return (await members.members({ after: null, limit: 100 })).ids
}

const tagged = (world: World) =>
  accept(
    world,
    changeSet('tagged', { changes: [edit(ben, { tags: ['VIP'] }), edit(cleo, { tags: ['vip'] })] }),
  )

/** Who was found in a segment, and who has come and gone since (S-2). */
export const membershipCases: readonly CaseRow[] = [
  {
    name: 'S-2 who is found enters, whoever is no longer found leaves, and nothing else is told',
    seed: everybody,
    method: 'memberships',
    check: async (world) => {
      const { members } = await membersOf(world)
      expectEqual(await replace(members), { entered: ['anna'], left: [] }, 'at first')
      expectEqual(await replace(members), { entered: [], left: [] }, 'once more')
      await tagged(world)
      await accept(world, changeSet('k', { changes: [edit(anna, { tags: [] })] }))
      expectEqual(await replace(members), { entered: ['ben', 'cleo'], left: ['anna'] }, 'after changes')
      expectEqual(await idsIn(members), ['ben', 'cleo'], 'members')
    },
  },
  {
    name: 'S-2 memberships are as of the last time that they were replaced',
    seed: everybody,
    method: 'memberships',
    check: async (world) => {
      const { members } = await membersOf(world)
      expectEqual(await idsIn(members), [], 'before')
      await replace(members)
      await tagged(world)
      expectEqual(await idsIn(members), ['anna'], 'after changes')
    },
  },
  {
    name: 'S-2 members are told in the order of ids by code points, in pages of any size',
    seed: everybody,
    method: 'memberships',
    check: async (world) => {
      const { members } = await membersOf(world)
      const strangers = ['😀', 'ﬀ', 'Z'].map((id, index) => put(newcomer(index + 1, { id, tags: ['vip'] })))
      await accept(world, changeSet('k', { changes: strangers }))
      const all = ['Z', 'anna', 'ﬀ', '😀']
      expectEqual(await replace(members), { entered: all, left: [] }, 'entered')
      for (const limit of [1, 2, 3, 4, 5]) {
        const found: string[] = []
        for (let after: string | null = null, pages = 0; pages < 10; pages++) {
          const page: Awaited<ReturnType<Memberships['members']>> = await members.members({ after, limit })
          expectThat(page.ids.length <= limit, 'expected no more than a page')
          found.push(...page.ids)
          after = page.next
          if (after === null) break
        }
        expectEqual(found, all, `pages of ${limit}`)
      }
    },
  },
  {
    name: 'S-2 the memberships of one segment are not those of another',
    seed: everybody,
    method: 'memberships',
    check: async (world) => {
      const { members } = await membersOf(world)
      const other = memberships(world, (await save(world, 'all', '')).id)
      await replace(members)
      expectEqual(await replace(other, 'number_of_orders = 1'), { entered: ['ben'], left: [] }, 'the other')
      expectEqual(await idsIn(members), ['anna'], 'members of the first')
    },
  },
  {
    name: 'S-2 whoever is merged or deleted is no member any more, and has not left either',
    seed: everybody,
    method: 'memberships',
    check: async (world) => {
      const { members } = await membersOf(world)
      await tagged(world)
      await replace(members)
      await accept(world, changeSet('k', { changes: [tombstone('ben', 'anna'), tombstone('cleo', null)] }))
      expectEqual(await idsIn(members), ['anna'], 'members')
      expectEqual(await replace(members), { entered: [], left: [] }, 'afterwards')
    },
  },
  {
    name: 'G-1 whoever is erased is no member any more',
    seed: everybody,
    method: 'memberships',
    check: async (world) => {
      const { members } = await membersOf(world)
      await replace(members)
      await accept(world, changeSet('k', { changes: erasing }))
      expectEqual(await idsIn(members), [], 'members')
    },
  },
  {
    name: 'S-2 a segment that is removed has no members, and takes none',
    seed: everybody,
    method: 'memberships',
    check: async (world) => {
      const { saved, members } = await membersOf(world)
      await replace(members)
      taken(await storeOf(world).remove(saved.id, saved.revision))
      expectEqual(await idsIn(members), [], 'members')
      expectEqual(
        codesOf(await members.replace(filterOf({ where: vips }))),
        [`commit.stale ${saved.id}`],
        'codes',
      )
    },
  },
  {
    name: 'S-2 a segment keeps its members when it is saved again',
    seed: everybody,
    method: 'memberships',
    check: async (world) => {
      const { saved, members } = await membersOf(world)
      await replace(members)
      taken(await storeOf(world).save(again(saved, { name: 'other' }), saved.revision))
      expectEqual(await idsIn(members), ['anna'], 'members')
    },
  },
  {
    name: 'calls of memberships that were given up before they began do nothing',
    seed: everybody,
    method: 'memberships',
    check: async (world) => {
      const { members } = await membersOf(world)
      const options = { signal: givenUp }
      await expectThrow(() => members.replace(filterOf({ where: vips }), options), 'replace')
      await expectThrow(() => members.members({ after: null, limit: 1 }, options), 'members')
      expectEqual(await idsIn(members), [], 'members')
    },
  },
]
