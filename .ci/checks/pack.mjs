import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expectedFiles } from '../entries.mjs'
import { markdownFiles } from '../markdown-examples.mjs'
import { root, rules, run } from '../tool.mjs'

const folder = mkdtempSync(join(tmpdir(), 'clientele-pack-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

const allowed =
  /^(package\.json|README\.md|LICENSE|CHANGELOG\.md|docs\/[\w-]+\.md|dist\/[\w./-]+\.(js|cjs|d\.ts|d\.cts))$/
// README.md leads to the pages
const required = ['package.json', 'LICENSE', 'CHANGELOG.md', ...markdownFiles(root)]
let tarball = ''

/** The tarball that `pack` made. */
export const packed = () => tarball

/** Packs the package as it would be published, and looks at what is in it. */
export async function pack() {
  const { code, output } = await run('npm', [
    'pack',
    '--json',
    '--silent',
    '--ignore-scripts',
    '--pack-destination',
    folder,
  ])
  if (code !== 0) return { passed: 0, failed: 1, output }
  const [{ filename, files }] = JSON.parse(output.slice(output.indexOf('[')))
  tarball = join(folder, filename)
  const paths = files.map(({ path }) => path)
  return rules([
    {
      rule: 'only what is agreed is published',
      findings: paths.filter((path) => !allowed.test(path)).map((path) => `${path} would be published`),
    },
    {
      rule: 'all that is promised is published',
      findings: [...required, ...expectedFiles()]
        .filter((path) => !paths.includes(path))
        .map((path) => `${path} would not be published`),
    },
  ])
}
