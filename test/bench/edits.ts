import { deepStrictEqual } from 'node:assert'
import { enablePatches, Immer, type Draft } from 'immer'
import { type Customer, type CustomerEdit, type CustomerRecord, planEdit } from 'clientele'
import { buildContext, buildRecord } from 'clientele/testing'
import type { Field, Race } from './contest.js'

enablePatches()
const context = buildContext()

/** A change, once as a wish and once as it would be written by hand on a draft. */
interface Change {
  readonly edit: CustomerEdit
  readonly byHand: (draft: Draft<Customer>) => void
}

const changes: Readonly<Record<string, Change>> = {
  field: {
    edit: { lastName: 'Kowalska' },
    byHand: (draft) => {
      draft.lastName = 'Kowalska'
    },
  },
  tags: {
    edit: { tags: { add: ['vip'], remove: ['EU'] } },
    byHand: (draft) => {
      draft.tags = [...draft.tags.filter((tag) => tag.toLowerCase() !== 'eu'), 'vip']
    },
  },
  address: {
    edit: { addresses: [{ type: 'edit', id: 'a2', changes: { address1: 'Storgata 7', city: 'Bergen' } }] },
    byHand: (draft) => {
      const address = draft.addresses.find(({ id }) => id === 'a2')!
      address.address1 = 'Storgata 7'
      address.city = 'Bergen'
    },
  },
  form: {
    edit: {
      firstName: 'Anna',
      lastName: 'Kowalska',
      email: 'anna.kowalska@example.com',
      note: 'Asked for a call in the morning.',
      priceLevel: 3,
      tags: { add: ['vip'] },
      addresses: [{ type: 'edit', id: 'a2', changes: { zip: '5003' } }],
    },
    byHand: (draft) => {
      draft.firstName = 'Anna'
      draft.lastName = 'Kowalska'
      draft.email = 'anna.kowalska@example.com'
      draft.note = 'Asked for a call in the morning.'
      draft.priceLevel = 3
      draft.tags.push('vip')
      draft.addresses.find(({ id }) => id === 'a2')!.zip = '5003'
    },
  },
}

/** How many customers a turn changes: different people, so that nothing can be remembered of one. */
const COUNT = 200

/** Made anew for each way: immer freezes what it is given, and what is frozen is copied otherwise. */
const people = (): readonly CustomerRecord[] =>
  Array.from({ length: COUNT }, (_, number) =>
    buildRecord({
      customer: {
        id: `customer-${number}`,
        firstName: `Ana ${number}`,
        email: `ana${number}@example.com`,
        tags: ['EU', 'newsletter', 'wholesale', `since ${number}`],
        addresses: ['a1', 'a2', 'a3'].map((id) => ({
          id,
          firstName: null,
          lastName: 'Nowak',
          company: null,
          address1: `Storgata ${number}`,
          address2: null,
          city: 'Oslo',
          provinceCode: null,
          countryCode: 'NO',
          zip: '0155',
          phone: null,
        })),
        metafields: { 'facts.birth_date': '1990-05-17' },
      },
    }),
  )

type EditWay = () => readonly Customer[]

const ofEach = (change: (record: CustomerRecord) => Customer): EditWay => {
  const records = people()
  return () => records.map(change)
}

function raceOf({ edit, byHand }: Change): Race {
  const handmade = (immer: Immer): EditWay =>
    ofEach(
      ({ customer }) =>
        immer.produceWithPatches(customer, (draft) => {
          byHand(draft)
          draft.updatedAt = context.now
        })[0],
    )
  const ways = {
    'produceWithPatches of immer': handmade(new Immer()),
    'the same with autoFreeze: false': handmade(new Immer({ autoFreeze: false })),
    planEdit: ofEach((record) => {
      const outcome = planEdit(record, edit, context)
      if (!outcome.ok) throw new Error(outcome.problems.map(({ code }) => code).join(', '))
      return outcome.value.result
    }),
  }
  return {
    size: `${COUNT} customers with three addresses`,
    count: COUNT,
    ways,
    check: () => {
      const [first, ...others] = Object.values(ways)
      for (const other of others) deepStrictEqual(other(), first!())
    },
  }
}

export const edits: Field = {
  races: Object.fromEntries(Object.entries(changes).map(([name, change]) => [name, raceOf(change)])),
}
