export type { AccessProblemCode } from './access/access-problem.js'
export { accessLinkProblems, type FollowedLink } from './access/access-links.js'
export type { AccessWish } from './access/access-wish.js'
export { type AccessPlan, type AccessSubject, planAccountAccess } from './access/plan-account-access.js'
