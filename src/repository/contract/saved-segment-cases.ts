import type { CaseRow } from './contract-case.js'
import { expectEqual, expectThat, expectThrow, givenUp } from './expect.js'
import { again, at, codesOf, later, namesIn, save, storeOf, taken, vips } from './saved.js'

/** Segments that are saved under a name (S-1). */
export const savedSegmentCases: readonly CaseRow[] = [
  {
    name: 'S-1 a segment comes back as it was saved, with an id and a revision of the store',
    method: 'segments',
    check: async (world) => {
      const saved = await save(world, 'VIPs')
      const { id, revision, ...rest } = saved
      expectThat(id !== '' && revision !== '', 'expected an id and a revision')
      expectEqual(rest, { name: 'VIPs', query: vips, createdAt: at, updatedAt: at }, 'the segment')
      expectEqual(await storeOf(world).list(), [saved], 'the list')
    },
  },
  {
    name: 'S-1 saved segments are listed by their folded names, by code points',
    method: 'segments',
    check: async (world) => {
      for (const name of ['b', '😀', 'Ä', 'C', 'ﬀ', 'a']) await save(world, name)
      expectEqual(await namesIn(world), ['a', 'b', 'C', 'Ä', 'ﬀ', '😀'], 'the list')
    },
  },
  {
    name: 'S-1 a name is taken in whatever spelling it comes, and its own may stay',
    method: 'segments',
    check: async (world) => {
      const saved = await save(world, 'Café')
      const twin = { id: null, name: 'CAFE\u0301', query: vips, at }
      expectEqual(codesOf(await storeOf(world).save(twin, 'absent')), ['segments.name-taken'], 'a new one')
      const other = await save(world, 'other')
      const renamed = again(other, { name: 'café' })
      expectEqual(
        codesOf(await storeOf(world).save(renamed, other.revision)),
        ['segments.name-taken'],
        'another',
      )
      taken(await storeOf(world).save(again(saved, { name: 'CAFÉ' }), saved.revision))
      expectEqual(await namesIn(world), ['CAFÉ', 'other'], 'the list')
    },
  },
  {
    name: 'S-1 a segment is saved again under the revision that was read, and keeps its id and beginning',
    method: 'segments',
    check: async (world) => {
      const saved = await save(world, 'VIPs')
      const changed = taken(
        await storeOf(world).save(again(saved, { query: 'number_of_orders > 1' }), saved.revision),
      )
      expectThat(changed.revision !== saved.revision, 'expected another revision')
      const expected = {
        ...saved,
        query: 'number_of_orders > 1',
        updatedAt: later,
        revision: changed.revision,
      }
      expectEqual(changed, expected, 'the segment')
      expectEqual(await storeOf(world).list(), [expected], 'the list')
    },
  },
  {
    name: 'S-1 what was changed since it was read is stale, and so is what is not there',
    method: 'segments',
    check: async (world) => {
      const saved = await save(world, 'VIPs')
      const changed = taken(await storeOf(world).save(again(saved), saved.revision))
      const stale = [`commit.stale ${saved.id}`]
      expectEqual(codesOf(await storeOf(world).save(again(saved), saved.revision)), stale, 'saved')
      expectEqual(codesOf(await storeOf(world).remove(saved.id, saved.revision)), stale, 'removed')
      taken(await storeOf(world).remove(saved.id, changed.revision))
      expectEqual(
        codesOf(await storeOf(world).save(again(saved), changed.revision)),
        stale,
        'saved afterwards',
      )
      expectEqual(
        codesOf(await storeOf(world).remove(saved.id, changed.revision)),
        stale,
        'removed afterwards',
      )
      expectEqual(await namesIn(world), [], 'the list')
    },
  },
  {
    name: 'S-1 a stale segment whose new name is taken is told both',
    method: 'segments',
    check: async (world) => {
      const [one] = [await save(world, 'one'), await save(world, 'other')]
      const outcome = await storeOf(world).save(again(one, { name: 'OTHER' }), 'old')
      expectEqual(codesOf(outcome), [`commit.stale ${one.id}`, 'segments.name-taken'], 'codes')
    },
  },
  {
    name: 'S-1 the name of a segment that was removed is free, and its id is not given again',
    method: 'segments',
    check: async (world) => {
      const saved = await save(world, 'VIPs')
      taken(await storeOf(world).remove(saved.id, saved.revision))
      const next = await save(world, 'vips')
      expectThat(next.id !== saved.id, 'expected another id')
    },
  },
  {
    name: 'S-1 of two who save one name at once one wins',
    method: 'segments',
    check: async (world) => {
      const wishes = ['VIPs', 'vips', 'VIPS'].map((name) => ({ id: null, name, query: vips, at }))
      const outcomes = await Promise.all(wishes.map((wish) => storeOf(world).save(wish, 'absent')))
      expectEqual(outcomes.filter(({ ok }) => ok).length, 1, 'saved')
      expectEqual((await namesIn(world)).length, 1, 'listed')
    },
  },
  {
    name: 'S-1 names and queries are kept to the character',
    method: 'segments',
    check: async (world) => {
      const texts = ["'; --", '%', '__proto__', 'e\u0301', '😀', ' outer ', 'İß']
      for (const text of texts) {
        const { name, query } = await save(world, text, text)
        expectEqual([name, query], [text, text], 'as it was told')
      }
      expectEqual((await namesIn(world)).toSorted(), texts.toSorted(), 'as it is listed')
    },
  },
  {
    name: 'calls of saved segments that were given up before they began do nothing',
    method: 'segments',
    check: async (world) => {
      const saved = await save(world, 'VIPs')
      const options = { signal: givenUp }
      const store = storeOf(world)
      await expectThrow(() => store.list(options), 'list')
      await expectThrow(() => store.save(again(saved), saved.revision, options), 'save')
      await expectThrow(() => store.remove(saved.id, saved.revision, options), 'remove')
      expectEqual(await store.list(), [saved], 'the list')
    },
  },
]
