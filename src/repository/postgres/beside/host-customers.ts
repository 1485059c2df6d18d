import type { Customer, CustomerField } from '../../../customer/customer.js'
import type { HostField, HostTextField } from './host-fields.js'

/**
 * The host's existing table of customers, beside which the library's own tables stand: the named fields are read from it and
 * written to it, everything else is kept beside. Names of tables and columns are as the database has them.
 */
export interface HostCustomers {
  readonly table: string
  /** the schema of the table; the connection finds it unless given */
  readonly schema?: string | undefined
  readonly id: string
  /** how ids are declared: `'text'` unless given */
  readonly idType?: 'text' | 'uuid' | 'bigint' | undefined
  /** the column that says whose customer it is, equal to `shop`; without it all rows belong to the shop */
  readonly shop?: string | undefined
  /** the column of each field that the table holds */
  readonly columns: { readonly [Field in HostField]?: string }
  /** what stands for "missing" in a column that takes no null; `{id}` in it is the customer's id, where it must be unique */
  readonly placeholders?: { readonly [Field in HostTextField]?: string } | undefined
  /** fields that are kept nowhere, so that planners refuse them (`capability.field-not-stored`) */
  readonly notStored?: readonly Exclude<CustomerField, 'id' | 'createdAt' | 'updatedAt'>[] | undefined
  /** what customers are beyond their columns whom the host has inserted: guests without anything unless given */
  readonly newcomers?: Partial<Customer> | undefined
  /** whether new customers get a row; a commit that makes one throws otherwise. `true` unless given */
  readonly inserts?: boolean | undefined
  /** whether the rows of deleted and merged customers go, after the host's `relations` have followed; blanked otherwise */
  readonly deletes?: boolean | undefined
  /**
   * when rows are looked for that the host has written: before every search, or only at `follow()`. Whoever is loaded or
   * committed is looked at always
   */
  readonly follows?: 'every-search' | 'when-told' | undefined
}
