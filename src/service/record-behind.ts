import type { CustomerRecord } from '../customer/record.js'
import type { CallOptions } from '../repository/call-options.js'
import type { CustomerRepository } from '../repository/port.js'
import type { CustomerId } from '../value/id.js'

/** The living record that an id leads to, merges followed. */
export async function recordBehind<Tx>(
  repository: CustomerRepository<Tx>,
  id: CustomerId | undefined,
  options: CallOptions<Tx>,
): Promise<CustomerRecord | undefined> {
  if (typeof id !== 'string') return undefined
  const [loaded] = await repository.load([id], options)
  if (loaded.state === 'merged') return recordBehind(repository, loaded.into, options)
  return loaded.state === 'present' ? loaded.record : undefined
}
