import type { CustomerRecord, JsonValue } from 'clientele'
import { type EmailContext, type EmailWish, planEmail } from 'clientele/messaging'
import { buildContext, buildRecord } from 'clientele/testing'
import { describe, expect, it } from 'vitest'
import { requestOf } from '../../src/plan/request.js'
import { attackStrings, expectLinear, prototypeNames, unstorableTexts } from '../hostile-texts.js'

const senders = [
  { email: 'shop@example.com', name: 'The Shop' },
  { email: 'Help@example.com', name: null },
]
const context = buildContext({ shop: { senders } })
const anna = buildRecord({
  customer: { id: '7', firstName: 'Anna', lastName: 'Nowak', email: 'anna@example.com' },
})
const wish: EmailWish = { subject: 'Your order', text: 'Dear {{customer.firstName}}!' }

const planned = (more: Partial<EmailWish> = {}, record = anna, at: EmailContext = context) => {
  const outcome = planEmail(record, { ...wish, ...more }, at)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return outcome.value
}
const problemsOf = (more: unknown, record: CustomerRecord = anna, at: EmailContext = context) => {
  const outcome = planEmail(record, { ...wish, ...(more as object) }, at)
  return outcome.ok ? [] : outcome.problems
}
const codesOf = (...given: Parameters<typeof problemsOf>) =>
  problemsOf(...given).map(({ code, path }) => [code, ...path].join(' '))

