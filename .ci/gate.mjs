/**
 * The one gate: `npm test` runs every step, `npm test -- lint house` only those named. A step that fails does not stop the
 * others; what stands on a step that failed is not run and counts as failed. The last line is `N passed, N failed`.
 */
import { steps } from './steps.mjs'

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name))
if (unknown.length > 0) {
  console.error(`no step ${unknown.join(', ')}; there are: ${steps.map(({ name }) => name).join(', ')}`)
  process.exit(2)
}

const results = new Map()
await runAll([...chosen()])
const total = (key) => [...results.values()].reduce((sum, result) => sum + result[key], 0)
console.log(`\n${total('passed')} passed, ${total('failed')} failed`)
process.exitCode = total('failed') > 0 ? 1 : 0

/** The steps named, with those they stand on; all of them when none is named. */
function chosen() {
  if (wanted.length === 0) return steps
  const names = new Set(wanted)
  for (const step of steps.toReversed())
    if (names.has(step.name)) step.needs?.forEach((need) => names.add(need))
  return steps.filter(({ name }) => names.has(name))
}

/**
 * Two steps at a time, in their order, each as soon as what it stands on is done; one that takes every core for itself waits until
 * nothing else runs.
 */
async function runAll(waiting) {
  const running = new Map()
  while (waiting.length > 0 || running.size > 0) {
    const next = waiting.findIndex((step) => mayBegin(step, [...running.keys()]))
    if (next === -1) {
      await Promise.race(running.values())
      continue
    }
    const [step] = waiting.splice(next, 1)
    running.set(
      step,
      timed(step).finally(() => running.delete(step)),
    )
  }
}

function mayBegin({ alone = false, needs = [] }, running) {
  const isRoom = alone ? running.length === 0 : running.length < 2 && !running.some((step) => step.alone)
  return isRoom && needs.every((need) => results.has(need))
}

async function timed(step) {
  const began = performance.now()
  const result = await runStep(step)
  results.set(step.name, result)
  report(step, result, (performance.now() - began) / 1000)
}

async function runStep(step) {
  const missing = step.needs?.find((need) => results.get(need).failed > 0)
  if (missing !== undefined) return { passed: 0, failed: 1, output: `not run: it needs ${missing}` }
  try {
    return await step.run()
  } catch (error) {
    return { passed: 0, failed: 1, output: `the step itself broke: ${error.stack}` }
  }
}

function report({ name, says }, { passed, failed, output }, seconds) {
  const counts = failed > 0 ? `${passed} passed, ${failed} failed` : `${passed} passed`
  const verdict = failed > 0 ? 'FAILED' : 'ok'
  console.log(
    `${verdict.padEnd(7)} ${name.padEnd(12)} ${says.padEnd(58)} ${seconds.toFixed(1).padStart(5)} s  ${counts}`,
  )
  if (failed > 0) console.log(`\n${indent(output)}\n`)
}

function indent(output) {
  const lines = output.trim().split('\n')
  const shown = lines.length > 400 ? [...lines.slice(0, 200), '…', ...lines.slice(-200)] : lines
  return shown.map((line) => `    ${line}`).join('\n')
}
