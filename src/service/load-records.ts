import type { CustomerRecord } from '../customer/record.js'
import type { Outcome } from '../outcome/outcome.js'
import { success } from '../outcome/outcome.js'
import { checkShape } from '../outcome/shape-problems.schema.js'
import type { CallOptions } from '../repository/call-options.js'
import { presentRecords } from '../repository/present-records.js'
import type { CustomerId } from '../value/id.js'
import { idsSchema } from './call.schema.js'
import type { ServicePorts } from './ports.js'

/** The records behind ids. Codes: `load.*`, and `shape.*` for what is no id: a store is never asked for it. */
export async function loadRecords<Tx>(
  { repository }: Pick<ServicePorts<Tx>, 'repository'>,
  ids: readonly CustomerId[],
  options: CallOptions<Tx>,
): Promise<Outcome<CustomerRecord[]>> {
  const asked = checkShape(idsSchema, ids)
  return asked.ok ? presentRecords(await repository.load(asked.value, options)) : asked
}

/** The record behind one id. Codes: those of `loadRecords`. */
export async function loadRecord<Tx>(
  ports: Pick<ServicePorts<Tx>, 'repository'>,
  id: CustomerId,
  options: CallOptions<Tx>,
): Promise<Outcome<CustomerRecord>> {
  const records = await loadRecords(ports, [id], options)
  return records.ok ? success(records.value[0] as CustomerRecord) : records
}
