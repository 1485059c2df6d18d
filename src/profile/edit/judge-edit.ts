import type { Address } from '../../address/address.js'
import type { CustomerProblem } from '../../customer/customer-problem.js'
import { customerProblems, judgeFields, type CustomerFindings } from '../../customer/customer-problems.js'
import type { Customer, CustomerField } from '../../customer/customer.js'
import type { CustomerRules } from '../../customer/rules.js'
import { tagKey, tagPlaces } from '../../customer/tags.js'
import type { Problem, ProblemPath } from '../../outcome/problem.js'
import type { Context } from '../../plan/context.js'
import type { Touch } from '../../plan/touch.js'
import type { CustomerEdit } from './customer-edit.js'
import type { EditedCustomer } from './edit-customer.js'
import type { EditedPart } from './edited-part.js'

/**
 * Judges an edit: a planner answers for what it changes. What is wrong at a path that the wish names refuses, and so does what
 * its change made wrong elsewhere; what was wrong before is a warning, wherever it is. Doubts are told of what the wish concerns.
 */
export function judgeEdit(
  before: Customer,
  edited: EditedCustomer,
  wish: CustomerEdit,
  context: Context,
): CustomerFindings {
  const { problems: found, warnings } = findings(edited.customer, edited, wish, context)
  const faults = faultsOf(edited.customer, rulesOf(context))
  if (found.length === 0 && faults.length === 0) return { problems: found, warnings }
  const known = new Set(findings(before, edited, wish, context).problems.map(keyOf))
  const isTouched = touchedBy(edited.touches)
  // of tags only the added ones are judged
  const problems = found.filter(
    (one) => !known.has(keyOf(one)) || isTouched(one.path[0] === 'tags' ? ['tags'] : one.path),
  )
  const told = new Set(problems.map(keyOf))
  const old = faults.filter((one) => !told.has(keyOf(one)) && !isTouched(one.path))
  return { problems, warnings: [...old, ...warnings] }
}

/** All that is wrong with a profile, at the places that touches have: entries of a book by their ids, tags as they fold. */
function faultsOf(customer: Customer, own: CustomerRules): CustomerProblem[] {
  return customerProblems(customer, own).map((one) => {
    const [field, index, ...rest] = one.path
    if (isBook(field)) return { ...one, path: [field, idAt(customer, field, index), ...rest] }
    const tag = field === 'tags' ? customer.tags[index as number] : undefined
    return tag === undefined ? one : { ...one, path: [field as string, tagKey(tag)] }
  })
}

/** What the rules find that read what the wish concerns. */
function findings(
  customer: Customer,
  { parts }: EditedCustomer,
  wish: CustomerEdit,
  context: Context,
): CustomerFindings {
  const fields: CustomerField[] = []
  for (const part of parts) for (const field of part.fields) fields.push(field)
  const concerned = concernedIn(customer, parts)
  const { problems, warnings } = judgeFields(concerned, fields, rulesOf(context))
  const placeOf = placing(concerned, wish)
  const placed = (one: CustomerProblem): CustomerProblem => ({ ...one, path: placeOf(one.path) })
  return { problems: problems.filter(isOfConcerned).map(placed), warnings: warnings.map(placed) }
}

/** How many tags there are is said of all of them, by who edits them. */
function isOfConcerned({ code }: CustomerProblem): boolean {
  return code !== 'customer.too-many-tags'
}

/** A customer with nothing but what a wish concerns in the fields of which it concerns a part. */
function concernedIn(customer: Customer, parts: readonly EditedPart[]): Customer {
  const concerned = { ...customer }
  for (const { narrow } of parts) narrow?.(concerned)
  return concerned
}

/** Finds the place in the wish or in the record, instead of the place in what was judged: entries of a book by their ids. */
function placing(concerned: Customer, { tags }: CustomerEdit): (path: ProblemPath) => ProblemPath {
  let added: ReadonlyMap<string, number> | null = null
  return (path) => {
    const [field, index, ...rest] = path
    if (isBook(field)) return [field, idAt(concerned, field, index), ...rest]
    if (field !== 'tags') return path
    // only tags that are to come are judged; read once, because each of a thousand may be wrong
    added ??= tagPlaces((tags as { readonly add: readonly string[] }).add)
    return [field, 'add', added.get(tagKey(concerned.tags[index as number] as string)) as number]
  }
}

function keyOf({ code, path }: Problem): string {
  return JSON.stringify([code, path])
}

/** Whether a wish names the path, a part of it or what it is a part of. */
function touchedBy(touches: readonly Touch[]): (path: ProblemPath) => boolean {
  const [named, above] = [new Set<string>(), new Set<string>()]
  for (const { path } of touches) {
    named.add(JSON.stringify(path))
    for (let length = 0; length < path.length; length++) above.add(JSON.stringify(path.slice(0, length)))
  }
  return (path) =>
    above.has(JSON.stringify(path)) ||
    path.some((_step, index) => named.has(JSON.stringify(path.slice(0, index + 1))))
}

type Book = 'addresses' | 'billingDetails'

function isBook(field: unknown): field is Book {
  return field === 'addresses' || field === 'billingDetails'
}

function idAt(customer: Customer, book: Book, index: unknown): string {
  return (customer[book][index as number] as Address).id
}

function rulesOf({ policy, countries, checkTaxId }: Context): CustomerRules {
  return { limits: policy.limits, military: policy.military, countries, checkTaxId }
}
