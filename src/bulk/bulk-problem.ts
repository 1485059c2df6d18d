/** Why a bulk change, or one row of it, is refused, apart from what each customer's own planner says. */
export type BulkProblemCode =
  | 'bulk.page-too-large'
  | 'bulk.address-added'
  | 'bulk.no-longer-selected'
  | 'bulk.cursor-invalid'
  /** a selection asks for more than the record and the host's readers tell */
  | 'segment.history-needed'
