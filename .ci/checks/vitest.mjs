import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bin, run } from '../tool.mjs'

const vitestRun = ['run', '--config', '.ci/vitest.config.ts']

/**
 * Runs test projects and counts what vitest counted, plus one for the run itself: its exit code also tells of too little
 * coverage, of errors outside any test, and of files that did not load.
 */
export async function vitest(projects, { options = [], atLeast = 1 } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'clientele-tests-'))
  const report = join(folder, 'report.json')
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]
  const chosen = projects.map((project) => `--project=${project}`)
  const { code, output } = await run(bin('vitest'), [...vitestRun, ...reporters, ...chosen, ...options])
  const { passed, failed, pending } = readReport(report)
  rmSync(folder, { recursive: true })
  const problems = []
  if (code !== 0) problems.push('the run failed')
  if (passed + failed < atLeast) problems.push(`of ${atLeast} tests at least, ${passed + failed} ran`)
  if (pending > 0) problems.push(`${pending} tests are skipped: a test that does not run is not there`)
  const isSound = problems.length === 0
  return {
    passed: passed + (isSound ? 1 : 0),
    failed: failed + (isSound ? 0 : 1),
    output: `${output}\n${problems.join('\n')}`,
  }
}

function readReport(report) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
      readFileSync(report, 'utf8'),
    )
    return { passed: numPassedTests, failed: numFailedTests, pending: numPendingTests + numTodoTests }
  } catch {
    return { passed: 0, failed: 0, pending: 0 }
  }
}
