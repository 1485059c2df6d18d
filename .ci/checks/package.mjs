import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { entries, expectedExports, expectedFiles, specifierOf } from '../entries.mjs'
import { missingBinaries } from '../lock.mjs'

/** What package.json promises, held against the one table of entries and against dist/. */
export function checkPackage(root) {
  const manifest = readJson(root, 'package.json')
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
  return [
    {
      rule: 'exports agree with .ci/entries.mjs',
      findings: difference(manifest.exports, expectedExports(), 'package.json `exports`'),
    },
    {
      rule: 'tests resolve the subpaths to the same sources',
      findings: difference(
        readJson(root, 'test/tsconfig.json').compilerOptions.paths,
        expectedPaths(),
        'test/tsconfig.json `paths`',
      ),
    },
    {
      rule: 'each subpath has its .js, .d.ts, .cjs and .d.cts',
      findings: expectedFiles()
        .filter(
          (file) => !existsSync(join(root, file)) || readFileSync(join(root, file), 'utf8').trim() === '',
        )
        .map((file) => `${file} is missing or empty`),
    },
    {
      rule: 'no side effects, no install scripts',
      findings: [
        ...(manifest.sideEffects === false ? [] : ['package.json must say `"sideEffects": false`']),
        ...['preinstall', 'install', 'postinstall', 'prepare']
          .filter((script) => script in manifest.scripts)
          .map((script) => `the script ${script} would run at every install`),
      ],
    },
    {
      rule: 'the lock names no registry',
      findings: lock.includes('"resolved"')
        ? ['package-lock.json holds `resolved`: make it with `npm run lock`']
        : [],
    },
    {
      rule: 'the lock holds the binaries of every platform',
      findings: missingBinaries(JSON.parse(lock)).map(
        ({ name }) => `${name} is not in it, and \`npm ci\` would refuse: \`npm run lock\``,
      ),
    },
  ]
}

const expectedPaths = () =>
  Object.fromEntries(
    Object.entries(entries).map(([subpath, source]) => [specifierOf(subpath), [`../${source}`]]),
  )

function difference(actual, expected, name) {
  if (JSON.stringify(actual) === JSON.stringify(expected)) return []
  return [`${name} must be, in this order:\n${JSON.stringify(expected, null, 2)}`]
}

const readJson = (root, file) => JSON.parse(readFileSync(join(root, file), 'utf8'))
