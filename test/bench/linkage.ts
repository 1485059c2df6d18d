/**
 * How well people are found in sets whose answer is known. Reads every `dataset*.csv` of the folder that `--febrl` names, in the
 * form of the FEBRL generator (`rec_id` says who is who; the government id is never read), and searches it by the default model
 * and by one that is estimated from the set itself, without its answers.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { type DuplicateModel, defaultModel, estimateModel, findDuplicates } from 'clientele/duplicates'
import { buildRecord } from 'clientele/testing'
import { pairQuality } from '../duplicates/pair-quality.js'
import type { Field, Figures } from './contest.js'

type Row = Readonly<Record<string, string>>

function recordOf(row: Row): ReturnType<typeof buildRecord> {
  const cell = (name: string): string | null => row[name] || null
  const address = {
    id: 'home',
    address1: [row['street_number'], row['address_1']].filter(Boolean).join(' ') || null,
    address2: cell('address_2'),
    city: cell('suburb'),
    provinceCode: cell('state')?.toUpperCase() ?? null,
    countryCode: 'AU',
    zip: cell('postcode'),
  }
  const born = cell('date_of_birth')
  return buildRecord({
    customer: {
      id: row['rec_id'] as string,
      firstName: cell('given_name'),
      lastName: cell('surname'),
      email: null,
      phone: null,
      addresses: [{ firstName: null, lastName: null, company: null, phone: null, ...address }],
      defaultAddressId: 'home',
      metafields: born === null ? {} : { 'facts.birth_date': born },
    },
  })
}

/** The generator writes neither quotes nor commas within a cell. */
function rowsOf(text: string): readonly Row[] {
  const [header = [], ...lines] = text
    .trim()
    .split('\n')
    .map((line) => line.split(',').map((cell) => cell.trim()))
  return lines.map((cells) => Object.fromEntries(header.map((name, i) => [name, cells[i] ?? ''])))
}

const PERSON = /^rec-(\d+)-/

/** A set, by its file. */
interface Dataset {
  readonly file: string
  readonly records: readonly ReturnType<typeof buildRecord>[]
  readonly personOf: ReadonlyMap<string, string | undefined>
}

function datasets(folder: string): readonly Dataset[] {
  const files = readdirSync(folder).filter((name) => /^dataset.*\.csv$/.test(name))
  return files.map((file) => {
    const rows = rowsOf(readFileSync(join(folder, file), 'utf8'))
    const personOf = new Map(rows.map(({ rec_id: id = '' }) => [id, PERSON.exec(id)?.[1]]))
    return { file, records: rows.map(recordOf), personOf }
  })
}

function qualityOf(sets: readonly Dataset[]): Figures {
  const models = {
    default: () => defaultModel,
    estimated: ({ records }: Dataset) => estimateModel(records.map(({ customer }) => customer)),
  } satisfies Record<string, (set: Dataset) => DuplicateModel>
  const figures: Record<string, number> = {}
  for (const [name, modelFor] of Object.entries(models)) {
    let lowest = 1
    for (const set of sets) {
      const { groups } = findDuplicates(set.records, { model: modelFor(set) })
      const { precision, recall, f1 } = pairQuality(groups, set.personOf)
      Object.assign(figures, {
        [`${set.file}, ${name} model, precision`]: precision,
        [`${set.file}, ${name} model, recall`]: recall,
        [`${set.file}, ${name} model, F1`]: f1,
      })
      lowest = Math.min(lowest, f1)
    }
    figures[`lowest F1 of the sets, ${name} model`] = lowest
  }
  return figures
}

export function linkage(): Field {
  const at = process.argv.indexOf('--febrl')
  const folder = at < 0 ? undefined : process.argv[at + 1]
  if (folder === undefined) return { missing: 'no folder with `dataset*.csv` was named: `--febrl <folder>`' }
  if (!existsSync(folder)) return { missing: 'the folder that `--febrl` names is not there' }
  const sets = datasets(folder)
  if (sets.length === 0) return { missing: 'the folder that `--febrl` names holds no `dataset*.csv`' }
  const size = sets.map(({ file, records }) => `${file}: ${records.length} records`).join(', ')
  return { races: { quality: { size, figures: () => qualityOf(sets) } } }
}
