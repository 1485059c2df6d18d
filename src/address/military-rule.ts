/** The merchant's rules of A-2 … A-7, and the postal service's own. */
export const militaryLevels = ['merchant', 'postal'] as const

export type MilitaryLevel = (typeof militaryLevels)[number]

/** How strictly US military addresses are judged, and whether a fault refuses or only warns. */
export interface MilitaryRule {
  readonly level: MilitaryLevel
  readonly severity: 'warn' | 'refuse'
}
