import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Campaign } from './campaign.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const vitest = 'node_modules/vitest/vitest.mjs'

/** One round of all properties; what is printed of it, and whether all held. */
function round(): Promise<{ readonly isWell: boolean; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const chosen = ['run', '--config=.ci/vitest.config.ts', '--project=unit', '--reporter=dot', '.prop.test']
    const child = spawn(process.execPath, [vitest, ...chosen], {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1' },
    })
    const parts: string[] = []
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (part: string) => parts.push(part))
    child.on('error', reject)
    child.on('close', (code) => resolve({ isWell: code === 0, output: parts.join('') }))
  })
}

/** Every property again and again, each time on other cases: the gate draws once. */
export const properties: Campaign = {
  name: 'properties',
  says: 'all properties 20 times, each time from seeds of their own: [rounds]',
  run: async (say, [rounds = 20]) => {
    let failed = 0
    for (let number = 1; number <= rounds; number++) {
      const { isWell, output } = await round()
      if (!isWell) {
        failed++
        say(output)
      }
      say(`${number} of ${rounds} rounds, ${failed} failed`)
    }
    return failed === 0
  },
}
