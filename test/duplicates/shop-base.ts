import type { CustomerRecord } from 'clientele'
import { buildRecord } from 'clientele/testing'

/** A shop's customers, and which of them are one person: the ids of each. */
export interface ShopBase {
  readonly records: readonly CustomerRecord[]
  readonly personOf: ReadonlyMap<string, number>
}

/** What is known of a person at one time. */
interface Profile {
  readonly firstName: string | null
  readonly lastName: string
  readonly email: string | null
  readonly phone: string | null
  readonly street: string | null
  readonly zip: string | null
  readonly city: string | null
}

type Random = () => number

/** Numbers from 0 to 1 that are always the same for a seed (Park and Miller). */
function randomFrom(seed: number): Random {
  let state = seed
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}

const syllables = [
  'ka',
  'no',
  'wal',
  'ski',
  'mar',
  'ber',
  'ton',
  'le',
  'ri',
  'sto',
  'han',
  'del',
  'vik',
  'per',
  'su',
  'mo',
]

const pick = <Item>(random: Random, items: readonly Item[]): Item =>
  items[Math.floor(random() * items.length)] as Item

const word = (random: Random, length: number): string =>
  Array.from({ length }, () => pick(random, syllables)).join('')

/** Some names are common and most are rare, as in life. */
const common = (random: Random, items: readonly string[]): string =>
  items[Math.floor(random() ** 3 * items.length)] as string

interface World {
  readonly firstNames: readonly string[]
  readonly lastNames: readonly string[]
  readonly streets: readonly string[]
  readonly towns: readonly { readonly city: string; readonly zip: string }[]
}

function worldOf(random: Random): World {
  const words = (count: number, length: number): string[] =>
    Array.from({ length: count }, () => word(random, length))
  return {
    firstNames: [...new Set(words(400, 3))],
    lastNames: [...new Set(words(20_000, 4))],
    streets: words(3000, 4).map((name) => `${name} street`),
    towns: words(600, 3).map((city, i) => ({ city, zip: String(10_000 + i * 97) })),
  }
}

/** The people of one address: alone, or a family with one last name, and sometimes one email or phone. */
function household(random: Random, world: World): Profile[] {
  const town = pick(random, world.towns)
  const street = `${1 + Math.floor(random() * 90)} ${pick(random, world.streets)}`
  const lastName = common(random, world.lastNames)
  const size = random() < 0.75 ? 1 : 2
  const shared = random()
  const names = new Set<string>()
  const people = Array.from({ length: size }, (): Profile => {
    const firstName = newcomer(random, world, names)
    const email = `${firstName}.${lastName}${Math.floor(random() * 999)}@${pick(random, syllables)}.example`
    const phone = `+4860${Math.floor(1_000_000 + random() * 8_999_999)}`
    return { firstName, lastName, email, phone: random() < 0.7 ? phone : null, street, ...town }
  })
  const [head] = people
  return people.map((person) => ({
    ...person,
    email: size > 1 && shared < 0.2 ? (head as Profile).email : person.email,
    phone: size > 1 && shared > 0.5 ? (head as Profile).phone : person.phone,
  }))
}

/** A first name that nobody of the family has. */
function newcomer(random: Random, { firstNames }: World, taken: Set<string>): string {
  let name = common(random, firstNames)
  while (taken.has(name)) name = common(random, firstNames)
  taken.add(name)
  return name
}

function typo(random: Random, text: string): string {
  const at = Math.floor(random() * text.length)
  const letter = pick(random, 'abcdefghijklmnoprstuwyz'.split(''))
  return pick(random, [
    text.slice(0, at) + text.slice(at + 1),
    text.slice(0, at) + letter + text.slice(at),
    text.slice(0, at) + letter + text.slice(at + 1),
    text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2),
  ])
}

/** How a person comes to have a second profile. */
const changes: readonly ((profile: Profile, random: Random, world: World) => Profile)[] = [
  // another email
  (profile, random) => ({ ...profile, email: `${word(random, 4)}@new.example` }),
  // another house
  (profile, random, world) => ({
    ...profile,
    street: `${1 + Math.floor(random() * 90)} ${pick(random, world.streets)}`,
    ...pick(random, world.towns),
  }),
  // a guest who typed in a hurry
  (profile, random) => ({
    ...profile,
    firstName: typo(random, profile.firstName as string),
    lastName: typo(random, profile.lastName),
    street: typo(random, profile.street as string),
    email: random() < 0.5 ? null : profile.email,
  }),
  // only what a newsletter asks for
  (profile) => ({ ...profile, phone: null, street: null, zip: null, city: null }),
  // a tag in the email, another spelling
  (profile, random) => ({
    ...profile,
    email: (profile.email as string).replace('@', '+shop@'),
    lastName: random() < 0.5 ? profile.lastName.toUpperCase() : typo(random, profile.lastName),
  }),
]

/** The profiles of a base of about so many, each with its person; a tenth are of people who have one already. */
export function* shopProfiles(size: number, seed: number): Generator<readonly [CustomerRecord, number]> {
  const random = randomFrom(seed)
  const world = worldOf(random)
  let id = 0
  let person = 0
  while (id < size) {
    for (const profile of household(random, world)) {
      yield [recordOf(String(++id), profile), person]
      if (random() < 0.1)
        yield [recordOf(String(++id), pick(random, changes)(profile, random, world)), person]
      person++
    }
  }
}

/** The same, as a list. */
export function shopBase(size: number, seed: number): ShopBase {
  const profiles = [...shopProfiles(size, seed)]
  const personOf = new Map(profiles.map(([{ customer }, person]) => [customer.id as string, person]))
  return { records: profiles.map(([record]) => record), personOf }
}

const plain = buildRecord({ customer: { tags: [], addresses: [], defaultAddressId: null } })

function recordOf(id: string, { street, zip, city, ...person }: Profile): CustomerRecord {
  const address = {
    id: 'a',
    firstName: null,
    lastName: null,
    company: null,
    address1: street,
    address2: null,
    city,
    provinceCode: null,
    countryCode: 'PL',
    zip,
    phone: null,
  }
  const addresses = street === null ? [] : [address]
  return {
    ...plain,
    customer: { ...plain.customer, ...person, id, addresses, defaultAddressId: addresses[0]?.id ?? null },
  }
}
