import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { createCustomers, type EmailMessage } from 'clientele'
import { createMemoryRepository } from 'clientele/memory'
import { buildRecord } from 'clientele/testing'
import { simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, describe, expect, it } from 'vitest'
import { smtpMailer } from '../../examples/smtp-mailer/smtp-mailer.js'
import { valueOf } from '../service/customers-on.js'

/** What a mail server has taken in, and to whom it was handed. */
interface Received {
  readonly raw: string
  readonly envelope: readonly string[]
}

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** A real mail server on loopback. */
async function server(options: SMTPServerOptions = {}) {
  const received: Received[] = []
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        const raw = Buffer.concat(pieces).toString('utf8')
        const envelope = session.envelope.rcptTo.map(({ address }) => address)
        received.push({ raw, envelope })
        done()
      })
    },
    ...options,
  })
  const listening = smtp.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  closing.push(() => smtp.close())
  return { received, mailer: mailerAt((listening.address() as AddressInfo).port) }
}

function mailerAt(port: number) {
  const mailer = smtpMailer({ host: '127.0.0.1', port, connectionTimeout: 2000, greetingTimeout: 2000 })
  closing.push(() => mailer.close())
  return mailer
}

const message: EmailMessage = {
  id: 'a'.repeat(32),
  from: { email: 'shop@example.com', name: 'Sklep „Żółw”' },
  to: 'anna@example.com',
  bcc: ['staff@example.com'],
  purpose: 'transactional',
  subject: 'Zażółć gęślą jaźń 🎉',
  text: 'Dzień dobry!\n.\nDo widzenia.',
  html: '<p>Dzień dobry!</p>',
  discounts: [],
}

const refusing = (code: number, text: string) => Object.assign(new Error(text), { responseCode: code })

describe('an SMTP mailer', () => {
  it('hands over what was written: subject, text, page, sender and id, and the copy to nobody but who gets it', async () => {
    const { received, mailer } = await server()
    expect(await mailer.send(message)).toEqual({ sent: true })
    const [{ raw, envelope }] = received as [Received]
    const mail = await simpleParser(raw)
    expect(mail.subject).toBe(message.subject)
    expect(mail.text?.trim()).toBe(message.text)
    expect(mail.html).toBe(message.html)
    expect(mail.from?.value).toEqual([{ address: 'shop@example.com', name: 'Sklep „Żółw”' }])
    expect(mail.messageId).toBe(`<${message.id}@example.com>`)
    expect(envelope).toEqual(['anna@example.com', 'staff@example.com'])
    expect(raw).not.toContain('staff@example.com')
    expect(raw.split('\r\n\r\n')[0]).toMatch(/^[\r\n\x20-\x7e\t]*$/)
  })

  it.each([
    ['recipient-refused', { onRcptTo: (_to, _session, done) => done(refusing(550, 'no such user')) }],
    ['unavailable', { onRcptTo: (_to, _session, done) => done(refusing(452, 'mailbox full')) }],
    ['message-refused', { onMailFrom: (_from, _session, done) => done(refusing(553, 'not from you')) }],
    ['unavailable', { onConnect: (_session, done) => done(refusing(421, 'too busy')) }],
    ['unavailable', { authOptional: false }],
    [
      'message-refused',
      {
        onData: (stream, _session, done) => {
          stream.resume()
          stream.on('end', () => done(refusing(554, 'spam')))
        },
      },
    ],
    [
      'recipient-refused',
      {
        onRcptTo: ({ address }, _session, done) =>
          done(address === message.to ? refusing(550, 'no such user') : null),
      },
    ],
  ] as [string, SMTPServerOptions][])('says by a code that it was not sent: %s', async (reason, options) => {
    const { mailer } = await server(options)
    expect(await mailer.send(message)).toEqual({ sent: false, reason })
  })

  it('says that nobody was there', async () => {
    const silent = createServer().listen(0, '127.0.0.1')
    await once(silent, 'listening')
    const { port } = silent.address() as AddressInfo
    silent.close()
    await once(silent, 'close')
    expect(await mailerAt(port).send(message)).toEqual({ sent: false, reason: 'unavailable' })
  })

  it('throws where the server goes away after it has taken the email: nobody can tell', async () => {
    let taken = ''
    const rude = createServer((socket) => {
      socket.write('220 here\r\n')
      socket.on('data', (piece) => {
        const isTaking = taken.includes('\r\nDATA\r\n')
        taken += piece.toString()
        if (taken.endsWith('\r\n.\r\n')) socket.destroy()
        else if (!isTaking) socket.write(taken.endsWith('\r\nDATA\r\n') ? '354 go on\r\n' : '250 ok\r\n')
      })
    }).listen(0, '127.0.0.1')
    closing.push(() => rude.close())
    await once(rude, 'listening')
    await expect(
      mailerAt((rude.address() as AddressInfo).port).send({ ...message, bcc: [] }),
    ).rejects.toThrow('closed')
    expect(taken).toContain('To: anna@example.com')
  })

  it('sends what the service writes, and the timeline tells it', async () => {
    const { received, mailer } = await server()
    const customers = createCustomers({
      repository: createMemoryRepository({
        records: [buildRecord({ customer: { id: '7', firstName: 'Łucja <b>', email: 'anna@example.com' } })],
      }),
      shop: {
        timeZone: 'Europe/Oslo',
        currency: 'EUR',
        country: 'NO',
        locale: 'nb-NO',
        senders: [{ email: 'shop@example.com', name: null }],
      },
      mailer,
    })
    const wish = { subject: 'Cześć, {{customer.firstName}}', text: 'Dear {{customer.firstName}}!' }
    const done = valueOf(await customers.runEmail('7', wish))
    expect(done.state).toBe('sent')
    const [{ raw }] = received as [Received]
    const mail = await simpleParser(raw)
    expect(mail.subject).toBe('Cześć, Łucja <b>')
    expect(mail.html).toBe('<p>Dear Łucja &lt;b&gt;!</p>')
    expect(mail.messageId).toBe(`<${done.message}@example.com>`)
  })
})
