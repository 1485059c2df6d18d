import type { Figures, Goal, Verdict } from './contest.js'
import { median, type Rounds } from './measure.js'

/** A goal with whose it is. */
export const wholeGoal = ({ way, goal }: Verdict): string => (way === null ? goal : `${way}: ${goal}`)

/** Says of a goal whether it was reached. */
export function verdictOf(goal: Goal, rounds: Rounds, figures: Figures): Verdict {
  if ('figure' in goal) return figureVerdict(goal, given(figures[goal.figure], goal.figure))
  const ratio = ratioOf(rounds, goal.way, goal.peer)
  if ('atMost' in goal)
    return {
      way: goal.way,
      goal: `≤ ${goal.atMost} × the time of ${goal.peer}`,
      measured: `${digits(ratio)} ×`,
      isReached: ratio <= goal.atMost,
    }
  return {
    way: goal.way,
    goal: `≥ ${goal.timesFaster} × as fast as ${goal.peer}`,
    measured: `${digits(1 / ratio)} ×`,
    isReached: 1 / ratio >= goal.timesFaster,
  }
}

/** How long one way takes beside another: the median over the rounds, in which both saw the same machine. */
export function ratioOf(rounds: Rounds, way: string, peer: string): number {
  const [ours, theirs] = [given(rounds.get(way), way), given(rounds.get(peer), peer)]
  return median(ours.map((time, round) => time / (theirs[round] as number)))
}

/** As many digits as count. */
export function digits(value: number): string {
  if (Math.abs(value) >= 100 || Number.isInteger(value)) return Math.round(value).toLocaleString('en-US')
  if (Math.abs(value) >= 10) return value.toFixed(1)
  return value.toFixed(Math.abs(value) < 1 ? 4 : 3)
}

function figureVerdict(goal: Extract<Goal, { figure: string }>, value: number): Verdict {
  const isUpper = 'atMost' in goal
  const [sign, bound] = isUpper ? (['≤', goal.atMost] as const) : (['≥', goal.atLeast] as const)
  return {
    way: null,
    goal: `${goal.figure} ${sign} ${bound}`,
    measured: digits(value),
    isReached: isUpper ? value <= bound : value >= bound,
  }
}

/** A goal that names what nobody measures is a mistake of the table. */
function given<Value>(value: Value | undefined, name: string): Value {
  if (value === undefined) throw new Error(`nothing is called: ${name}`)
  return value
}
