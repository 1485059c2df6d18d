import { militaryProblemRules } from '../../src/address/military/problem-rules.js'
import { enProblems } from '../../src/messages/en/problems.js'
import type { ProblemCode } from '../../src/messages/problem-code.js'
import type { Message } from '../../src/outcome/message.js'
import { policies } from '../../src/policy/policies.js'
import { anchorOf, codes, generatedNote } from './markdown.js'
import { remedies } from './remedies/remedies.js'
import { paramMeanings, type Remedy } from './remedies/remedy.js'

/** What the first part of a code stands for. */
const rooms: Readonly<Record<string, string>> = {
  shape: 'The shape of what comes in',
  text: 'Any text',
  email: 'Emails',
  phone: 'Phone numbers',
  consent: 'Consent to marketing',
  address: 'Addresses',
  military: 'US military addresses',
  customer: 'Customers',
  activity: 'Activities',
  edit: 'Edits',
  capability: 'What a store cannot do',
  bulk: 'Bulk changes',
  comment: 'Comments on a timeline',
  load: 'Loading by id',
  find: 'Finding customers',
  commit: 'Commits',
  distinct: 'Different people',
  merge: 'Merges',
  deletion: 'Deletions',
  privacy: 'Erasure and data requests',
  csv: 'Customer files',
  import: 'Imports',
  segment: 'Segments',
  segments: 'Saved segments',
  messaging: 'Emails to customers',
  access: 'Access to accounts',
  payment: 'Payment methods',
  discount: 'Discounts for groups',
}

const kinds = {
  refusal: 'A refusal.',
  warning: 'Only a warning: the rest is done.',
  both: 'A refusal or a warning, depending on what asks and under which policy.',
} as const

const intro = `# Problems

${generatedNote}

Every refusal is a list of problems, each \`{ code, path, params }\`, all at once. Warnings have the same form and refuse nothing.
The path says where in the wish or the record; no parameter holds a customer's data (\`found\` repeats a piece of what was typed into a
query). \`explainProblem(problem, messages)\` makes a
sentence of one, in a language of \`clientele/messages\`; the English sentence stands below in quotes. Parameters hold codes, such as
\`vaultedCards\`; in a sentence they stand in the words of the language, and what it has no word for, such as a fact of your own, by its name.

What is called a refusal here only warns where nothing is to be refused: in an [activity](creating-and-activities.md), which has
happened, and of a fault that was in a record before an edit which does not touch it.

A policy of your own can have codes of its own; they are not listed here. See [policies](policies.md).`

/** docs/problems.md: every code under a heading, with its message, its parameters, its cause and what can be done. */
export function problemsPage(): string {
  const byRoom = grouped(Object.keys(remedies) as ProblemCode[])
  const contents = [...byRoom].map(
    ([room, found]) => `- [${titleOf(room)}](#${slugOf(titleOf(room))}): ${found.length}`,
  )
  const sections = [...byRoom].map(([room, found]) =>
    [`## ${titleOf(room)}`, ...found.map(sectionOf)].join('\n\n'),
  )
  return `${[intro, contents.join('\n'), ...sections].join('\n\n')}\n`
}

/** What is wrong with the table itself: a parameter that a message or a rule fills and the table does not name. */
export function remedyFaults(): string[] {
  return (Object.keys(remedies) as ProblemCode[]).flatMap((code) => {
    const { params = [] }: Remedy = remedies[code]
    const named: readonly string[] = params
    return [
      ...placeholders(enProblems[code])
        .filter((name) => !named.includes(name))
        .map((name) => `${code}: its message has {${name}}, its row in .ci/docs/remedies/ does not name it`),
      ...(asks(code) === named.includes('ask')
        ? []
        : [`${code}: its row in .ci/docs/remedies/ and its rules disagree on \`ask\``]),
    ]
  })
}

/** Whether a problem names what only a person can tell. */
function asks(code: ProblemCode): boolean {
  const rules = militaryProblemRules.filter((rule) => rule.code === code)
  return rules.length === 0 ? asking.includes(code) : rules.some(({ ask }) => ask !== undefined)
}

/** Codes outside the military rules that have `params.ask`. */
const asking: readonly ProblemCode[] = ['phone.country-needed', 'csv.scientific-notation']

function sectionOf(code: ProblemCode): string {
  const { as, params = [], cause, remedy }: Remedy = remedies[code]
  const lines = [
    `### \`${code}\``,
    quoted(enProblems[code]),
    [`**Cause.** ${cause}`, `**Remedy.** ${remedy}`].join('  \n'),
    [kinds[as ?? 'refusal'], ...rulesOf(code), ...paramsOf(params)].join(' '),
  ]
  return lines.join('\n\n')
}

const paramsOf = (params: NonNullable<Remedy['params']>): string[] =>
  params.length === 0
    ? []
    : [`Parameters: ${params.map((name) => `\`${name}\` (${paramMeanings[name]})`).join(', ')}.`]

/** What the tables of rules say of a code: who asks it, and which fact it reads. */
function rulesOf(code: ProblemCode): string[] {
  const levels = [
    ...new Set(militaryProblemRules.filter((rule) => rule.code === code).map(({ level }) => level)),
  ]
  const isBoth = levels.includes('both') || levels.length > 1
  if (levels.length > 0) return [isBoth ? 'Asked at both levels.' : `Asked at the level \`${levels[0]}\`.`]
  const shipped = Object.values(policies)
  const rows = shipped.flatMap((policy) =>
    [...policy.mergeBlockers, ...policy.deletionBlockers]
      .filter((row) => row.code === code)
      .map((row) => ({ policy: policy.name, row })),
  )
  const [first] = rows
  if (first === undefined) return []
  const { fact, allows } = first.row
  return [
    `Blocks unless the fact \`${fact}\` is ${allows.map((value) => `\`${JSON.stringify(value)}\``).join(' or ')},`,
    `under ${codes(rows.map(({ policy }) => policy))}.`,
  ]
}

const quoted = (message: Message): string =>
  (typeof message === 'string' ? [message] : formsOf(message)).map((text) => `> ${text}`).join('  \n')

const formsOf = (message: Exclude<Message, string>): string[] =>
  Object.entries(message).flatMap(([name, text]) => (name === 'by' ? [] : [text]))

function placeholders(message: Message): string[] {
  const texts = typeof message === 'string' ? [message] : formsOf(message)
  return [
    ...new Set(texts.flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''))),
  ]
}

const roomOf = (code: string): string => code.slice(0, code.indexOf('.'))
const titleOf = (room: string): string => rooms[room] ?? room
const slugOf = (title: string): string => anchorOf(title.replaceAll(' ', '-'))

function grouped(all: readonly ProblemCode[]): Map<string, ProblemCode[]> {
  const found = new Map<string, ProblemCode[]>()
  for (const code of all) found.set(roomOf(code), [...(found.get(roomOf(code)) ?? []), code])
  return found
}