describe('T-1 an email to one customer', () => {
  it('is written as text and as a page, from the first sender, to the address in the profile', () => {
    expect(planned().email).toEqual({
      from: { email: 'shop@example.com', name: 'The Shop' },
      to: 'anna@example.com',
      bcc: [],
      purpose: 'transactional',
      subject: 'Your order',
      text: 'Dear Anna!',
      html: '<p>Dear Anna!</p>',
      discounts: [],
    })
  })

  it('T-3 stands on the timeline before it is sent, and its effect names no more than its id', () => {
    const { message, email, changeSet } = planned()
    const by = { type: 'staff', id: 'staff-1' }
    expect(changeSet.expects).toEqual([{ id: '7', revision: anna.revision }])
    expect(changeSet.changes).toEqual([
      {
        type: 'event',
        id: 'key-1/event/1',
        customer: '7',
        at: context.now,
        event: { kind: 'email-recorded', by, message, email, copyOf: null, campaign: null },
      },
    ])
    expect(changeSet.outbox).toEqual([
      { id: 'key-1/effect/1', type: 'email', customer: '7', message, attempt: 1 },
    ])
    expect(JSON.stringify([changeSet.outbox, changeSet.summary, changeSet.request])).not.toMatch(
      /anna|order/i,
    )
  })

  it('concerns the customer, touches nobody, and is recognised by whom the caller named and what they wished', () => {
    const { email, message, changeSet, ...plan } = planned()
    expect(plan).toEqual({ planner: 'email', wish, subjects: ['7'], touches: [], warnings: [] })
    expect(changeSet).toMatchObject({
      key: 'key-1',
      request: requestOf('email', ['7'], { ...wish } as JsonValue),
      guards: [],
      summary: { planner: 'email', message, attempt: 1 },
    })
    expect(changeSet.changes).toMatchObject([{ event: { email } }])
  })

  it('has an id that is fit for a header, and the same for the same key and customer only', () => {
    const { message } = planned()
    const ben = buildRecord({ customer: { id: '8', email: 'ben@example.com' } })
    expect(message).toMatch(/^[\da-f]{32}$/)
    expect(planned({ subject: 'Another' }).message).toBe(message)
    expect(planned({}, ben).message).not.toBe(message)
    expect(planned({}, anna, { ...context, key: 'key-2' }).message).not.toBe(message)
    expect(planned({}, anna, { ...context, key: 'k\r\nBcc: x' }).message).toMatch(/^[\da-f]{32}$/)
  })

  it('survives JSON, and changes nothing of the customer', () => {
    const plan = planned({ discounts: [{ code: 'SAVE10' }] })
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan)
    expect(plan.touches).toEqual([])
  })

  it.each([
    ['{{customer.firstName}}', 'Anna'],
    ['{{ customer.lastName }}', 'Nowak'],
    ['{{customer.name}}', 'Anna Nowak'],
    ['{{customer.email}}', 'anna@example.com'],
    ['{{customer.company|nobody}}', 'nobody'],
    ['{{sender.name}}', 'The Shop'],
    ['{{sender.email}}', 'shop@example.com'],
    ['{{discounts}}', 'SAVE10, VIP'],
    ['{{data.order}} {{data.count}}', '#1001 2'],
    ['{{data.blank|}}.', '.'],
    ['{{data.blank | a | b }}', 'a | b'],
    ['{{{data.order}}}', '{#1001}'],
    ['{{customer.firstName}}{{customer.firstName}}', 'AnnaAnna'],
    ['a { b } c }} d', 'a { b } c }} d'],
    ['{{customer.firstName}}}} {{customer.firstName}}', 'Anna}} Anna'],
    ['}} {{customer.firstName}}', '}} Anna'],
    [`{{customer.company|${'x'.repeat(183)}}}`, 'x'.repeat(183)],
  ])('puts %s into the text', (text, expected) => {
    const discounts = [{ code: 'SAVE10', title: 'Ten off' }, { code: 'VIP' }]
    const { email } = planned({ text, discounts, data: { order: '#1001', count: 2, blank: ' ' } })
    expect(email.text).toBe(expected)
    expect(email.discounts).toEqual([
      { code: 'SAVE10', title: 'Ten off' },
      { code: 'VIP', title: null },
    ])
  })

  it('escapes what stands for the customer in a page, and leaves the template as it is', () => {
    const record = buildRecord({ customer: { firstName: '<b>"A" & \'B\'</b>' } })
    const html = '<p title="{{customer.firstName}}">Dear {{customer.firstName}}!</p>'
    const name = '&lt;b&gt;&quot;A&quot; &amp; &#39;B&#39;&lt;/b&gt;'
    expect(planned({ html }, record).email.html).toBe(`<p title="${name}">Dear ${name}!</p>`)
    expect(planned({}, record).email.html).toBe(`<p>Dear ${name}!</p>`)
    expect(planned({}, record).email.text).toBe(`Dear <b>"A" & 'B'</b>!`)
  })

  it('makes the page of the text where it has none of its own', () => {
    expect(planned({ text: 'One\r\ntwo\n\nthree & four', html: null }).email.html).toBe(
      '<p>One<br>two</p>\n<p>three &amp; four</p>',
    )
  })

  it('begins a line of the page wherever the text does, as any machine writes it', () => {
    expect(planned({ text: 'One\rtwo\nthree\r\rfour' }).email.html).toBe(
      '<p>One<br>two<br>three</p>\n<p>four</p>',
    )
  })

  it('S-3 goes for marketing to those who have said yes, and otherwise to anybody', () => {
    const subscriber = buildRecord({
      customer: { email: 'b@example.com', emailMarketingConsent: { state: 'SUBSCRIBED' } },
    })
    expect(planned({ purpose: 'marketing' }, subscriber).email.purpose).toBe('marketing')
    expect(planned({ purpose: 'transactional' }).email.purpose).toBe('transactional')
    expect(codesOf({ purpose: 'marketing' })).toEqual([
      'messaging.not-subscribed emailMarketingConsent state',
    ])
  })

  it('names the faults of the wish and of the customer at once', () => {
    const broken = { text: '{{' }
    expect(codesOf({ ...broken, purpose: 'marketing' })).toEqual([
      'messaging.placeholder-malformed text',
      'messaging.not-subscribed emailMarketingConsent state',
    ])
    expect(codesOf(broken, buildRecord({ facts: { deleted: true } }))).toEqual([
      'messaging.placeholder-malformed text',
      'messaging.deleted facts deleted',
    ])
  })

  it.each([
    [{ from: 'HELP@example.com' }, 'Help@example.com'],
    [{}, 'shop@example.com'],
  ])('comes from the sender that was chosen among the listed: %o', (more, expected) => {
    expect(planned(more).email.from.email).toBe(expected)
  })

  it('goes to oneself too, where that is wished and the mailbox is known', () => {
    const own = { ...context, ownMailbox: { email: 'staff@example.com' } }
    expect(planned({ copyToSelf: true }, anna, own).email.bcc).toEqual(['staff@example.com'])
    expect(planned({ copyToSelf: false }, anna, own).email.bcc).toEqual([])
    expect(codesOf({ copyToSelf: true })).toEqual(['messaging.no-own-mailbox ownMailbox'])
    const bad = { ...context, ownMailbox: { email: 'staff@example.com\r\nBcc: x@example.com' } }
    expect(codesOf({ copyToSelf: true }, anna, bad)).toEqual([
      'email.dangerous-character ownMailbox email',
      'messaging.header-unsafe ownMailbox email',
    ])
  })

  it.each<[string, unknown, string[]]>([
    ['no subject', { subject: undefined }, ['shape.wrong-type subject']],
    ['a field too many', { cc: 'x@example.com' }, ['shape.unknown-field']],
    ['a purpose that is none', { purpose: 'spam' }, ['shape.invalid-value purpose']],
    ['data that is no text', { data: { a: {} } }, ['shape.invalid-value data']],
    ['one value of two that is no text', { data: { a: 'x', b: {} } }, ['shape.invalid-value data']],
    ['data that is no number', { data: { a: Infinity } }, ['shape.invalid-value data']],
    ['data that is a list', { data: ['a'] }, ['shape.invalid-value data']],
    ['a sender who is not listed', { from: 'ceo@example.com' }, ['messaging.sender-unknown from']],
    ['a blank subject', { subject: ' ' }, ['messaging.blank subject']],
    ['a blank text', { text: '\n' }, ['messaging.blank text']],
    ['a blank page', { html: ' ' }, ['messaging.blank html']],
    ['a subject that is too long', { subject: 'x'.repeat(256) }, ['text.too-long subject']],
    ['a text that is too long', { text: 'x'.repeat(200_001) }, ['text.too-long text']],
    ['a page that is too long', { html: 'x'.repeat(200_001) }, ['text.too-long html']],
    ['a megabyte', { text: 'x'.repeat(1_000_000) }, ['shape.too-long text']],
    [
      'a discount that cannot be stored',
      { discounts: [{ code: 'a\0' }] },
      ['text.not-storable discounts 0 code', 'messaging.header-unsafe discounts 0 code'],
    ],
    [
      'the title of a discount that cannot be stored',
      { discounts: [{ code: 'SAVE10\r\nBcc: x@example.com' }] },
      ['messaging.header-unsafe discounts 0 code'],
    ],
    [
      'a title that cannot be stored',
      { discounts: [{ code: 'a', title: '\0' }] },
      ['text.not-storable discounts 0 title'],
    ],
    [
      'too many discounts',
      { discounts: Array.from({ length: 101 }, () => ({ code: 'a' })) },
      ['shape.too-long discounts'],
    ],
    ['an unknown placeholder', { text: '{{customer.note}}' }, ['messaging.placeholder-unknown text']],
    ['data that is not there', { subject: '{{data.x}}' }, ['messaging.placeholder-unknown subject']],
    ['data without a name', { text: '{{data.}}', data: { '': 'x' } }, ['messaging.placeholder-unknown text']],
    [
      'a brace in a placeholder',
      { text: '{{customer.firstName | } }}' },
      ['messaging.placeholder-malformed text'],
    ],
    [
      'a placeholder that is too long',
      { text: `{{customer.company|${'x'.repeat(184)}}}` },
      ['messaging.placeholder-malformed text'],
    ],
    ['a placeholder that never ends', { html: 'a {{customer' }, ['messaging.placeholder-malformed html']],
    ['a value that is missing', { text: '{{customer.company}}' }, ['messaging.value-missing text']],
    ['no discount to name', { text: '{{discounts}}' }, ['messaging.value-missing text']],
    [
      'faults everywhere, all at once',
      { subject: '{{x}}', text: '{{', from: 'ceo@example.com' },
      [
        'messaging.sender-unknown from',
        'messaging.placeholder-unknown subject',
        'messaging.placeholder-malformed text',
      ],
    ],
  ])('is refused for %s', (_what, more, expected) => {
    expect(codesOf(more)).toEqual(expected)
  })

  it('says where a placeholder stands, and never what it says', () => {
    expect(problemsOf({ text: 'a {{anna@example.com}} {{' })).toEqual([
      { code: 'messaging.placeholder-unknown', path: ['text'], params: { start: 2, end: 22 } },
      { code: 'messaging.placeholder-malformed', path: ['text'], params: { start: 23 } },
    ])
    expect(problemsOf({ html: '<p>{{data.a}}</p><{{data.a}}>', data: { a: 'x' } })).toEqual([
      { code: 'messaging.placeholder-unsafe', path: ['html'], params: { start: 18, end: 28 } },
    ])
  })

  it.each<[string, EmailContext, string[]]>([
    ['no sender at all', buildContext(), ['messaging.no-sender from']],
    ['an empty list of senders', buildContext({ shop: { senders: [] } }), ['messaging.no-sender from']],
    [
      'a sender that would begin another header',
      buildContext({ shop: { senders: [{ email: 'shop@example.com\nBcc: x@example.com' }] } }),
      ['email.dangerous-character from email', 'messaging.header-unsafe from email'],
    ],
    [
      'a sender whose name would',
      buildContext({ shop: { senders: [{ email: 'shop@example.com', name: 'Shop\u2028Bcc: x' }] } }),
      ['messaging.header-unsafe from name'],
    ],
    [
      'a sender whose name cannot be stored',
      buildContext({ shop: { senders: [{ email: 'shop@example.com', name: '\ud800' }] } }),
      ['text.not-storable from name'],
    ],
  ])('is refused where the shop has %s', (_what, at, expected) => {
    expect(codesOf({}, anna, at)).toEqual(expected)
  })
})

