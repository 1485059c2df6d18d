import {
  harmlessHostFacts,
  noLibraryFacts,
  type HostFacts,
  type Known,
  type LibraryFacts,
} from '../customer/facts.js'
import type { CustomerRecord } from '../customer/record.js'
import {
  noStatistics,
  predictedSpendTiers,
  productSubscriberStatuses,
  rfmGroups,
  type Statistics,
} from '../customer/statistics.js'
import { customerArbitrary } from './arbitrary-customer.js'
import { instantArbitrary, spanArbitrary } from './arbitrary-instant.js'
import { plain, type Arbitrary, type FastCheck } from './fast-check.js'

/** Living records: customers with statistics and facts that agree. Some are blocked from this or that. */
export function recordArbitrary(fc: FastCheck): Arbitrary<CustomerRecord> {
  return fc
    .record({
      customer: customerArbitrary(fc),
      statistics: statisticsArbitrary(fc),
      hostFacts: fc.oneof(fc.constant(harmlessHostFacts), hostFactsArbitrary(fc)),
      libraryFacts: fc.oneof(fc.constant(noLibraryFacts), libraryFactsArbitrary(fc)),
      revision: fc.integer({ min: 1, max: 9_999 }).map((number) => `revision-${number}`),
    })
    .map(({ customer, statistics, hostFacts, libraryFacts, revision }) => ({
      customer,
      statistics,
      facts: { ...hostFacts, ...orderHistoryOf(hostFacts, statistics), ...libraryFacts },
      revision,
    }))
}

/** Who has orders has a history, unless the host cannot tell. */
function orderHistoryOf(
  { orderHistory }: HostFacts,
  { numberOfOrders }: Statistics,
): Pick<HostFacts, 'orderHistory'> {
  return { orderHistory: numberOfOrders > 0 && orderHistory === 'none' ? 'some' : orderHistory }
}

function statisticsArbitrary(fc: FastCheck): Arbitrary<Statistics> {
  const buyer = fc
    .record(
      {
        numberOfOrders: fc.integer({ min: 1, max: 500 }),
        amountSpent: fc.record(
          {
            minor: fc.integer({ min: 0, max: 5_000_000 }),
            currency: fc.constantFrom('EUR', 'PLN', 'JPY', 'KWD'),
          },
          plain,
        ),
        abandonedCheckoutAt: fc.option(instantArbitrary(fc)),
        productSubscriberStatus: fc.constantFrom(...productSubscriberStatuses),
        predictedSpendTier: fc.constantFrom(null, ...predictedSpendTiers),
        rfmGroup: fc.constantFrom(null, ...rfmGroups),
        span: spanArbitrary(fc),
      },
      plain,
    )
    .map(({ span: [firstOrderAt, lastOrderAt], ...fields }) => ({ ...fields, firstOrderAt, lastOrderAt }))
  return fc.oneof(fc.constant(noStatistics), buyer)
}

function hostFactsArbitrary(fc: FastCheck): Arbitrary<HostFacts> {
  const count: Arbitrary<Known<number>> = fc.constantFrom<Known<number>>(0, 0, 1, 3, 'unknown')
  return fc.record(
    {
      orderHistory: fc.constantFrom('none', 'some', 'unknown'),
      subscriptionContracts: fc.constantFrom('never', 'past', 'active', 'unknown'),
      company: fc.constantFrom('none', 'active', 'past-orders', 'unknown'),
      vaultedCards: count,
      storeCreditAccounts: count,
      scheduledGiftCards: count,
      multipass: fc.constantFrom<Known<boolean>>(true, false, 'unknown'),
      custom: fc.constantFrom({}, { lawsuit: 'none' }, { lawsuit: 'open', seats: 3 }),
    },
    plain,
  )
}

function libraryFactsArbitrary(fc: FastCheck): Arbitrary<LibraryFacts> {
  return fc
    .record({
      mergeInProgress: fc.boolean(),
      dataRequest: fc.constantFrom('none', 'pending'),
      requestedAt: fc.option(instantArbitrary(fc)),
      relationRedaction: fc.constantFrom('none', 'pending', 'done'),
    })
    .map(({ mergeInProgress, dataRequest, requestedAt, relationRedaction }) => ({
      deleted: false,
      mergeInProgress,
      redaction: requestedAt === null ? 'none' : 'pending',
      redactionRequest: requestedAt === null ? null : { at: requestedAt, by: 'staff:staff-1' },
      relationRedaction: requestedAt === null ? 'none' : relationRedaction,
      dataRequest,
    }))
}
