/** A file of customers as shops have them: 19 columns and an id, a third of the phones in E.164, the others as people type them. */
const cities = [
  ['Kraków', 'PL', '31-147', 'ul. Długa'],
  ['Tromsø', 'NO', '9008', 'Storgata'],
  ['Berlin', 'DE', '10115', 'Invalidenstraße'],
  ['Lyon', 'FR', '69002', 'rue de la République'],
] as const

export const header = [
  'Customer ID',
  'First Name',
  'Last Name',
  'Email',
  'Accepts Email Marketing',
  'Default Address Company',
  'Default Address Address1',
  'Default Address Address2',
  'Default Address City',
  'Default Address Province Code',
  'Default Address Country Code',
  'Default Address Zip',
  'Default Address Phone',
  'Phone',
  'Accepts SMS Marketing',
  'Total Spent',
  'Total Orders',
  'Note',
  'Tax Exempt',
  'Tags',
] as const

/** The phone of a row: in E.164, as people write it abroad, and as they write it at home. */
function phoneOf(index: number): string {
  const digits = String(600_000_000 + index)
  const grouped = `${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}`
  return [`+48${digits}`, `+48 ${grouped}`, grouped][index % 3] as string
}

function lineOf(index: number): string {
  const [city, country, zip, street] = cities[index % cities.length] as (typeof cities)[number]
  const note = index % 10 === 0 ? '"Prefers the back door, ""always"""' : ''
  return [
    `'${7_000_000_000_000 + index}`,
    `Anna${index % 97}`,
    `Nowak-${index % 89}`,
    `anna.nowak${index}@example.com`,
    index % 4 === 0 ? 'yes' : 'no',
    index % 5 === 0 ? 'Nowak & Co' : '',
    `"${street} ${index % 200}, 3"`,
    '',
    city,
    '',
    country,
    zip,
    '',
    // a Polish number in every row, so that national ones need the row's country or the default
    phoneOf(index),
    'no',
    `${index % 900}.50`,
    String(index % 12),
    note,
    'no',
    index % 3 === 0 ? '"vip, eu"' : '',
  ].join(',')
}

/** The text of a file with so many rows. */
export function customerFile(rows: number): string {
  const lines = Array.from({ length: rows }, (_, index) => lineOf(index))
  return `${header.join(',')}\n${lines.join('\n')}\n`
}
