import type { Problem } from '../../outcome/problem.js'
import type { Cursor } from '../../repository/page-cursor.js'
import type { MessageId } from '../../timeline/stored-email.js'
import type { CustomerId } from '../../value/id.js'
import type { SelectionSource } from '../finding/selected-customers.js'

/**
 * How a customer ends in a campaign: sent, not sent, nobody can tell, still to come (recorded, and sent by `deliverEffects`);
 * left out, with the reasons; or already written to in this campaign before.
 */
export type CampaignStatus = 'sent' | 'failed' | 'unknown' | 'waiting' | 'skipped' | 'already'

/** What became of one customer. No personal data. */
export interface CampaignRow {
  readonly id: CustomerId
  readonly status: CampaignStatus
  readonly message: MessageId | null
  /** why they were left out, or what there is to warn of */
  readonly problems: readonly Problem[]
}

/** What a campaign has come to: every member of the segment has ended in exactly one of the six. */
export interface CampaignReport {
  /** by which the campaign is gone on with, or repeated: nobody gets it twice under one key */
  readonly key: string
  readonly seen: number
  readonly tally: { readonly [Status in CampaignStatus]: number }
  /** how many were left out for each reason; who has several counts under each */
  readonly skipped: { readonly [code: string]: number }
  /** where to go on; `null` at the end, and at the beginning */
  readonly next: Cursor | null
  /** whether everybody has been seen to */
  readonly isDone: boolean
  /** why it stopped before the end: a signal, or too many in a row that could not be sent */
  readonly stopped: 'cancelled' | 'failures' | null
  /** `'list'` is the fallback of a store that cannot query: every customer is looked at */
  readonly source: SelectionSource
}

/** Nobody yet. */
export function emptyReport(key: string, next: Cursor | null, source: SelectionSource): CampaignReport {
  const tally = { sent: 0, failed: 0, unknown: 0, waiting: 0, skipped: 0, already: 0 }
  return { key, seen: 0, tally, skipped: {}, next, isDone: false, stopped: null, source }
}

/** The report with some rows more. */
export function withRows(report: CampaignReport, rows: readonly CampaignRow[]): CampaignReport {
  const tally = { ...report.tally }
  const skipped: Record<string, number> = { ...report.skipped }
  for (const { status, problems } of rows) {
    tally[status]++
    const codes = status === 'skipped' ? new Set(problems.map(({ code }) => code)) : []
    for (const code of codes) skipped[code] = (skipped[code] ?? 0) + 1
  }
  return { ...report, seen: report.seen + rows.length, tally, skipped }
}
