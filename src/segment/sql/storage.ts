import { testsOfColumn } from './column-tests.js'
import { testsOfFields, testsOfJsonField } from './field-tests.js'
import { testsOfArray, testsOfJsonList, testsOfRows } from './list-tests.js'
import type { MappedStorage } from './mapping.js'
import { testsOfMoney } from './money-tests.js'
import type { StorageAsking } from './storage-asking.js'
import type { Tests } from './tests.js'

/** The ways to store something, told apart by the first of these keys that is there. */
const forms = {
  array: testsOfArray,
  json: (storage, asking) => (asking.type === 'list' ? testsOfJsonList : testsOfJsonField)(storage, asking),
  name: testsOfFields,
  table: testsOfRows,
  currency: testsOfMoney,
  currencyColumn: testsOfMoney,
  column: testsOfColumn,
} as { readonly [key: string]: (storage: never, asking: StorageAsking) => Tests<never> | null }

const formKeys = /* @__PURE__ */ Object.keys(forms)

/** What can be asked of something stored; `null` where what is compared cannot be stored so. */
export function testsOfStorage(storage: MappedStorage, asking: StorageAsking): Tests<never> | null {
  if (typeof storage === 'string') return testsOfColumn({ column: storage }, asking)
  const form = formKeys.find((key) => Object.hasOwn(storage, key))
  return form === undefined ? null : (forms[form]?.(storage as never, asking) ?? null)
}
