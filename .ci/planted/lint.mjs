import { json, src } from './plant.mjs'

/** Violations of format and lint. */
export const lintPlants = [
  {
    step: 'format',
    planted: 'double quotes and a semicolon',
    files: src('export const a = "b";\n'),
    says: /src\/value\/planted\.ts format/,
  },
  {
    step: 'format',
    planted: 'a biome that looks at nothing',
    files: json('.biome.json', (config) => ({ ...config, files: { includes: ['nowhere'] } })),
    says: /No files were processed/,
  },

  { step: 'lint', planted: '`any`', files: src('export const a: any = 1\n'), says: /no-explicit-any/ },
  { step: 'lint', planted: 'a default export', files: src('export default 1\n'), says: /no-default-export/ },
  {
    step: 'lint',
    planted: 'two files that import each other',
    files: {
      ...src("import { b } from './planted-too.js'\n\nexport const a = (): number => b()\n"),
      ...src(
        "import { a } from './planted.js'\n\nexport const b = (): number => a()\n",
        'src/value/planted-too.ts',
      ),
    },
    says: /no-cycle/,
  },
  {
    step: 'lint',
    planted: 'a promise that nobody awaits',
    files: src('async function save(): Promise<void> {}\n\nexport function a(): void {\n  save()\n}\n'),
    says: /no-floating-promises/,
  },
  {
    step: 'lint',
    planted: 'a switch that forgets a case',
    files: src(
      "export function a(kind: 'b' | 'c'): void {\n  switch (kind) {\n    case 'b':\n      return\n  }\n}\n",
    ),
    says: /switch-exhaustiveness-check/,
  },
  {
    step: 'lint',
    planted: 'a list of the host sorted in place',
    files: src('export const a = (list: string[]): string[] => list.sort()\n'),
    says: /no-array-sort/,
  },
  {
    step: 'lint',
    planted: 'a global of Node',
    files: src('export const a = (): unknown => process.env\n'),
    says: /only service\/ and command\/ know the machine/,
  },
  {
    step: 'lint',
    planted: 'a suppression that suppresses nothing',
    files: src('// oxlint-disable-next-line no-explicit-any\nexport const a = 1\n'),
    says: /Unused/,
  },
]
