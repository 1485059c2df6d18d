import { limits } from '../../src/limits/limits.js'
import type { Blocker } from '../../src/policy/blocker.js'
import { deletionInvariantRows, mergeInvariants } from '../../src/policy/blockers.js'
import { policies } from '../../src/policy/policies.js'
import type { Policy } from '../../src/policy/policy.js'
import { codes, generatedNote, problemLink, table } from './markdown.js'

const shipped: readonly Policy[] = Object.values(policies)
const YES = '✓'
const NO = '–'

/** What each word of a policy means. A new word does not compile without. */
const consentRules: Readonly<Record<Policy['consent'], string>> = {
  either: 'anybody’s yes counts',
  'most-restrictive': 'the strictest word counts',
  'follows-contact': 'the word given for the contact that is kept counts',
}
const emailRules: Readonly<Record<Policy['identity']['email'], string>> = {
  'per-shop': 'one profile an email',
  'per-account-type': 'one account and one guest an email',
  'not-unique': 'any number of profiles an email',
}
const phoneRules: Readonly<Record<Policy['identity']['phone'], string>> = {
  unique: 'one profile a phone',
  'not-unique': 'any number of profiles a phone',
}
const registrationRules: Readonly<Record<Policy['registration'], string>> = {
  never: 'a guest’s profile never becomes an account',
  'when-email-confirmed': 'a guest’s profile becomes the account once the email is confirmed',
  'same-email': 'a guest’s profile becomes the account with the same email',
}
const paymentRecipients: Readonly<Record<Policy['paymentLink']['recipient'], string>> = {
  customer: 'to the email of the profile',
  chosen: 'also to another address that the host lists',
}
const severities: Readonly<Record<Policy['military']['severity'], string>> = {
  warn: 'a fault warns',
  refuse: 'a fault refuses',
}

type Rule = readonly [name: string, value: (policy: Policy) => string]
type Part = { readonly title: string; readonly text: string; readonly rules: readonly Rule[] }

/** All words of a rule and what they mean: also those that no shipped policy says. */
const legend = (words: Readonly<Record<string, string>>): string =>
  Object.entries(words)
    .map(([word, meaning]) => `\`${word}\`: ${meaning}`)
    .join('; ')

const code = (word: string): string => `\`${word}\``

/** A part for each field of a policy; one that is new does not compile without. */
const parts: { readonly [Field in Exclude<keyof Policy, 'name' | 'messages'>]: Part } = {
  mergeBlockers: {
    title: 'What blocks a merge (`mergeBlockers`)',
    text: `${YES} means that the row blocks. An unknown fact blocks, too: ${problemLink('merge.unknown-fact')}.`,
    rules: blockerRules((policy) => policy.mergeBlockers, mergeInvariants),
  },
  deletionBlockers: {
    title: 'What blocks a deletion (`deletionBlockers`)',
    text: `${YES} means that the row blocks. An unknown fact blocks, too: ${problemLink('deletion.unknown-fact')}.`,
    rules: blockerRules((policy) => policy.deletionBlockers, Object.values(deletionInvariantRows)),
  },
  erasure: {
    title: 'How personal data is erased (`erasure`)',
    text: 'Beside what is always erased; see [erasure and data requests](erasure-and-data-requests.md).',
    rules: [
      ['must be requested first', ({ erasure }) => (erasure.requestFirst ? YES : NO)],
      ['days kept after the last order', ({ erasure }) => String(erasure.retentionDays)],
      [
        'metafields that stay, as business data',
        ({ erasure }) => codes(erasure.businessMetafields) || 'none',
      ],
    ],
  },
  consent: {
    title: 'Whose consent counts after a merge (`consent`)',
    text: `${legend(consentRules)}. A yes that reaches further than it was given always warns: ${problemLink('merge.consent-widened')}.`,
    rules: [['rule', ({ consent }) => code(consent)]],
  },
  identity: {
    title: 'Who may share an email or a phone (`identity`)',
    text: `Email: ${legend(emailRules)}. Phone: ${legend(phoneRules)}. What is taken is refused with ${problemLink('commit.identity-taken')}.`,
    rules: [
      ['email', ({ identity }) => code(identity.email)],
      ['phone', ({ identity }) => code(identity.phone)],
      ['emails that identify nobody', ({ identity }) => codes(identity.ignore) || 'none'],
    ],
  },
  registration: {
    title: 'When a guest becomes an account (`registration`)',
    text: `Somebody has registered with an email that a guest’s profile has. ${legend(registrationRules)}.`,
    rules: [['rule', ({ registration }) => code(registration)]],
  },
  military: {
    title: 'How US military addresses are judged (`military`)',
    text: `${legend(severities)}. What the levels are, [military addresses](military-addresses.md) says.`,
    rules: [
      ['level', ({ military }) => code(military.level)],
      ['severity', ({ military }) => code(military.severity)],
    ],
  },
  editable: {
    title: 'Who may edit what (`editable`)',
    text: 'The system may edit everything. Consents are changed apart; see [consent](consent.md).',
    rules: editableFields().map(
      (field) => [`\`${field}\``, (policy: Policy) => editorsOf(policy, field)] as const,
    ),
  },
  linkHours: {
    title: 'How long links hold (`linkHours`)',
    text: `In hours. An older link is refused with ${problemLink('access.link-expired')}.`,
    rules: (['invitation', 'password-reset'] as const).map((kind) => [
      code(kind),
      ({ linkHours }: Policy) => String(linkHours[kind]),
    ]),
  },
  paymentLink: {
    title: 'Where the link of a payment method goes (`paymentLink`)',
    text: `${legend(paymentRecipients)}. See [payment methods](messaging.md#payment-methods).`,
    rules: [['recipient', ({ paymentLink }) => code(paymentLink.recipient)]],
  },
  limits: {
    title: 'Limits (`limits`)',
    text: 'Lengths are in Unicode code points; `tags` and `page` are counts.',
    rules: Object.keys(limits).map(
      (name) =>
        [`\`${name}\``, (policy: Policy) => String(policy.limits[name as keyof typeof limits])] as const,
    ),
  },
}

