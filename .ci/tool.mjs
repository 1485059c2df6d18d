import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The project, wherever it was cloned to. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/** A tool of the project, called without npx. */
export const bin = (name) => `${root}node_modules/.bin/${name}`

/** In milliseconds: what takes longer hangs, and counts as failed. */
const LONGEST = 600_000

const COLOURS = /\u001b\[[\d;]*m/g

/** Runs a command and gives its exit code and all it said. */
export function run(command, args, { cwd = root } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      timeout: LONGEST,
      env: { ...process.env, NO_COLOR: '1', CI: '1' },
    })
    let output = ''
    child.stdout.on('data', (data) => (output += data))
    child.stderr.on('data', (data) => (output += data))
    child.on('error', (error) => resolve({ code: 1, output: String(error) }))
    child.on('close', (code) => resolve({ code: code ?? 1, output: output.replace(COLOURS, '') }))
  })
}

/** A step that is one tool: passed when it exits with 0 and says what it must. */
export async function tool(command, args, { seen = [] } = {}) {
  const { code, output } = await run(command, args)
  if (code !== 0) return { passed: 0, failed: 1, output }
  const unseen = [seen].flat().filter((pattern) => !pattern.test(output))
  if (unseen.length === 0) return { passed: 1, failed: 0, output }
  return { passed: 0, failed: 1, output: `${output}\nit exited with 0, but never said ${unseen.join(', ')}` }
}

/** A step that is a list of rules `{ rule, findings }`: each is counted. */
export function rules(judged) {
  const broken = judged.filter(({ findings }) => findings.length > 0)
  const output = broken.map(
    ({ rule, findings }) => `✗ ${rule}\n${findings.map((text) => `    ${text}`).join('\n')}`,
  )
  return { passed: judged.length - broken.length, failed: broken.length, output: output.join('\n') }
}
