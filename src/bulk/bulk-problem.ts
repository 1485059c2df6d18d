/** Why a bulk change, or one row of it, is refused, apart from what each customer's own planner says. */
export type BulkProblemCode =
  | 'bulk.page-too-large'
  | 'bulk.address-added'
  | 'bulk.no-longer-selected'
  | 'bulk.cursor-invalid'
