import { definePolicy, policies } from 'clientele'

/** An instrument that is out on loan stands in the way: its owner must be findable, and the loan's contract names one person. */
const loans = { fact: 'custom.loans', allows: [0] } as const

/** The rules of a shop that lends instruments: the large platform's, and two rows of its own. */
export const policy = definePolicy(policies.shopify, {
  name: 'instruments',
  mergeBlockers: [...policies.shopify.mergeBlockers, { code: 'merge.open-loan', ...loans }],
  deletionBlockers: [...policies.shopify.deletionBlockers, { code: 'deletion.open-loan', ...loans }],
  messages: {
    en: {
      'merge.open-loan': 'An instrument is out on loan. Take it back before you merge.',
      'deletion.open-loan': 'An instrument is out on loan. Take it back before you delete.',
    },
  },
})
