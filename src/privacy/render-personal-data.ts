import type { PersonalDataLanguage } from './personal-data-messages.js'
import { personalDataPage } from './personal-data-page.js'
import type { PersonalData } from './personal-data.js'

/** How an export is written: for a person, or for a program. */
export type PersonalDataFormat = 'html' | 'json'

/** How an export is written, and in which words. */
export interface PersonalDataOptions {
  /** `en` of `clientele/messages/en`, or another language */
  readonly messages: PersonalDataLanguage
  /** `'html'` unless said otherwise */
  readonly format?: PersonalDataFormat | undefined
}

const formats: {
  readonly [Format in PersonalDataFormat]: (data: PersonalData, messages: PersonalDataLanguage) => string
} = {
  html: personalDataPage,
  json: (data) => `${JSON.stringify(data, null, 2)}\n`,
}

/**
 * Writes everything held on one person as a file to hand over (G-3): a whole page that people can read, every text escaped, or
 * the JSON of `personalDataSchema`.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { en } = await import('../messages/en/index.js')
 * const { buildRecord } = await import('../testing/build-record.js')
 * const { exportPersonalData } = await import('./personal-data.js')
 * const data = exportPersonalData(buildRecord({ customer: { note: 'likes <b>tea</b>' } }))
 * expect(renderPersonalData(data, { messages: en })).toContain('likes &lt;b&gt;tea&lt;/b&gt;')
 * ```
 */
export function renderPersonalData(data: PersonalData, options: PersonalDataOptions): string {
  return formats[options.format ?? 'html'](data, options.messages)
}
