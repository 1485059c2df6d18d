import type { Customer, CustomerField } from '../../customer/customer.js'
import { formatMessage } from '../../outcome/message.js'
import type { MergePlan } from '../merge-plan.js'
import type { MergedField } from '../merged-field.js'
import { printable } from '../../value/printable.js'
import { fieldText } from './field-text.js'
import type { MergePreviewLanguage, MergePreviewMessages, PreviewColumn } from '../merge-preview-messages.js'

/** One row of the review: the lines of each cell. */
export type PreviewRow = Readonly<Record<PreviewColumn, readonly string[]>>

/** The review of a merge as a table, before anybody decides how it looks. Every text is one printable line. */
export interface PreviewTable {
  readonly language: string
  readonly title: string
  readonly headings: Readonly<Record<PreviewColumn, string>>
  readonly rows: readonly PreviewRow[]
}

export const previewColumns = ['field', 'kept', 'dropped', 'why'] as const satisfies readonly PreviewColumn[]

/** All that is kept and all that is discarded (M-9); fields of which there is nothing to say are left out. */
export function previewTable(
  plan: MergePlan,
  { language, mergePreview: messages }: MergePreviewLanguage,
): PreviewTable {
  const { title, headings, survivorRules } = messages
  const { survivor, absorbed, survivorRule } = plan
  return {
    language,
    title: printable(
      formatMessage(title, { survivor, absorbed, why: survivorRules[survivorRule] }, language),
    ),
    headings,
    rows: [
      ...plan.fields.map((row) => fieldRow(row, survivor, messages)).filter(saysSomething),
      ...relationRows(plan, messages),
    ],
  }
}

function fieldRow(row: MergedField, survivor: string, messages: MergePreviewMessages): PreviewRow {
  const { field, rule, source } = row
  // a list of sources is what the rule already says; a single other one is news
  const isElsewhere = typeof source === 'string' && source !== survivor
  const why = messages.mergeRules[rule]
  const lines = (value: Customer[CustomerField]): readonly string[] => fieldText(field, value, messages)
  return {
    field: [messages.fields[field]],
    kept: lines(row.kept),
    dropped: row.dropped.flatMap(({ id, value }) => lines(value).map((line) => printable(`${id}: ${line}`))),
    why: [printable(isElsewhere ? `${why} (${source})` : why)],
  }
}

function saysSomething({ kept, dropped }: PreviewRow): boolean {
  return kept.length + dropped.length > 0
}

function relationRows({ relations }: MergePlan, messages: MergePreviewMessages): PreviewRow[] {
  return relations
    .filter(({ mode }) => mode !== 'none')
    .map(({ relation, mode }) => ({
      field: [relationName(relation, messages)],
      kept: [messages.relationModes[mode]],
      dropped: [],
      why: [],
    }))
}

function relationName(relation: string, { relations }: MergePreviewMessages): string {
  const names: { readonly [kind: string]: string } = relations
  return Object.hasOwn(names, relation) ? (names[relation] as string) : printable(relation)
}
