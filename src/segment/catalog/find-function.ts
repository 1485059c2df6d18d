import { operatorsByType } from './value-type.js'
import { paramOperators } from '../operator.js'
import type { Catalog } from './catalog.js'
import type { FunctionParam, FunctionRow } from './function.js'

/** The function of a name, or `null`. */
export function findFunction<T>(catalog: Catalog<T>, name: string): FunctionRow<T> | null {
  return catalog.functions?.find((row) => row.name === name) ?? null
}

/** Which operators a parameter allows. */
export function operatorsOf({ operators, type, of }: FunctionParam): readonly string[] {
  // A point is there, and a distance is one within which the customer is
  if (of === 'point' || of === 'distance') return ['=']
  const allowed: readonly string[] = operators ?? operatorsByType[type]
  return paramOperators.filter((operator) => allowed.includes(operator))
}
