/**
 * `npm run linkage -- <folder>`: how well people are found in sets whose answer is known. Reads every `dataset*.csv` of the
 * folder in the form of the FEBRL generator (`rec_id` says who is who; the government id is never read), and searches it by
 * the default model and by one that is estimated from the set itself, without its answers. `npm run linkage -- --million`
 * searches a made-up shop of a million profiles.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { duplicateFinder } from '../../src/duplicates/duplicate-finder.js'
import { estimateModel } from '../../src/duplicates/estimate-model.js'
import { findDuplicates } from '../../src/duplicates/find-duplicates.js'
import { buildRecord } from '../../src/testing/build-record.js'
import { pairQuality, type PairQuality } from '../duplicates/pair-quality.js'
import { shopProfiles } from '../duplicates/shop-base.js'

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

function report(folder: string): void {
  for (const file of readdirSync(folder).filter((name) => /^dataset.*\.csv$/.test(name))) {
    const data = rowsOf(readFileSync(join(folder, file), 'utf8'))
    const records = data.map(recordOf)
    const personOf = new Map(data.map(({ rec_id: id = '' }) => [id, PERSON.exec(id)?.[1]]))
    const model = estimateModel(records.map(({ customer }) => customer))
    say(`${file}, default model`, pairQuality(findDuplicates(records).groups, personOf))
    say(`${file}, estimated model`, pairQuality(findDuplicates(records, { model }).groups, personOf))
  }
}

function say(title: string, { precision, recall, f1 }: PairQuality): void {
  const figures = [precision, recall, f1].map((figure) => figure.toFixed(4))
  process.stdout.write(`${title}: precision ${figures[0]}, recall ${figures[1]}, F1 ${figures[2]}\n`)
}

function million(): void {
  const finder = duplicateFinder()
  const personOf = new Map<string, number>()
  for (const [{ customer }, person] of shopProfiles(1_000_000, 7)) {
    finder.add(customer)
    personOf.set(customer.id, person)
  }
  const start = process.cpuUsage()
  const clock = performance.now()
  const { groups } = finder.find()
  const seconds = process.cpuUsage(start).user / 1e6
  say('a million profiles', pairQuality(groups, personOf))
  const { maxRSS } = process.resourceUsage()
  process.stdout.write(
    `${seconds.toFixed(0)} s of processor, ${((performance.now() - clock) / 1000).toFixed(0)} s of clock, ` +
      `at most ${(maxRSS / 1024).toFixed(0)} MB\n`,
  )
}

const [what] = process.argv.slice(2)
if (what === '--million') million()
else if (what !== undefined) report(what)
else process.stdout.write('npm run linkage -- <folder with dataset*.csv>\nnpm run linkage -- --million\n')