describe('no line of an email begins another header', () => {
  it.each([
    ...[
      '\r\nBcc: x@example.com',
      '\nX',
      '\rX',
      '\u2028X',
      '\u2029X',
      '\u0085X',
      '\u0000X',
      '\u000bX',
      '\u000cX',
    ],
    ...[
      '%0d%0aBcc: x',
      '%0AX',
      '%0D',
      '&#13;',
      '&#10;',
      '&#x0a;',
      '&#xD;',
      '&#8232;',
      '&#x2029;',
      '%E2%80%A8',
    ],
    ...['=?utf-8?q?=0D=0A?=', '=?UTF-8?B?DQo=?=', '\u202eX', '\u200fX', '\u061cX', '\u2066X'],
  ])('refuses %j in a subject and in a name that stands in one', (evil) => {
    const record = buildRecord({ customer: { firstName: `Anna${evil}` } })
    expect(codesOf({ subject: `Hello${evil}there` })).toContain('messaging.header-unsafe subject')
    expect(codesOf({ subject: 'Dear {{customer.firstName}}!' }, record)).toContain(
      'messaging.header-unsafe subject',
    )
    expect(codesOf({ text: 'Dear {{customer.lastName}}!' }, record)).toEqual([])
  })

  it.each([
    '100% wool',
    'Rabatt: 10 % auf alles',
    'Zażółć gęślą 🎉',
    'a=b?c',
    '&#100;',
    '20%0g',
    'Tom & Jerry',
  ])('lets %j pass', (subject) => {
    expect(planned({ subject }).email.subject).toBe(subject)
  })

  it.each([
    'anna@example.com\r\nBcc: x@example.com',
    'a\u2028b@example.com',
    '=?utf-8?q?x?=@example.com',
    'a b@c.de',
  ])('writes to nobody at %j', (email) => {
    expect(codesOf({}, buildRecord({ customer: { email } }))).toEqual(['messaging.email-unusable email'])
  })
})

