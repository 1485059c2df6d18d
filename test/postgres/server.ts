import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, closeSync, existsSync, mkdtempSync, openSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client, type ClientConfig } from 'pg'

/** A PostgreSQL server of a test's own, which can be killed and started again. */
export interface PostgresServer {
  /** makes an empty database and tells how to connect to it */
  createDatabase(): Promise<Connection>
  /** kills the server and each of its processes (`kill -9`); nothing has a chance to write */
  kill(): void
  /** starts the server again after it was killed, and waits until it has recovered */
  start(): Promise<void>
  /** stops the server and removes its folder */
  stop(): Promise<void>
}

/** How a driver connects: `pg` and `postgres` both understand it. */
export type Connection = Required<Pick<ClientConfig, 'port' | 'user' | 'database'>> & {
  readonly host: string
}

interface Home {
  /** of the programs */
  readonly programs: string
  /** of the data and of the socket */
  readonly folder: string
  /** as whom the server runs: it refuses to be run by root */
  readonly owner: { readonly uid: number; readonly gid: number } | undefined
  readonly durability: Durability
}

/** Whether commits wait for the disk, as a shop's do: where nothing is killed and no time is taken, it proves nothing. */
export interface Durability {
  readonly fsync?: 'on' | 'off'
}

const PACKAGES = '/usr/lib/postgresql'
const OLDEST = 15
/** Milliseconds a start may take, recovery included. */
const PATIENCE = 60_000
const USER = 'clientele'

/** Where Debian's package has put the programs: version 15, or else the oldest that is newer; `null` where there is none. */
export function findPrograms(packages: string = PACKAGES): string | null {
  if (!existsSync(packages)) return null
  const versions = readdirSync(packages).map(Number)
  const [version] = versions.filter((one) => one >= OLDEST).toSorted((one, other) => one - other)
  const programs = join(packages, String(version), 'bin')
  return existsSync(join(programs, 'postgres')) ? programs : null
}

/**
 * Starts a server in a new folder, on a Unix socket there: no port is taken, and nobody else can reach it. Unless told
 * otherwise it writes through to the disk, as a shop's does. Its locale is Turkish on purpose: whoever leaves case or order to the database is wrong here.
 * However the test ends, even by `kill -9`, the server goes with it.
 */
export async function startPostgres(programs: string, durability: Durability = {}): Promise<PostgresServer> {
  const owner = isRoot() ? ownerInsteadOfRoot() : undefined
  const folder = mkdtempSync(join(tmpdir(), 'clientele-pg-'))
  const home = { programs, folder, owner, durability }
  if (owner !== undefined) chownSync(folder, owner.uid, owner.gid)
  const watch = watchdog(home)
  makeCluster(home)
  let postmaster = await run(home)
  let databases = 0
  return {
    createDatabase: async () => {
      const database = `test_${++databases}`
      await ask(home, `create database ${database}`)
      return connectionTo(folder, database)
    },
    kill: () => killAll(folder),
    start: async () => {
      await ended(postmaster)
      postmaster = await run(home)
    },
    stop: () => {
      // a process that has nothing else to do waits for it, too
      watch.ref()
      const isGone = new Promise<void>((resolve) => void watch.once('close', () => resolve()))
      watch.stdin?.end()
      return isGone
    },
  }
}

function connectionTo(folder: string, database: string): Connection {
  return { host: folder, port: 5432, user: USER, database }
}

function isRoot(): boolean {
  return process.getuid?.() === 0
}

/** The user of Debian's package, or else nobody. */
function ownerInsteadOfRoot(): { readonly uid: number; readonly gid: number } {
  const rows = readFileSync('/etc/passwd', 'utf8').split('\n')
  const row = ['postgres', 'nobody'].flatMap((user) => rows.filter((one) => one.startsWith(`${user}:`)))[0]
  const [, , uid, gid] = row?.split(':') ?? []
  return { uid: Number(uid), gid: Number(gid) }
}

/** Lives as long as this process, whose end it notices by the pipe; then it stops the server and clears up. */
function watchdog(home: Home): ChildProcess {
  const script = 'read -r _; "$1/pg_ctl" -D "$2/data" -m immediate -w stop; cd /; rm -rf "$2"'
  const child = spawn('/bin/sh', ['-c', script, 'sh', home.programs, home.folder], {
    ...optionsOf(home),
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  child.unref()
  return child
}

function makeCluster(home: Home): void {
  const options = ['--auth=trust', `--username=${USER}`, '--encoding=UTF8', '--no-sync']
  const locale = ['--locale=C', '--locale-provider=icu', '--icu-locale=tr-TR']
  const { programs, folder } = home
  execFileSync(join(programs, 'initdb'), ['-D', join(folder, 'data'), ...options, ...locale], {
    ...optionsOf(home),
    stdio: ['ignore', 'ignore', 'pipe'],
  })
}

/** A connection for each of many writers, a socket in the folder alone, and a recovery that does not visit every file by itself. */
const settings = [
  'max_connections=200',
  'listen_addresses=',
  'recovery_init_sync_method=syncfs',
  'shared_buffers=64MB',
]

/** Starts the server and waits until it answers. Beside what is left of one that was killed it may have to begin twice. */
async function run(home: Home): Promise<ChildProcess> {
  let server = spawnServer(home)
  for (const began = Date.now(); ; await sleep(20)) {
    const answers = await ask(home, 'select 1').then(
      () => true,
      () => false,
    )
    if (answers) return server
    if (Date.now() - began > PATIENCE)
      throw new Error(`PostgreSQL does not start: ${readFileSync(join(home.folder, 'log'), 'utf8')}`)
    if (server.exitCode !== null) server = spawnServer(home)
  }
}

function spawnServer(home: Home): ChildProcess {
  const { programs, folder, durability } = home
  const { fsync = 'on' } = durability
  const log = openSync(join(folder, 'log'), 'a', 0o666)
  const options = [...settings, `fsync=${fsync}`, `unix_socket_directories=${folder}`].flatMap((one) => [
    '-c',
    one,
  ])
  const server = spawn(join(programs, 'postgres'), ['-D', join(folder, 'data'), ...options], {
    ...optionsOf(home),
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  server.unref()
  return server
}

/** As long as nobody has asked what became of it, a killed process still counts as one that runs. */
async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  server.ref()
  await once(server, 'exit')
}

function optionsOf({ folder, owner }: Home): {
  cwd: string
  detached: true
  uid?: number
  gid?: number
} {
  return { cwd: folder, detached: true, ...owner }
}

async function ask({ folder }: Home, text: string): Promise<void> {
  const client = new Client(connectionTo(folder, 'postgres'))
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}

/** The server first, so that it cannot start anything in the place of what is killed. */
function killAll(folder: string): void {
  const pid = Number(readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0])
  const parts = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')
  for (const one of [pid, ...parts.map(Number)]) killOne(one)
}

function killOne(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // it has ended by itself meanwhile
  }
}
