import type { Address } from '../../address/address.js'
import type { CustomerProblem } from '../../customer/customer-problem.js'
import { judgeFields, type CustomerFindings } from '../../customer/customer-problems.js'
import type { Customer, CustomerField } from '../../customer/customer.js'
import { tagKey, tagPlaces } from '../../customer/tags.js'
import type { Problem, ProblemPath } from '../../outcome/problem.js'
import type { Context } from '../../plan/context.js'
import type { Touch } from '../../plan/touch.js'
import type { CustomerEdit } from './customer-edit.js'
import type { EditedCustomer } from './edit-customer.js'
import type { EditedPart } from './edited-part.js'

/**
 * Judges what a wish concerns, and nothing else: a planner answers for what it changes. What is wrong at a path that the
 * wish names refuses, and so does what its change made wrong elsewhere; what was wrong before is a warning.
 */
export function judgeEdit(
  before: Customer,
  edited: EditedCustomer,
  wish: CustomerEdit,
  context: Context,
): CustomerFindings {
  const after = findings(edited.customer, edited, wish, context)
  if (after.problems.length === 0) return after
  const known = new Set(findings(before, edited, wish, context).problems.map(keyOf))
  const isTouched = touchedBy(edited.touches)
  const isOld = (one: Problem): boolean => known.has(keyOf(one)) && !isTouched(one)
  return {
    problems: after.problems.filter((one) => !isOld(one)),
    warnings: [...after.problems.filter(isOld), ...after.warnings],
  }
}

function findings(
  customer: Customer,
  { parts }: EditedCustomer,
  wish: CustomerEdit,
  { policy, countries, checkTaxId }: Context,
): CustomerFindings {
  const fields: CustomerField[] = []
  for (const part of parts) for (const field of part.fields) fields.push(field)
  const concerned = concernedIn(customer, parts)
  const own = { limits: policy.limits, military: policy.military, countries, checkTaxId }
  const { problems, warnings } = judgeFields(concerned, fields, own)
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
    if (field === 'addresses' || field === 'billingDetails')
      return [field, (concerned[field][index as number] as Address).id, ...rest]
    if (field !== 'tags') return path
    // only tags that are to come are judged; read once, because each of a thousand may be wrong
    added ??= tagPlaces((tags as { readonly add: readonly string[] }).add)
    return [field, 'add', added.get(tagKey(concerned.tags[index as number] as string)) as number]
  }
}

function keyOf({ code, path }: Problem): string {
  return JSON.stringify([code, path])
}

/** Whether a wish names the path, a part of it or what it is a part of; of tags only the named ones are judged. */
function touchedBy(touches: readonly Touch[]): (found: Problem) => boolean {
  const [named, above] = [new Set<string>(), new Set<string>()]
  for (const { path } of touches) {
    named.add(JSON.stringify(path))
    for (let length = 0; length < path.length; length++) above.add(JSON.stringify(path.slice(0, length)))
  }
  return ({ path }) => {
    const place = path[0] === 'tags' ? ['tags'] : path
    return (
      above.has(JSON.stringify(place)) ||
      place.some((_step, index) => named.has(JSON.stringify(place.slice(0, index + 1))))
    )
  }
}
