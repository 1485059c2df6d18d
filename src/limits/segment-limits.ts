/** How large a segment may be, as text and as a tree; checked before any other work. */
export const segmentLimits = {
  /** code points of the text, outer blanks included; also of any one text in a tree */
  text: 5000,
  /** nodes on the way from the root to a clause; brackets and `NOT` in a text */
  depth: 100,
  /** clauses, parameters of functions and connections together */
  nodes: 1000,
  /** values of one list */
  values: 10_000,
  /** nodes on the way down through all segments that are named on it (ours) */
  levels: 1000,
} as const
