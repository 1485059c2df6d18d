import type { PlaceFunction } from '../catalog/function.js'
import { resolveCircle } from '../compile/compile-distance.js'
import { EARTH_RADIUS } from '../compile/distance.js'
import type { SegmentFunction } from '../segment.js'
import { columnOf } from './asking.js'
import { parameter } from './parameter.js'
import type { Spot } from './spot.js'
import { sql, type Sql } from './sql.js'
import { refuse } from './sql-problem.js'

/** Writes whether a customer is near a point, by the same formula as in memory. SQLite has no sines everywhere. */
export function writeDistance(node: SegmentFunction, row: PlaceFunction, spot: Spot): Sql {
  const { writing, path, customers } = spot
  const asking = { writing, path, name: row.name }
  const { location } = writing.mapping
  if (location === undefined) return refuse(asking, 'segment.not-mapped')
  if (writing.dialect.name !== 'postgres') return refuse(asking, 'segment.unsupported')
  const { point, kilometres } = resolveCircle(node, row.params)
  const latitude = columnOf(asking, customers, location.latitude)
  const longitude = columnOf(asking, customers, location.longitude)
  const center = degrees(point.latitude)
  const chord = sql`${halfSine(latitude, center)} + cos(${radians(center)}) * cos(${radians(latitude)}) * ${halfSine(longitude, degrees(point.longitude))}`
  const distance = sql`2 * ${degrees(EARTH_RADIUS)} * asin(sqrt(least(1, ${chord})))`
  return sql`(${latitude} is not null and ${longitude} is not null and ${distance} <= ${degrees(kilometres)})`
}

function degrees(value: number): Sql {
  return sql`${parameter(value, 'double')}`
}

function halfSine(one: Sql, other: Sql): Sql {
  return sql`power(sin(${radians(sql`(${one} - ${other})`)} / 2), 2)`
}

function radians(value: Sql): Sql {
  return sql`(${value} * pi() / 180)`
}
