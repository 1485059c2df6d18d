import { createCustomers, explainProblem, harmlessHostFacts, renderMergePreview } from 'clientele'
import { createMemoryRepository } from 'clientele/memory'
import { en } from 'clientele/messages/en'

// The two lines: a store, and its customers. The shop's own tables know of no orders, cards or contracts, so nothing blocks.
const repository = createMemoryRepository({ facts: () => harmlessHostFacts })
const customers = createCustomers({
  repository,
  shop: { timeZone: 'Europe/Oslo', currency: 'NOK', country: 'NO', locale: 'nb-NO' },
})

// Somebody on the staff types a customer. What is wrong comes all at once, as data that can be said in words.
const typed = { firstName: 'Ingrid', email: 'ingrid@example', tags: ['vip'], priceLevel: 99 }
const refused = await customers.runCreate(typed)
for (const problem of refused.ok ? [] : refused.problems)
  console.log(`${problem.path.join('.')}: ${explainProblem(problem, en)}`)

await customers.runCreate({ ...typed, email: 'ingrid@example.com', priceLevel: 2 })
await customers.runCreate({ firstName: 'Ingrid', phone: '+4790000000', tags: ['VIP', 'workshop'] })

// Who are the VIPs? Tags compare in any case.
const found = await customers.find({ where: "customer_tags CONTAINS 'vip'" })
const ids = found.ok ? found.value.records.map(({ customer }) => customer.id) : []
console.log(`\n${ids.length} profiles are tagged vip.\n`)

// They are one person. Plan their merge, look at it, and only then say yes.
const plan = await customers.planMerge({ ids })
if (plan.ok) {
  console.log(renderMergePreview(plan.value, { messages: en }))
  const merged = await customers.commit(plan.value, { confirmed: true })
  console.log(merged.ok ? '\nMerged.' : merged.problems)
} else console.log(plan.problems.map((problem) => explainProblem(problem, en)))
