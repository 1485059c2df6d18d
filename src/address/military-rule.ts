/** The merchant's rules of A-2 … A-7, or the postal service's own. */
export type MilitaryLevel = 'merchant' | 'postal'

export const militaryLevels = ['merchant', 'postal'] as const satisfies readonly MilitaryLevel[]

/** How strictly US military addresses are judged, and whether a fault refuses or only warns. */
export interface MilitaryRule {
  readonly level: MilitaryLevel
  readonly severity: 'warn' | 'refuse'
}
