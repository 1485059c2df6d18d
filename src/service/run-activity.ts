import type { Outcome } from '../outcome/outcome.js'
import type { Activity } from '../profile/activity/activity.js'
import {
  activityIdentities,
  activityRequest,
  planActivity,
  type ActivityPlan,
} from '../profile/activity/plan-activity.js'
import { readFrame } from '../profile/activity/read-activity.js'
import type { CallerOptions, ServicePorts } from './ports.js'
import { recordBehind } from './record-behind.js'
import { run, type Done } from './run.js'

/** Takes in what a customer did: looks for whose it is, plans, and commits under the activity's own id. */
export async function runActivity<Tx>(
  ports: ServicePorts<Tx>,
  activity: Activity,
  options: Omit<CallerOptions<Tx>, 'key'>,
): Promise<Outcome<Done<ActivityPlan>>> {
  const { repository } = ports
  const frame = readFrame(activity)
  if (!frame.ok) return frame
  return run(
    ports,
    {
      request: () => activityRequest(activity),
      plan: async (context) => {
        const { records } = await repository.findByIdentity(activityIdentities(activity, context), options)
        const known = await recordBehind(repository, activity.customer, options)
        return planActivity({ candidates: records, known, activity }, context)
      },
    },
    { ...options, key: frame.value.id },
  )
}