/** docs/policies.md: all in which the shipped policies differ or agree, from the policies themselves. */
export function policiesPage(): string {
  const head = ['rule', ...shipped.map(({ name }) => `\`${name}\``)]
  const sections = Object.values(parts).map(({ title, text, rules }) =>
    [
      `## ${title}`,
      text,
      table(
        head,
        rules.map(([name, value]) => [name, ...shipped.map(value)]),
      ),
    ].join('\n\n'),
  )
  return `${[intro, ...sections].join('\n\n')}\n`
}

const intro = `# Policies

${generatedNote}

A policy is data: everything in which shops and platforms differ. \`policies.shopify\` is the default and follows the English pages of
that platform; \`shopify-fi\`, \`shopify-nb\` and \`shopify-nl\` follow its Finnish, Norwegian and Dutch pages where those say
something else; \`shopelo\` follows the platform of that name. What a page does not state, its policy takes from \`shopify\`.

\`definePolicy(base, changes)\` derives your own. What \`changes\` names is replaced, whole; a fact of your own is named
\`custom.<key>\`, and its text comes with the policy:

\`\`\`ts
import { deletionBlockers, definePolicy, explainProblem, policies } from 'clientele'
import { en } from 'clientele/messages/en'

const careful = definePolicy(policies['shopify-nl'], {
  name: 'careful',
  deletionBlockers: [
    ...policies['shopify-nl'].deletionBlockers,
    { code: 'deletion.open-repair', fact: 'custom.repairs', allows: [0] },
  ],
  messages: { en: { 'deletion.open-repair': 'Something of theirs is in repair.' } },
})

const [problem] = deletionBlockers({ facts: { orderHistory: 'none', custom: { repairs: 1 } } }, careful)
expect(problem!.code).toBe('deletion.open-repair')
expect(explainProblem(problem!, { ...en, problems: { ...en.problems, ...careful.messages!['en'] } })).toBe(
  'Something of theirs is in repair.',
)
\`\`\``

function blockerRules(
  rowsOf: (policy: Policy) => readonly Blocker[],
  always: readonly Blocker[],
): readonly Rule[] {
  const stated = [...new Set(shipped.flatMap((policy) => rowsOf(policy).map(({ code }) => code)))]
  const fixed = always.map(({ code }) => code)
  return [...new Set([...stated, ...fixed])].map((code) => [
    fixed.includes(code) ? `${problemLink(code)}, under every policy` : problemLink(code),
    (policy) => (fixed.includes(code) || rowsOf(policy).some((row) => row.code === code) ? YES : NO),
  ])
}

function editableFields(): readonly string[] {
  return [...new Set(shipped.flatMap(({ editable }) => [...editable.customer, ...editable.staff]))]
}

function editorsOf({ editable }: Policy, field: string): string {
  const who = (['customer', 'staff'] as const).filter((one) => editable[one].some((name) => name === field))
  return who.join(', ') || NO
}
