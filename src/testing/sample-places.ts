/** A place and the streets in it, as its country writes them; `{n}` stands for the house's number. */
export interface SamplePlace {
  readonly countryCode: string
  readonly provinceCode: string | null
  readonly city: string
  readonly zip: string | null
  readonly streets: readonly string[]
}

/** One row a place, from countries that differ in what an address has. */
export const samplePlaces = [
  {
    countryCode: 'PL',
    provinceCode: null,
    city: 'Łódź',
    zip: '90-001',
    streets: ['ul. Piotrkowska {n}', 'al. Kościuszki {n}/4'],
  },
  {
    countryCode: 'DE',
    provinceCode: null,
    city: 'Köln',
    zip: '50667',
    streets: ['Straße des 17. Juni {n}', 'Hohe Str. {n}a'],
  },
  { countryCode: 'NO', provinceCode: null, city: 'Tromsø', zip: '9008', streets: ['Storgata {n}'] },
  {
    countryCode: 'NL',
    provinceCode: null,
    city: '’s-Hertogenbosch',
    zip: '5211 JX',
    streets: ['Lange Putstraat {n}'],
  },
  { countryCode: 'FI', provinceCode: null, city: 'Jyväskylä', zip: '40100', streets: ['Väinönkatu {n} B'] },
  {
    countryCode: 'GB',
    provinceCode: 'ENG',
    city: 'London',
    zip: 'SW1A 2AA',
    streets: ['{n} Downing Street'],
  },
  { countryCode: 'IE', provinceCode: 'D', city: 'Dublin', zip: 'D02 AF30', streets: ['{n} Merrion Sq'] },
  {
    countryCode: 'US',
    provinceCode: 'NY',
    city: 'New York',
    zip: '10001',
    streets: ['{n} W 34th St', '{n} 5th Ave Apt 4'],
  },
  { countryCode: 'US', provinceCode: 'FL', city: 'Miami', zip: '33101', streets: ['{n} Ocean Dr'] },
  {
    countryCode: 'CA',
    provinceCode: 'QC',
    city: 'Montréal',
    zip: 'H2Y 1C6',
    streets: ['{n}, rue Saint-Paul'],
  },
  {
    countryCode: 'BR',
    provinceCode: 'SP',
    city: 'São Paulo',
    zip: '01310-100',
    streets: ['Av. Paulista, {n}'],
  },
  { countryCode: 'JP', provinceCode: 'JP-13', city: '千代田区', zip: '100-0001', streets: ['千代田{n}-1'] },
  { countryCode: 'GR', provinceCode: null, city: 'Αθήνα', zip: '105 57', streets: ['Ερμού {n}'] },
  { countryCode: 'AE', provinceCode: 'DU', city: 'دبي', zip: null, streets: ['{n} شارع الشيخ زايد'] },
  { countryCode: 'HK', provinceCode: 'HK', city: '香港', zip: null, streets: ['皇后大道中{n}號'] },
] as const satisfies readonly SamplePlace[]
