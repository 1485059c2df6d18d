import { noConsent } from '../../contact/consent.js'
import { guestAccount } from '../../customer/account.js'
import type { Address } from '../../address/address.js'
import {
  judgeCustomer,
  type CustomerFindings,
  type CustomerProblem,
} from '../../customer/customer-problems.js'
import type { Customer } from '../../customer/customer.js'
import { normalizeTags, tagKey } from '../../customer/tags.js'
import type { Problem, ProblemPath } from '../../outcome/problem.js'
import type { Context } from '../../plan/context.js'
import type { Touch } from '../../plan/touch.js'
import type { CustomerEdit } from './customer-edit.js'
import type { EditedCustomer } from './edit-customer.js'
import type { EditedPart } from './edited-part.js'

/** Somebody whom no rule is against: what a wish concerns is laid over it, so that only that is judged. */
const harmless: Customer = {
  id: '-',
  firstName: null,
  lastName: '-',
  email: null,
  phone: null,
  locale: null,
  note: null,
  tags: [],
  addresses: [],
  defaultAddressId: null,
  billingDetails: [],
  defaultBillingDetailsId: null,
  emailMarketingConsent: noConsent,
  smsMarketingConsent: noConsent,
  account: guestAccount,
  priceLevel: 0,
  source: null,
  taxExempt: false,
  taxExemptions: [],
  metafields: {},
  createdAt: '',
  updatedAt: '',
}

/** Of these at least one remains, so they are judged together. */
const identity = ['firstName', 'lastName', 'email', 'phone'] as const satisfies readonly (keyof Customer)[]

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
  const isOld = (one: Problem): boolean => known.has(keyOf(one)) && !isTouched(one, edited.touches)
  return {
    problems: after.problems.filter((one) => !isOld(one)),
    warnings: [...after.problems.filter(isOld), ...after.warnings],
  }
}

function findings(
  customer: Customer,
  { parts }: EditedCustomer,
  wish: CustomerEdit,
  { policy, countries }: Context,
): CustomerFindings {
  const concerned = concernedOf(customer, parts)
  const { problems, warnings } = judgeCustomer(concerned, { ...policy, countries })
  const placed = (one: CustomerProblem): CustomerProblem => ({
    ...one,
    path: placeOf(one.path, concerned, wish),
  })
  return { problems: problems.map(placed), warnings: warnings.map(placed) }
}

function concernedOf(customer: Customer, parts: readonly EditedPart[]): Customer {
  const concerned: Partial<Customer> = Object.assign({}, ...parts.map(({ concern }) => concern(customer)))
  if (!identity.some((field) => Object.hasOwn(concerned, field))) return { ...harmless, ...concerned }
  const { firstName, lastName, email, phone } = customer
  return { ...harmless, ...concerned, firstName, lastName, email, phone }
}

/** The place in the wish or in the record, instead of the place in what was judged: entries of a book by their ids. */
function placeOf(path: ProblemPath, concerned: Customer, { tags }: CustomerEdit): ProblemPath {
  const [field, index, ...rest] = path
  if (typeof index !== 'number') return path
  if (field === 'addresses' || field === 'billingDetails')
    return [field, (concerned[field][index] as Address).id, ...rest]
  if (field !== 'tags') return path
  const key = tagKey(concerned.tags[index] as string)
  return [
    field,
    'add',
    (tags?.add ?? []).findIndex((entry) => normalizeTags([entry]).some((tag) => tagKey(tag) === key)),
  ]
}

function keyOf({ code, path }: Problem): string {
  return JSON.stringify([code, path])
}

/** Whether a wish names the path, a part of it or what it is a part of; of tags only the named ones are judged. */
function isTouched({ path }: Problem, touches: readonly Touch[]): boolean {
  const place = path[0] === 'tags' ? ['tags'] : path
  return touches.some((one) => one.path.slice(0, place.length).every((step, index) => step === place[index]))
}
