/** Why a commit is refused; those that stand for a changed world are planned again, with a bound. */
export type CommitProblemCode =
  | 'commit.key-reused'
  | 'commit.not-confirmed'
  | 'commit.stale'
  | 'commit.fact-changed'
  | 'commit.identity-taken'
  | 'commit.outcome-unknown'