describe('where a value may stand in a page', () => {
  const record = buildRecord({ customer: { firstName: 'javascript:alert(1)' } })
  it.each<[string, string[]]>([
    ['<p>{{customer.firstName}}</p>', []],
    ['<p title="{{customer.firstName}}">x</p>', []],
    ["<p title='{{customer.firstName}}'>x</p>", []],
    ['<p title="a>{{customer.firstName}}">x</p>', []],
    ['<a href="https://example.com/?n={{customer.firstName}}">x</a>', []],
    ['<a href = "{{data.link}}">x</a>', []],
    ["<img src='{{data.link}}{{customer.firstName}}'>", []],
    [`<a href="https://example.com/${'x'.repeat(200)}?n={{customer.firstName}}">x</a>`, []],
    ['<a data-href="{{customer.firstName}}">x</a>', []],
    ['<p data-name="{{customer.firstName}}">x</p>', []],
    ['<p styled="{{customer.firstName}}">x</p>', []],
    ['<p a-->{{customer.firstName}}<br>', []],
    ['<script>"<b>"</script>{{customer.firstName}}', []],
    ['<script a-->1</script>{{customer.firstName}}', []],
    ['<style a-->p {}</style>{{customer.firstName}}', []],
    ['x</script><b>{{customer.firstName}}', []],
    ['x</style><b>{{customer.firstName}}', []],
    ['<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "a.dtd"><p\n\ttitle = "{{customer.firstName}}">', []],
    ['1 < 2, I <3 {{customer.firstName}}', []],
    ['<B>{{customer.firstName}}</B>', []],
    ['<?xml {{customer.firstName}} ?>', ['messaging.placeholder-unsafe html']],
    ['<!doctype {{customer.firstName}}>', ['messaging.placeholder-unsafe html']],
    ['</{{customer.firstName}}>', ['messaging.placeholder-unsafe html']],
    ['<!-- a --> {{customer.firstName}}', []],
    ['<!-- a --!> {{customer.firstName}} <!-- -->', []],
    ['<!DOCTYPE "> {{customer.firstName}}', []],
    ["<?xml '> {{customer.firstName}}", []],
    ["</3 '> {{customer.firstName}}", []],
    ['<? x="{{customer.firstName}}" ?>', ['messaging.placeholder-unsafe html']],
    ['<!x y="{{customer.firstName}}">', ['messaging.placeholder-unsafe html']],
    ['</3 y="{{customer.firstName}}">', ['messaging.placeholder-unsafe html']],
    ['</b y="{{customer.firstName}}">', []],
    ['<p a--!>{{customer.firstName}}<br>', []],
    ['<!--[if !mso]><!--><b>{{customer.firstName}}</b><!--<![endif]-->', []],
    ['<!--> {{customer.firstName}} <!-- -->', []],
    ['<!---> {{customer.firstName}} <!-- -->', []],
    ['<!--[if mso]><b>{{customer.firstName}}</b><![endif]-->', ['messaging.placeholder-unsafe html']],
    ['<style>p { color: red }</style>{{customer.firstName}}', []],
    ['<a title="x" href="{{customer.firstName}}">x</a>', ['messaging.link-unsafe html']],
    ['<form ACTION="{{customer.firstName}}">', ['messaging.link-unsafe html']],
    ['<a href="\n  {{customer.firstName}}">x</a>', ['messaging.link-unsafe html']],
    ['<object data="{{customer.firstName}}">', ['messaging.link-unsafe html']],
    ['<img srcset="{{customer.firstName}}">', ['messaging.link-unsafe html']],
    ['<a title=\'x\' href="{{customer.firstName}}">', ['messaging.link-unsafe html']],
    ['<a href="&#9;&Tab;&NewLine;&#x20;{{customer.firstName}}">', ['messaging.link-unsafe html']],
    ['<a href="&#9{{customer.firstName}}">', ['messaging.link-unsafe html']],
    ['<a alt=""href="{{customer.firstName}}">', ['messaging.placeholder-unsafe html']],
    // a value without quotes, in which a quote is a letter and a blank begins the next attribute
    ['<a href=https://example.com/n="{{customer.firstName}}">', ['messaging.placeholder-unsafe html']],
    ['<a title=a"b"c="{{customer.firstName}}">', ['messaging.placeholder-unsafe html']],
    ['<a title=a\u00a0c="{{customer.firstName}}">', ['messaging.placeholder-unsafe html']],
    ['<a title=\u00a0"{{customer.firstName}}">', ['messaging.placeholder-unsafe html']],
    [`<a title=${' '.repeat(90)}c="{{customer.firstName}}">`, ['messaging.placeholder-unsafe html']],
    [`<a title=a${'c'.repeat(200)}="{{customer.firstName}}">`, ['messaging.placeholder-unsafe html']],
    [`<a ${'c'.repeat(80)}="{{customer.firstName}}">`, ['messaging.placeholder-unsafe html']],
    ['<a title="x href="{{customer.firstName}}>', ['messaging.placeholder-unsafe html']],
    ['<p>a b=<!-- {{customer.firstName}} -->', ['messaging.placeholder-unsafe html']],
    ['<a title=x=" {{customer.firstName}}">', ['messaging.placeholder-unsafe html']],
    ['<a title= x="{{customer.firstName}}">', ['messaging.placeholder-unsafe html']],
    ['<p title={{customer.firstName}}>x</p>', ['messaging.placeholder-unsafe html']],
    ['<p "{{customer.firstName}}">', ['messaging.placeholder-unsafe html']],
    ['<{{customer.firstName}}>', ['messaging.placeholder-unsafe html']],
    ['<p onclick="{{customer.firstName}}">', ['messaging.placeholder-unsafe html']],
    ['<p style="color: {{customer.firstName}}">', ['messaging.placeholder-unsafe html']],
    ['<iframe srcdoc="{{customer.firstName}}">', ['messaging.placeholder-unsafe html']],
    ['<!-- {{customer.firstName}} -->', ['messaging.placeholder-unsafe html']],
    ['<script>{{customer.firstName}}</script>', ['messaging.placeholder-unsafe html']],
    ['<SCRIPT a="b">"{{customer.firstName}}"</SCRIPT>', ['messaging.placeholder-unsafe html']],
    ['<style>{{customer.firstName}}</style>', ['messaging.placeholder-unsafe html']],
    // what is written as a tag in a program or a style ends neither
    ['<script>w("<b>a</b>") + "{{customer.firstName}}"</script>', ['messaging.placeholder-unsafe html']],
    ['<script>"</style>" + "{{customer.firstName}}"</script>', ['messaging.placeholder-unsafe html']],
    ['<style>a::after { content: "</b>{{customer.firstName}}" }', ['messaging.placeholder-unsafe html']],
    ['<style>/*</script>*/ {{customer.firstName}}</style>', ['messaging.placeholder-unsafe html']],
  ])('%s', (html, expected) => {
    expect(codesOf({ html, data: { link: 'https://example.com/' } }, record)).toEqual(expected)
  })

  it.each(['mailto:a@example.com', 'tel:+4790000000', 'HTTP://example.com'])('leads to %s', (link) => {
    expect(codesOf({ html: '<a href="{{data.link}}">x</a>', data: { link } })).toEqual([])
  })

  it.each([
    'javascript:alert(1)//https://example.com',
    ' https://example.com',
    'data:text/html,mailto:',
    'x',
  ])('does not lead to %j', (link) => {
    expect(codesOf({ html: '<a href="{{data.link}}">x</a>', data: { link } })).toEqual([
      'messaging.link-unsafe html',
    ])
  })
})

