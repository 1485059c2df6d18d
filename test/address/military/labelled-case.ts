import { readFileSync } from 'node:fs'
import type { AddressInput } from '../../../src/address/address.js'

/** A level as the data names it: `strict` is ours `merchant`, `usps` is ours `postal`. */
export const levels = { strict: 'merchant', usps: 'postal' } as const

interface LabelledAddress {
  readonly name: string
  readonly company?: string | null
  readonly address1: string | null
  readonly address2: string | null
  readonly city: string
  readonly province: string
  readonly zip: string
  readonly country: string
}

interface Label {
  readonly valid: boolean
  readonly problems: readonly string[]
}

export interface LabelledCase {
  readonly id: string
  readonly why: string
  readonly input: LabelledAddress
  readonly strict: Label
  readonly usps: Label
  readonly repair: null | {
    readonly to: LabelledAddress
    readonly confidence: 'safe' | 'suggest'
    readonly then: { readonly strict: boolean; readonly usps: boolean }
  }
  readonly tags: readonly string[]
}

interface LabelledData {
  readonly about: { readonly problem_codes: Readonly<Record<string, string>> }
  readonly cases: readonly LabelledCase[]
  readonly not_military: readonly {
    readonly id: string
    readonly why: string
    readonly input: LabelledAddress
  }[]
}

const file = new URL('../../fixtures/military-addresses.json', import.meta.url)
export const labelled = JSON.parse(readFileSync(file, 'utf8')) as LabelledData

/** Our code of a problem that the data names: `psc_missing`. */
export function codeOf(name: string): string {
  return `military.${name.replaceAll('_', '-')}`
}

/** An address of the data as ours; the data has one name, which we keep as the last. */
export function addressOf({ name, province, country, ...rest }: LabelledAddress): AddressInput {
  return { ...rest, lastName: name, provinceCode: province, countryCode: country }
}
