import { bin, rules, run } from '../tool.mjs'

/** The budgets of .size-limit.mjs, each a check of its own. */
export async function sizes() {
  const { code, output } = await run(bin('size-limit'), ['--json'])
  const budgets = parse(output)
  if (budgets.length === 0) return { passed: 0, failed: 1, output: `${output}\nno budget was measured` }
  const judged = budgets.map(({ name, passed, size, sizeLimit }) => ({
    rule: `${name} stays within ${sizeLimit} bytes`,
    findings: passed ? [] : [`it has ${size}: see what came along with \`npx size-limit --save-bundle\``],
  }))
  return rules([
    ...judged,
    {
      rule: 'size-limit ran',
      findings: code === 0 || judged.some(({ findings }) => findings.length) ? [] : [output],
    },
  ])
}

function parse(output) {
  try {
    return JSON.parse(output.slice(output.search(/^\[$/m)))
  } catch {
    return []
  }
}
