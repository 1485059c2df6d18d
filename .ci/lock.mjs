/**
 * `npm run lock` after a change of dependencies. Where a registry does not carry the binaries of some platform, npm leaves
 * them out of the lock, and then `npm ci` refuses the lock everywhere. This writes them in, by what their names say; npm
 * fetches none of them but the one that fits.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { root, run } from './tool.mjs'

const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
]
const processors = [
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
]

/** The binaries that a lock names as optional and does not hold: `[path, name, version]`. */
export function missingBinaries({ packages }) {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !packages[`${path}/node_modules/${name}`] && !packages[`node_modules/${name}`])
      .map(([name, version]) => ({ name, version, isDev: packages[path].dev === true })),
  )
}

function toEntry({ name, version, isDev }) {
  const words = name.split(/[/-]/)
  const only = (list) => words.filter((word) => list.includes(word))
  return {
    version,
    cpu: only(processors),
    ...(isDev ? { dev: true } : {}),
    optional: true,
    os: only(systems),
  }
}

async function lock() {
  const { code, output } = await run('npm', [
    'install',
    '--package-lock-only',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
  ])
  if (code !== 0) throw new Error(output)
  const file = `${root}package-lock.json`
  const content = JSON.parse(readFileSync(file, 'utf8'))
  const added = missingBinaries(content).map((binary) => [`node_modules/${binary.name}`, toEntry(binary)])
  const [[top, project], ...rest] = Object.entries(content.packages)
  const sorted = [...rest, ...added].toSorted(([one], [other]) => one.localeCompare(other, 'en'))
  content.packages = Object.fromEntries([[top, project], ...sorted])
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`)
  console.log(`package-lock.json is complete: ${added.length} binaries of other platforms written in`)
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await lock()
