import type { ConsentChange } from '../profile/consent/consent-change.js'
import type { CustomerEdit } from '../profile/edit/customer-edit.js'
import type { CustomerId } from '../value/id.js'

/** What is done to many customers at once. */
export type BulkAction =
  /** B-2 */
  | { readonly type: 'add-tags'; readonly tags: readonly string[] }
  | { readonly type: 'remove-tags'; readonly tags: readonly string[] }
  /** B-3: the same fields for all */
  | { readonly type: 'set-fields'; readonly fields: CustomerEdit }
  /** B-3: for each customer their own columns, by id; who is not named stays as they are */
  | { readonly type: 'edit-each'; readonly edits: { readonly [id: CustomerId]: CustomerEdit } }
  /** E-6 */
  | { readonly type: 'change-consent'; readonly change: ConsentChange }
  /** B-4 */
  | { readonly type: 'delete' }

/** What kind of thing is done. */
export type BulkActionType = BulkAction['type']
