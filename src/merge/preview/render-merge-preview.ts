import { invariant } from '../../outcome/invariant.js'
import type { MergePlan } from '../merge-plan.js'
import { htmlTable } from './html-table.js'
import { markdownTable } from './markdown-table.js'
import type { MergePreviewLanguage } from '../merge-preview-messages.js'
import { previewTable, type PreviewTable } from './preview-table.js'
import { textTable } from './text-table.js'

/** How a review is written: for a terminal, a ticket, or a page. */
export type MergePreviewFormat = 'text' | 'markdown' | 'html'

/** In which language a review is written, and how. */
export interface MergePreviewOptions {
  /** `en` of `clientele/messages/en`, or another language */
  readonly messages: MergePreviewLanguage
  /** `'text'` unless said otherwise: for a terminal, long values shortened; the others show everything */
  readonly format?: MergePreviewFormat | undefined
}

const formats: { readonly [Format in MergePreviewFormat]: (table: PreviewTable) => string } = {
  text: textTable,
  markdown: markdownTable,
  html: htmlTable,
}

/**
 * Shows a merge before it is confirmed: for each field what is kept, what is dropped, and why (M-9). All data is escaped
 * for the format; `plan.fields` holds the same as data.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { en } = await import('../../messages/en/index.js')
 * const { buildContext } = await import('../../testing/build-context.js')
 * const { buildRecord } = await import('../../testing/build-record.js')
 * const { planMerge } = await import('../plan-merge.js')
 * const records = ['1', '2'].map((id) => buildRecord({ customer: { id } }))
 * const outcome = planMerge({ records }, buildContext())
 * if (!outcome.ok) throw new Error('refused')
 * const preview = renderMergePreview(outcome.value, { messages: en })
 * expect(preview).toContain('Merge 1 into 2')
 * ```
 */
export function renderMergePreview(plan: MergePlan, options: MergePreviewOptions): string {
  invariant(
    (plan as MergePlan | null | undefined)?.planner === 'merge',
    'a preview is of a plan: the `value` of what planMerge gives',
  )
  invariant(
    (options as MergePreviewOptions | undefined)?.messages,
    'a preview is written by `messages`, such as `en` of clientele/messages/en',
  )
  return formats[options.format ?? 'text'](previewTable(plan, options.messages))
}
