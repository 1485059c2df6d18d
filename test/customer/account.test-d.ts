import { expectTypeOf, it } from 'vitest'
import type { Account } from '../../src/customer/account.js'

it('C-7 has no guest who can log in', () => {
  expectTypeOf<{ type: 'guest'; state: 'ENABLED'; blocked: false }>().not.toExtend<Account>()
  expectTypeOf<{ type: 'guest'; state: 'DISABLED'; blocked: false }>().toExtend<Account>()
  expectTypeOf<{ type: 'account'; state: 'ENABLED'; blocked: true }>().toExtend<Account>()
})
