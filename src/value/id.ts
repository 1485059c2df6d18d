/**
 * A flavour of string: plain strings fit, two flavours never mix, and JSON knows nothing of it.
 */
export type Flavour<Name extends string> = string & { readonly __clientele?: Name }

/** A customer's id, made by the store. */
export type CustomerId = Flavour<'CustomerId'>
/** The id of an address or of invoice data, unique within its customer. */
export type AddressId = Flavour<'AddressId'>
/** The id of a timeline event; derives from the key of its change set, so a retry repeats it. */
export type EventId = Flavour<'EventId'>
/** The id of an effect in the outbox; derives from the key of its change set. */
export type EffectId = Flavour<'EffectId'>
/** The id of one activity (an order, a sign-up): counted once. */
export type ActivityId = Flavour<'ActivityId'>
/** The id of a saved segment, made by the store. */
export type SegmentId = Flavour<'SegmentId'>

/** Opaque, compared only for equality; covers the customer and the facts that the library owns. */
export type Revision = Flavour<'Revision'>

const NEW = 'new:'

/** Whether a planner made the id for something that the store has yet to number. */
export function isNewId(id: string): boolean {
  return id.startsWith(NEW)
}

/** The planner's number for the n-th new thing of one change set, counted from 1: `new:1`. The receipt's `ids` maps it. */
export function newId(number: number): string {
  return `${NEW}${number}`
}
