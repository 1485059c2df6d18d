import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { markdownFiles } from '../markdown-examples.mjs'
import { anchorOf } from './markdown.ts'

/** What a block of a text may be: `ts` runs; the others are shown only, `typescript` where it is an excerpt of a file. */
const fences = ['ts', 'typescript', 'sh', 'text', 'json', 'csv', 'html', 'sql', 'mermaid', 'prisma']

/** What is wrong with README and docs/: links that lead nowhere, blocks of which nobody knows whether they run. */
export function textFaults(root) {
  const files = markdownFiles(root)
  return files.flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8')
    return [
      ...[...text.matchAll(/^```([^\n`]*)\n.*?^```$/gms)]
        .filter(([, language = '']) => !fences.includes(language))
        .map(([, language]) => `${file}: a block is \`${language}\`; it must be one of ${fences.join(', ')}`),
      ...[...withoutBlocks(text).matchAll(/\]\(([^)\s]+)\)/g)]
        .filter(([, target = '']) => !leads(root, file, target))
        .map(([, target]) => `${file}: ${target} leads nowhere`),
    ]
  })
}

function leads(root, file, target) {
  if (/^[a-z]+:/.test(target)) return true
  const [path = '', anchor] = target.split('#')
  const page = path === '' ? file : normalize(join(dirname(file), path))
  if (!existsSync(join(root, page))) return false
  return anchor === undefined || anchorsOf(readFileSync(join(root, page), 'utf8')).includes(anchor)
}

const withoutBlocks = (text) => text.replace(/^```.*?^```$/gms, '')

const anchorsOf = (text) =>
  [...withoutBlocks(text).matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
    anchorOf(title.replaceAll(' ', '-')),
  )
