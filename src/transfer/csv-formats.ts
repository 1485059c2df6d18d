import type { CsvField } from './csv-fields.js'

/** A format of customer files: its columns by their headers, in order. */
export interface CsvFormat {
  readonly columns: { readonly [header: string]: CsvField }
  /** columns that occur in such files beside those, and are read */
  readonly also: { readonly [header: string]: CsvField }
  /** the column that must be there, and whether its cells may be blank (C-5) */
  readonly required: { readonly header: string; readonly mayBeBlank: boolean }
}

const whatsApp = { 'Accepts WhatsApp Marketing': 'whatsAppMarketing' } as const
const emailColumn = { header: 'Email', mayBeBlank: true } as const

/**
 * The formats, the commonest first. The large platform's are word for word its own; the second platform's headers are ours,
 * because its sample is not published.
 */
export const csvFormats = {
  /** the large platform's current export (L-5) */
  shopify: {
    columns: {
      'Customer ID': 'id',
      'First Name': 'firstName',
      'Last Name': 'lastName',
      Email: 'email',
      'Accepts Email Marketing': 'emailMarketing',
      'Default Address Company': 'address.company',
      'Default Address Address1': 'address.address1',
      'Default Address Address2': 'address.address2',
      'Default Address City': 'address.city',
      'Default Address Province Code': 'address.provinceCode',
      'Default Address Country Code': 'address.countryCode',
      'Default Address Zip': 'address.zip',
      'Default Address Phone': 'address.phone',
      Phone: 'phone',
      'Accepts SMS Marketing': 'smsMarketing',
      'Total Spent': 'totalSpent',
      'Total Orders': 'totalOrders',
      Note: 'note',
      'Tax Exempt': 'taxExempt',
      Tags: 'tags',
    },
    also: whatsApp,
    required: emailColumn,
  },
  /** its current import template */
  'shopify-template': {
    columns: {
      'First Name': 'firstName',
      'Last Name': 'lastName',
      Email: 'email',
      'Accepts Email Marketing': 'emailMarketing',
      'Default Address Company': 'address.company',
      'Default Address Address1': 'address.address1',
      'Default Address Address2': 'address.address2',
      'Default Address City': 'address.city',
      'Default Address Province Code': 'address.provinceCode',
      'Default Address Country Code': 'address.countryCode',
      'Default Address Zip': 'address.zip',
      'Default Address Phone': 'address.phone',
      Phone: 'phone',
      'Accepts SMS Marketing': 'smsMarketing',
      Tags: 'tags',
      Note: 'note',
      'Tax Exempt': 'taxExempt',
    },
    also: whatsApp,
    required: emailColumn,
  },
  /** what it wrote until about 2023, and the variant with a consent for each channel */
  'shopify-legacy': {
    columns: {
      'First Name': 'firstName',
      'Last Name': 'lastName',
      Email: 'email',
      Company: 'address.company',
      Address1: 'address.address1',
      Address2: 'address.address2',
      City: 'address.city',
      Province: 'address.provinceName',
      'Province Code': 'address.provinceCode',
      Country: 'address.countryName',
      'Country Code': 'address.countryCode',
      Zip: 'address.zip',
      Phone: 'phone',
      'Accepts Marketing': 'emailMarketing',
      'Total Spent': 'totalSpent',
      'Total Orders': 'totalOrders',
      Tags: 'tags',
      Note: 'note',
      'Tax Exempt': 'taxExempt',
    },
    also: { 'Accepts Email Marketing': 'emailMarketing', 'Accepts SMS Marketing': 'smsMarketing' },
    required: emailColumn,
  },
  /** its tool for moving shops: the legacy columns with lower-case second words */
  'shopify-transporter': {
    columns: {
      'First name': 'firstName',
      'Last name': 'lastName',
      Email: 'email',
      Company: 'address.company',
      Address1: 'address.address1',
      Address2: 'address.address2',
      City: 'address.city',
      Province: 'address.provinceName',
      'Province code': 'address.provinceCode',
      Country: 'address.countryName',
      'Country code': 'address.countryCode',
      Zip: 'address.zip',
      Phone: 'phone',
      'Accepts marketing': 'emailMarketing',
      Tags: 'tags',
      Note: 'note',
      'Tax exempt': 'taxExempt',
    },
    also: {},
    required: emailColumn,
  },
  /** the second platform's: only `email` is required, in every row (C-5, C-7 … C-10, E-5, E-6) */
  shopelo: {
    columns: {
      email: 'email',
      first_name: 'firstName',
      last_name: 'lastName',
      phone: 'phone',
      type: 'accountType',
      active: 'accountActive',
      source: 'source',
      price_level: 'priceLevel',
      newsletter: 'emailMarketing',
      company: 'address.company',
      address1: 'address.address1',
      address2: 'address.address2',
      city: 'address.city',
      province_code: 'address.provinceCode',
      country_code: 'address.countryCode',
      zip: 'address.zip',
      address_phone: 'address.phone',
      invoice_company: 'billing.company',
      invoice_tax_id: 'billing.taxId',
      invoice_address1: 'billing.address1',
      invoice_address2: 'billing.address2',
      invoice_city: 'billing.city',
      invoice_province_code: 'billing.provinceCode',
      invoice_country_code: 'billing.countryCode',
      invoice_zip: 'billing.zip',
      invoice_phone: 'billing.phone',
      note: 'note',
      tags: 'tags',
    },
    also: {},
    required: { header: 'email', mayBeBlank: false },
  },
} as const satisfies { readonly [name: string]: CsvFormat }

/** A format of customer files by its name. */
export type CsvFormatName = keyof typeof csvFormats

/** The formats by name, the commonest first. */
export const csvFormatNames: readonly CsvFormatName[] = /* @__PURE__ */ Object.keys(
  csvFormats,
) as CsvFormatName[]

type ByFormat<Key, Value> = ReadonlyMap<CsvFormatName, ReadonlyMap<Key, Value>>

const fieldsByHeader: ByFormat<string, CsvField> = /* @__PURE__ */ indexed(({ columns, also }) => [
  ...Object.entries(columns),
  ...Object.entries(also),
])

/** Of two headers for one field the format's own is the last, and stays. */
const headersByField: ByFormat<CsvField, string> = /* @__PURE__ */ indexed(({ columns, also }) =>
  [...Object.entries(also), ...Object.entries(columns)].map(([header, field]) => [field, header] as const),
)

function indexed<Key, Value>(
  pairsOf: (format: CsvFormat) => readonly (readonly [Key, Value])[],
): ByFormat<Key, Value> {
  return new Map(csvFormatNames.map((name) => [name, new Map(pairsOf(csvFormats[name]))]))
}

/** What a header stands for in a format. It must match letter for letter: a guess could put data where it does not belong. */
export function fieldOfHeader(format: CsvFormatName, header: string): CsvField | undefined {
  return fieldsByHeader.get(format)?.get(header)
}

/** How a format heads the column of a field. */
export function headerOfField(format: CsvFormatName, field: CsvField): string | undefined {
  return headersByField.get(format)?.get(field)
}

/** The format to which most of the headers belong; of equals the commoner. `null` where no format has any of them. */
export function recogniseFormat(headers: readonly string[]): CsvFormatName | null {
  const counts = csvFormatNames.map(
    (name) => headers.filter((header) => fieldOfHeader(name, header) !== undefined).length,
  )
  const most = Math.max(...counts)
  return most === 0 ? null : (csvFormatNames[counts.indexOf(most)] as CsvFormatName)
}
