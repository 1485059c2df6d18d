import { tokensOf, wordsOf } from './token.js'

/** Members of the forces in general: who is addressed so is nobody in particular. */
const members: ReadonlySet<string> = new Set(
  `
  SOLDIER SOLDIERS SAILOR SAILORS MARINE MARINES AIRMAN AIRMEN AIRWOMAN AIRWOMEN SERVICEMEMBER SERVICEMEMBERS
  SERVICEMAN SERVICEMEN SERVICEWOMAN SERVICEWOMEN SERVICEPERSON TROOP TROOPS GUARDSMAN GUARDSMEN COASTGUARDSMAN
  `
    .trim()
    .split(/\s+/),
)

/** Names or ordinary words too: they are general only behind ANY. */
const membersBehindAny: ReadonlySet<string> = new Set(
  `
  MEMBER MEMBERS GUARDIAN GUARDIANS HERO HEROES VETERAN VETERANS WARRIOR WARRIORS PERSONNEL RECIPIENT SEAMAN SEAMEN SEABEE
  SEABEES CORPSMAN MEDIC OFFICER
  `
    .trim()
    .split(/\s+/),
)

/** What may stand beside such a word without naming anybody. */
const fillers: ReadonlySet<string> = new Set(
  'A ALL ANY THE OUR TO FOR DEAR OR AND US U S AMERICAN MILITARY DEPLOYED'.split(' '),
)

const generalNames: ReadonlySet<string> = new Set([
  'MILITARY MAIL',
  'MILITARY MEMBER',
  'MILITARY PERSONNEL',
  'SERVICE MEMBER',
  'SERVICE MEMBERS',
])

/**
 * Whether mail goes to any member of the forces in general, which the postal service refuses: `Any Soldier`, `Service
 * Member`, `Military Mail`. A job title is a person.
 */
export function isGeneralAddressee(name: string): boolean {
  const words = wordsOf(tokensOf(name))
  return generalNames.has(words.join(' ')) || isAnyMember(words) || areOnlyMembers(words)
}

function isAnyMember(words: readonly string[]): boolean {
  const [first, second] = words
  const isAny = first === 'ANY' || ((first === 'TO' || first === 'FOR') && second === 'ANY')
  return isAny && words.some((word) => members.has(word) || membersBehindAny.has(word))
}

function areOnlyMembers(words: readonly string[]): boolean {
  return (
    words.some((word) => members.has(word)) && words.every((word) => members.has(word) || fillers.has(word))
  )
}
