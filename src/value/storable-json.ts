import type { JsonValue } from '../outcome/json.js'
import { isStorable } from './text.js'

/** How deep JSON may nest. */
const DEPTH = 32

/** Whether a value is JSON that every store can keep: plain, finite, not too deep, every text storable. */
export function isStorableJson(value: unknown, depth: number = DEPTH): value is JsonValue {
  if (value === null || typeof value === 'boolean') return true
  if (typeof value === 'string') return isStorable(value)
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || depth === 0) return false
  if (Array.isArray(value)) return value.every((item) => isStorableJson(item, depth - 1))
  return Object.entries(value).every(([key, item]) => isStorable(key) && isStorableJson(item, depth - 1))
}