describe('hostile texts', () => {
  it.each(unstorableTexts)('refuses %j, wherever it stands', (text) => {
    for (const part of ['subject', 'text', 'html'] as const)
      expect(codesOf({ [part]: `a${text}` })).toContain(`text.not-storable ${part}`)
    expect(codesOf({}, buildRecord({ customer: { firstName: `a${text}` } }))).toEqual([
      'text.not-storable text',
    ])
  })

  it.each(prototypeNames)('reads %s as a name like any other', (name) => {
    expect(codesOf({ text: `{{${name}}}` })).toEqual(['messaging.placeholder-unknown text'])
    expect(codesOf({ text: `{{data.${name}}}` })).toEqual(['messaging.placeholder-unknown text'])
    const data = JSON.parse(`{ "${name}": "value" }`) as Record<string, string>
    expect(planned({ text: `{{data.${name}}}`, data }).email.text).toBe('value')
  })

  it.each(Object.entries(attackStrings))('reads %s in no time, and never throws', (_name, make) => {
    const long = make(100_000)
    const outcome = planEmail(anna, { subject: long, text: long, html: long, data: { x: long } }, context)
    expect(outcome.ok).toBe(false)
    expect(JSON.stringify(outcome).length).toBeLessThan(10_000)
  })

  const attacks = {
    ...attackStrings,
    'closing braces': (length: number) => '}'.repeat(length),
    'unknown placeholders': (length: number) => '{{}}'.repeat(length / 4),
    'known placeholders': (length: number) => '{{data.x}}'.repeat(length / 10),
    tags: (length: number) => '<'.repeat(length),
    quotes: (length: number) => `<a ${'x="'.repeat(length / 3)}`,
    'encoded words': (length: number) => '=?'.repeat(length / 2),
  }
  it.each(Object.entries(attacks))('are read in linear time: %s', (_name, attack) => {
    expectLinear(
      (text) => planEmail(anna, { subject: 'x', text, html: text, data: { x: 'x' } }, context),
      attack,
    )
  })

  it.each(Object.entries(attacks))(
    'throw nothing, though they may hold more faults than a stack: %s',
    (_name, attack) => {
      const text = attack(400_000)
      const wish = { subject: 'x', text, html: text, data: { x: 'x' } }
      expect(() => planEmail(anna, wish, context)).not.toThrow()
    },
  )

  it.each([undefined, null, 7, 'text', [], new Date(0)])('refuses %j, which is no wish', (given) => {
    expect(planEmail(anna, given as unknown as EmailWish, context).ok).toBe(false)
  })

  it('repeats nothing of anybody in its problems', () => {
    const canary = 'canary'
    const record = buildRecord({
      customer: { firstName: `${canary}\r\n`, email: `${canary} @x`, company: canary } as object,
    })
    const outcomes = [
      planEmail(
        record,
        { subject: '{{customer.firstName}}', text: `{{${canary}}}`, html: `<${canary} {{data.${canary}}}>` },
        context,
      ),
      planEmail(
        record,
        { subject: `${canary}\0`, text: '{{customer.firstName}}', from: canary, data: { [canary]: canary } },
        context,
      ),
    ]
    for (const outcome of outcomes) expect(outcome.ok).toBe(false)
    expect(JSON.stringify(outcomes)).not.toContain(canary)
  })
})
