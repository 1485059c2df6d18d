import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'
import { describe, expect, it } from 'vitest'

const header =
  'Email,First Name,Default Address Address1,Default Address City,Default Address Province Code,Default Address Country Code,Default Address Zip\n'
const military = 'john @example.com,John,"psc1234, box 567",APO,A.E.,,090120001\n'

describe('clientele check: as a program', () => {
  it('reads files and writes the copy, and ends with its code', () => {
    const folder = mkdtempSync(join(tmpdir(), 'clientele-check-'))
    try {
      const [file, copy] = [join(folder, 'a.csv'), join(folder, 'b.csv')]
      writeFileSync(file, header + military)
      const main = join(folder, 'main.mjs')
      buildSync({
        entryPoints: [fileURLToPath(new URL('../../src/command/main.ts', import.meta.url))],
        bundle: true,
        platform: 'node',
        format: 'esm',
        outfile: main,
      })
      const done = spawnSync('node', [main, 'check', file, '--write', copy], { encoding: 'utf8' })
      expect([done.status, done.stderr]).toEqual([1, ''])
      expect(done.stdout).toMatch(/1 row to mend/)
      expect(readFileSync(copy, 'utf8')).toContain('PSC 1234 BOX 567')
      symlinkSync(file, join(folder, 'link.csv'))
      for (const same of [join(folder, '.', 'x', '..', 'a.csv'), `${folder}/./a.csv`, `${folder}/link.csv`]) {
        const refused = spawnSync('node', [main, 'check', file, '--write', same], { encoding: 'utf8' })
        expect([refused.status, refused.stdout]).toEqual([2, ''])
        expect(readFileSync(file, 'utf8')).toBe(header + military)
      }
      const missing = spawnSync('node', [main, 'check', join(folder, 'none.csv')], { encoding: 'utf8' })
      expect([missing.status, missing.stdout]).toEqual([3, ''])
      expect(missing.stderr).toBe(`There is no such file or folder: ${join(folder, 'none.csv')}\n`)
      const nowhere = join(folder, 'none', 'b.csv')
      const unwritten = spawnSync('node', [main, 'check', file, '--write', nowhere], {
        encoding: 'utf8',
      })
      expect([unwritten.status, unwritten.stderr]).toEqual([
        3,
        `There is no such file or folder: ${nowhere}\n`,
      ])
      const below = spawnSync('node', [main, 'check', file, '--write', `${file}/`], { encoding: 'utf8' })
      expect([below.status, below.stderr]).toEqual([3, `There is no such folder: ${file}/\n`])
      const ofFolder = spawnSync('node', [main, 'check', folder], { encoding: 'utf8' })
      expect([ofFolder.status, ofFolder.stderr]).toEqual([3, `This is a folder and no file: ${folder}\n`])
      // a copy that is there stays until another is whole; a link leads where it led; a device is none to replace
      const [unread, kept] = [join(folder, 'latin.csv'), join(folder, 'kept.csv')]
      writeFileSync(unread, Buffer.from('Email,Note\na@example.com,\u00e9\n', 'latin1'))
      writeFileSync(kept, 'kept')
      symlinkSync(kept, join(folder, 'kept-link.csv'))
      for (const into of [kept, '/dev/null'])
        expect(spawnSync('node', [main, 'check', unread, '--write', into]).status).toBe(1)
      expect(readFileSync(kept, 'utf8')).toBe('kept')
      expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
      spawnSync('node', [main, 'check', file, '--write', join(folder, 'kept-link.csv')])
      expect(readFileSync(kept, 'utf8')).toBe(readFileSync(copy, 'utf8'))
      expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
